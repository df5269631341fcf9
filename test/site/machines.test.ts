import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildSite } from "../../scripts/docs/build.ts";
import { html } from "../../scripts/docs/html.ts";
import { renderPage } from "../../scripts/docs/layout.ts";
import { lastChanges, repositoryAddress } from "../../scripts/docs/repository.ts";
import type { Site } from "../../scripts/docs/site.ts";
import { root } from "../support/process.ts";
import { document, operations } from "../support/spec.ts";

const { folder, files } = inject("site");
const pages = files.filter((file) => file.endsWith(".html") && file !== "404.html");
const read = (path: string, from = folder) => readFile(join(from, path), "utf8");
const linksOf = (markdown: string) =>
  [...markdown.replace(/^(`{3,}).*?^\1/gms, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);

describe("Markdown", () => {
  test.each(pages)("%s has it beside it, and its links lead to pages", async (page) => {
    const path = page.replace(/\.html$/, ".md");
    const text = await read(path);
    expect(text).toMatch(/^# \S/);
    expect(text).not.toMatch(/<(div|span|p|pre|svg|td)\b/);
    expect(await read(page)).toContain(
      `<link rel="alternate" type="text/markdown" href="${posix.basename(path)}">`,
    );
    const inside = linksOf(text).filter((link) => !/^[a-z]+:|^#/.test(link));
    expect(inside.filter((link) => link.includes(".html"))).toEqual([]);
    const targets = inside.map((link) => posix.join(dirname(path), link.split("#")[0] ?? ""));
    expect(targets.filter((target) => !files.includes(target))).toEqual([]);
  });

  test("of a guide has its code as it is in the source", async () => {
    const source = await readFile(join(root, "docs/guides/backups.md"), "utf8");
    const blocks = source.match(/^```.*?^```/gms) ?? [];
    expect(blocks.length).toBeGreaterThan(5);
    const text = await read("guides/backups.md");
    for (const block of blocks) expect(text).toContain(block);
  });

  test("of an operation has parameters, fields within fields, and samples", async () => {
    const text = await read("reference/createPolicy.md");
    expect(text).toContain("```go\n");
    expect(text).toMatch(/^- `policy` /m);
    expect(text).toMatch(/^ {4}- `name` /m);
  });
});

test("llms.txt names all guides and operations, and its links lead to files", async () => {
  const text = await read("llms.txt");
  expect(text).toMatch(/^# .+\n\n> .+\n\n## Guides: Start\n/);
  const links = linksOf(text);
  expect(links.filter((link) => !files.includes(link))).toEqual([]);
  const markdown = pages.map((page) => page.replace(/\.html$/, ".md"));
  const wanted = markdown.filter((path) => /^(guides|reference)\/(?!index)[^/]+$/.test(path));
  expect(wanted.filter((path) => !links.includes(path))).toEqual([]);
});

const attribute = (text: string, pattern: string) => new RegExp(`${pattern}="([^"]*)"`).exec(text)?.[1];

test("without an address, pages have titles for previews, but neither canonical addresses nor a sitemap", async () => {
  const text = await read("guides/filters.html");
  expect(attribute(text, 'property="og:title" content')).toBe("Filters and times");
  expect(attribute(text, 'property="og:description" content')).toContain("count and list backups");
  expect(attribute(text, 'name="twitter:card" content')).toBe("summary");
  expect(text).not.toMatch(/og:url|rel="canonical"/);
  expect(files).not.toContain("sitemap.xml");
});

describe("with an address", () => {
  let built: string;
  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), "csbs-docs-"));
    await buildSite({ folder: built, base: "https://docs.example.org/csbs" });
  });
  afterAll(() => rm(built, { recursive: true }));

  test("pages have canonical addresses, and the sitemap has all pages", async () => {
    const text = await read("guides/filters.html", built);
    const canonical = "https://docs.example.org/csbs/guides/filters.html";
    expect(attribute(text, 'rel="canonical" href')).toBe(canonical);
    expect(attribute(text, 'property="og:url" content')).toBe(canonical);
    const locations = [...(await read("sitemap.xml", built)).matchAll(/<loc>(.*?)<\/loc>/g)];
    expect(locations.map(([, url]) => url).sort()).toEqual(
      pages.map((page) => `https://docs.example.org/csbs/${page}`).sort(),
    );
  });

  test("the page for wrong addresses starts from the folder, and links of llms.txt are absolute", async () => {
    const text = await read("404.html", built);
    expect(attribute(text, "<base href")).toBe("/csbs/");
    expect(text).not.toMatch(/rel="(canonical|alternate)"/);
    expect(await read("llms.txt", built)).toContain("](https://docs.example.org/csbs/guides/filters.md)");
  });
});

describe("a page", () => {
  const site: Site = {
    document,
    operations,
    samples: {},
    groups: [],
    guides: [],
    version: "1.0.0",
    repository: undefined,
    address: undefined,
    base: "/",
    changed: new Map(),
  };
  const source = "docs/guides/lists.md";
  const page = {
    path: "guides/lists.html",
    title: "Lists",
    description: "",
    body: html``,
    source,
    search: [],
  };
  const render = (known: Partial<Site>) => renderPage(page, { site: { ...site, ...known }, reload: false });

  test("has a link to edit it once the repository is known", () => {
    expect(render({})).not.toContain("Edit this page");
    expect(render({ repository: "https://github.com/o/n" })).toContain(
      `<a href="https://github.com/o/n/edit/main/${source}" rel="noopener">Edit this page</a>`,
    );
  });

  test("shows the date of its last change if it is known", () => {
    expect(render({})).not.toContain("Last changed");
    expect(render({ changed: new Map([[source, "2026-11-27"]]) })).toContain(
      `Last changed on <time datetime="2026-11-27">2026-11-27</time>`,
    );
  });

  test.each([
    ["git+https://github.com/o/n.git", "https://github.com/o/n"],
    ["github:o/n", "https://github.com/o/n"],
    [{ url: "https://example.org/o/n" }, "https://example.org/o/n"],
    [undefined, undefined],
  ])("the repository %o is at %s", (field, address) => {
    expect(repositoryAddress(field)).toBe(address);
  });
});

describe("dates of the last changes", () => {
  let folder: string;
  const git = (cwd: string, ...words: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], {
      cwd,
      env: { ...process.env, GIT_COMMITTER_DATE: "2024-05-06T07:08:09Z" },
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "csbs-git-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("are unknown without git, known in a clone, and unknown in a shallow one", async () => {
    expect(await lastChanges(folder)).toEqual(new Map());
    git(folder, "init", "-q", "full");
    const full = join(folder, "full");
    for (const text of ["one", "two"]) {
      await writeFile(join(full, "a.md"), text);
      git(full, "add", ".");
      git(full, "commit", "-qm", text);
    }
    expect(await lastChanges(full)).toEqual(new Map([["a.md", "2024-05-06"]]));
    git(folder, "clone", "-q", "--depth", "1", `file://${full}`, "shallow");
    expect(await lastChanges(join(folder, "shallow"))).toEqual(new Map());
  });
});
