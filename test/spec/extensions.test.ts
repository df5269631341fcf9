import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { document } from "../support/spec.ts";

/** The guide, the bundle's own text and the bundle must name the same extensions. */
const guide = readFileSync(new URL("../../docs/guides/extensions.md", import.meta.url), "utf8");
const used = new Set(
  JSON.stringify(document)
    .match(/"x-[a-z-]+"(?=:)/g)
    ?.map((name) => name.slice(1, -1)),
);

test("the guide has a row for each extension, and for no other", () => {
  const rows = [...guide.matchAll(/^\| `(x-[a-z-]+)`/gm)].map(([, name]) => name);
  expect(rows).toEqual([...used].sort());
});

test("the bundle explains each of its extensions", () => {
  const { description } = document.info as unknown as { description: string };
  expect([...used].filter((name) => !description.includes(`\`${name}\``))).toEqual([]);
});

test("the guides that the bundle names are in the package", () => {
  const { files } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    files: string[];
  };
  expect(files).toEqual(expect.arrayContaining(["docs/guides/differences.md", "docs/guides/extensions.md"]));
});
