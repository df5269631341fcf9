import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";

const tarball = inject("tarball");

/** Every file of the tarball is one of these, and each of these is there. */
const patterns: [what: string, pattern: RegExp][] = [
  ["manifest", /^package\.json$/],
  ["docs", /^(README|CHANGELOG)\.md$|^LICENSE$/],
  ["client, ESM and CommonJS", /^dist\/index\.c?js$/],
  ["mock, ESM and CommonJS", /^dist\/mock\.c?js$/],
  ["client by environment and clouds.yaml, ESM and CommonJS", /^dist\/node\.c?js$/],
  ["validators, ESM and CommonJS", /^dist\/validators\.c?js$/],
  ["what client and mock share, and YAML", /^dist\/chunks\/[a-z]+-[0-9A-Z]{8}\.js$/],
  ["engine of the mock", /^dist\/engine\.cjs$/],
  ["command", /^dist\/cli\/main\.js$/],
  ["proxies and authorities of the command", /^dist\/cli\/dispatcher\.cjs$/],
  ["licences of others", /^dist\/THIRD-PARTY-NOTICES\.txt$/],
  ["bill of materials", /^dist\/sbom\.cdx\.json$/],
  ["types of what is generated", /^dist\/types(-cjs)?\/generated\/[a-z-]+\.d\.ts$/],
  [
    "types",
    /^dist\/types(-cjs)?\/src\/((auth|config|operations|transport|mock|mock\/[a-z]+|validation|spec)\/)?[a-z-]+\.d\.ts$/,
  ],
  ["mark of CommonJS types", /^dist\/types-cjs\/package\.json$/],
  ["description", /^generated\/openapi(\.yaml|\.json|-3\.0\.json)$/],
  ["shape of scenarios", /^generated\/scenario\.schema\.json$/],
  ["guides that the description refers to", /^docs\/guides\/(differences|extensions)\.md$/],
  ["the one dependency, with its types", /^node_modules\/openapi-(fetch|typescript-helpers)\//],
  ["fixtures", /^generated\/fixtures(\.schema)?\.json$/],
];

test("the tarball holds what is listed, and nothing else", () => {
  const strays = tarball.files.filter((file) => !patterns.some(([, pattern]) => pattern.test(file)));
  expect(strays).toEqual([]);
  const missing = patterns.filter(([, pattern]) => !tarball.files.some((file) => pattern.test(file)));
  expect(missing.map(([what]) => what)).toEqual([]);
});

test("every file that package.json names is there", async () => {
  const manifest = await readFile(join(tarball.folder, "package.json"), "utf8");
  const named = manifest.matchAll(/"(?:\.\/)?((?:dist|generated)\/[^"*!]+\.[^"*]+)"/g);
  const files = [...named].map(([, file]) => file);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !tarball.files.includes(file ?? ""))).toEqual([]);
});

test("no code of development tools is inside", async () => {
  const bill = JSON.parse(await readFile(join(tarball.folder, "dist/sbom.cdx.json"), "utf8")) as {
    components: { name: string }[];
  };
  const libraries = bill.components.map(({ name }) => `node_modules/${name}`);
  const origins = new Set<string>();
  for (const file of tarball.files.filter((name) => /\.c?js$/.test(name))) {
    // esbuild says above each module which file it was; what is minified comes from src/validators.ts, or is in the notices.
    const text = await readFile(join(tarball.folder, file), "utf8");
    for (const [, path = ""] of text.matchAll(
      /^\s*\/\/ ((?:\.{0,2}[\w@-]+\/)+[\w.-]+\.[cm]?[jt]s(?:on)?)$/gm,
    )) {
      origins.add(/^node_modules\/(?:@[^/]+\/)?[^/]+|^[^/]+/.exec(path)?.[0] ?? path);
    }
  }
  expect([...origins]).toEqual(expect.arrayContaining(["src", "generated", "node_modules/commander"]));
  expect([...origins].filter((origin) => !["src", "generated", ...libraries].includes(origin))).toEqual([]);
});
