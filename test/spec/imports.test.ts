import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/process.ts";

/**
 * What each part of src/ may import, besides itself. Biome refuses cycles between files; this table keeps the
 * direction: cli, then entry points, then operations and client, then auth, then transport, then errors.
 */
const values = ["errors.ts", "similar.ts", "project-id.ts", "times.ts", "json-size.ts"];
const transport = [...values, "transport"];
const auth = [...transport, "endpoint.ts", "auth", "validation"];
const client = [...auth, "options.ts", "client.ts", "types.ts"];
const library = [...client, "operations", "error-catalogue.ts"];
const allowed: { readonly [part: string]: readonly string[] } = {
  "errors.ts": [],
  "project-id.ts": values,
  "times.ts": values,
  "json-size.ts": [],
  "similar.ts": [],
  "error-catalogue.ts": values,
  "types.ts": [],
  validation: ["similar.ts"],
  spec: [],
  "endpoint.ts": transport,
  transport: values,
  auth,
  "options.ts": auth,
  "client.ts": client,
  operations: client,
  "index.ts": library,
  "validators.ts": ["validation"],
  config: ["index.ts", ...auth],
  "node.ts": ["config"],
  mock: ["errors.ts", "similar.ts", "json-size.ts", "spec", "validation"],
  "mock.ts": ["mock", "errors.ts"],
  proxy: ["errors.ts", "json-size.ts", "spec", "mock"],
  cli: ["proxy", "similar.ts", "index.ts", "mock.ts", "node.ts", "validators.ts", "config", "spec"],
};

const partOf = (path: string) => path.split("/")[0] ?? "";

const imports = globSync("src/**/*.ts", { cwd: root }).flatMap((file) => {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(/(?:from |import\()"(\.{1,2}\/[^"]+)"/g)].map(([, path = ""]) => ({
    from: relative("src", file),
    to: relative("src", join(dirname(file), path)),
  }));
});

test("every part of src/ imports only what stands below it", () => {
  expect(imports.length).toBeGreaterThan(300);
  const upward = imports.filter(({ from, to }) => {
    if (to.startsWith("../generated/")) return false;
    const [importer, imported] = [partOf(from), partOf(to)];
    return importer !== imported && !allowed[importer]?.includes(imported);
  });
  expect(upward.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test("src/ imports generated/ and libraries, nothing else of the project", () => {
  const outside = imports.filter(({ to }) => to.startsWith("../") && !to.startsWith("../generated/"));
  expect(outside).toEqual([]);
});
