import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";

const { folder, files } = inject("site");
const pages = files.filter((file) => file.endsWith(".html"));

/** Hosts that the site may lead to. None is asked for anything by the tests. */
const knownHosts = [
  "docs.otc.t-systems.com",
  "support.huaweicloud.com",
  "www.npmjs.com",
  "pypi.org",
  "github.com",
  "keepachangelog.com",
  "semver.org",
  "openapi-ts.dev",
  "openapi-generator.tech",
  "developer.mozilla.org",
  "opentelemetry.io",
];

const read = (path: string) => readFile(join(folder, path), "utf8");
const texts = new Map(await Promise.all(pages.map(async (page) => [page, await read(page)] as const)));

function valuesOf(attribute: string, text: string): string[] {
  return [...text.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"'),
  );
}

describe.each(pages)("%s", (page) => {
  const text = texts.get(page) ?? "";
  // The page for wrong addresses starts from its base, which is the root of the site.
  const here = new URL(page === "404.html" ? "" : page, "http://site/");
  const links = [...valuesOf("href", text), ...valuesOf("src", text)].filter((link) => link !== "/csbs/");

  test("links inside lead somewhere", () => {
    const inside = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(inside.length).toBeGreaterThan(5);
    const broken = inside.filter((link) => {
      const { pathname, hash } = new URL(link, here);
      const file = pathname.slice(1);
      if (link.startsWith("/") || !files.includes(file)) return true;
      return (
        hash !== "" && !valuesOf("id", texts.get(file) ?? "").includes(decodeURIComponent(hash.slice(1)))
      );
    });
    expect(broken).toEqual([]);
  });

  test("links outside are https, to hosts that are known", () => {
    const strange = links
      .filter((link) => /^[a-z]+:/.test(link))
      .filter((link) => {
        const { protocol, hostname } = new URL(link);
        return protocol !== "https:" || !knownHosts.includes(hostname);
      });
    expect(strange).toEqual([]);
  });

  test("ids are there once", () => {
    const ids = valuesOf("id", text);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

test("everything that the search finds is there", async () => {
  const entries = JSON.parse(await read("assets/search.json")) as { id: string }[];
  const found = entries.map(({ id }) => id);
  expect(found.length).toBeGreaterThan(500);
  const broken = found.filter((address) => {
    const [page = "", id] = address.split("#");
    const text = texts.get(page);
    return text === undefined || (id !== undefined && !valuesOf("id", text).includes(id));
  });
  expect(broken).toEqual([]);
});
