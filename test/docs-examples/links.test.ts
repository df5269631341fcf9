import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../support/process.ts";
import { docs, guides, guidesFolder, proseOf, readPage } from "./support/guides.ts";

/** Docs whose links are followed: those with code, and those about the work. */
const decisions = readdirSync(join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const linked = [...docs, "CONTRIBUTING.md", "SECURITY.md", `${guidesFolder}/README.md`, ...decisions];

const withoutCode = (text: string) => text.replace(/`[^`\n]*`/g, "");

/** Anchors as code hosts and the site make them of headings. */
function anchorsOf(path: string): string[] {
  return [...proseOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function linksIn(path: string): string[] {
  return [...withoutCode(proseOf(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
}

function isBroken(path: string, target: string): boolean {
  if (/^https:\/\/[\w.-]+(\/[\w./#?=&-]*)?$/.test(target)) return false;
  const [file = "", anchor] = target.split("#");
  const found = file === "" ? path : normalize(join(dirname(path), file));
  if (found.startsWith("..") || !existsSync(join(root, found))) return true;
  return anchor !== undefined && !(found.endsWith(".md") && anchorsOf(found).includes(anchor));
}

test.each(linked)("links and anchors of %s lead somewhere", (path) => {
  expect(linksIn(path).filter((target) => isBroken(path, target))).toEqual([]);
});

test("links are found, and broken ones told", () => {
  expect(linked.flatMap(linksIn).length).toBeGreaterThan(100);
  expect(isBroken("README.md", "docs/guides/errors.md#no-such")).toBe(true);
  expect(isBroken("README.md", "docs/guides/no-such.md")).toBe(true);
  expect(isBroken("README.md", "http://example.com")).toBe(true);
});

/** The site leads such a link to the operation, and a file may have several. */
test("links to files of operations are named by an operation of theirs", () => {
  const pattern = /\[([^\]]*)\]\(\.\.\/\.\.\/openapi\/([a-z]+\/[a-z-]+\.yaml)\)/g;
  const found = guides.flatMap((name) => [...proseOf(`${guidesFolder}/${name}`).matchAll(pattern)]);
  const wrong = found.filter(
    ([, text, file = ""]) =>
      !new RegExp(`^ *operationId: ${text}$`, "m").test(readPage(join("openapi", file))),
  );
  expect(found.length).toBeGreaterThan(28);
  expect(wrong.map(([link]) => link)).toEqual([]);
});

test("index.yaml lists each guide once, and nothing else", () => {
  const index = parse(readFileSync(join(root, guidesFolder, "index.yaml"), "utf8")) as {
    title: string;
    guides: string[];
  }[];
  const listed = index.flatMap((group) => group.guides.map((slug) => `${slug}.md`));
  expect([...listed].sort()).toEqual(guides);
});

test.each(guides)("%s begins with its title and a paragraph", (name) => {
  expect(readPage(`${guidesFolder}/${name}`)).toMatch(/^# \S.*\n\n[A-Z`][^#|]/);
});

test("no two guides have a title in common, and no guide a heading twice", () => {
  const titles = guides.map((name) => /^# (.+)$/m.exec(readPage(`${guidesFolder}/${name}`))?.[1]);
  expect(new Set(titles).size).toBe(titles.length);
  for (const name of guides) {
    const anchors = anchorsOf(`${guidesFolder}/${name}`);
    expect([name, anchors]).toEqual([name, [...new Set(anchors)]]);
  }
});
