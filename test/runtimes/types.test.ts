import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { root } from "../support/process.ts";
import { consumers } from "./consumers.ts";
import { tool } from "./install.ts";
import { runProgram } from "./program.ts";

const consumer = inject("consumer");

const versions = ["5.4", "5.9", "6", "7"];

/** How consumers have their modules. Commonjs finds files as the version does by default: like node10 until 5.9. */
const settings = [
  { modules: "nodenext, ESM and CommonJS", options: ["--module", "nodenext"], files: Object.keys(consumers) },
  {
    modules: "bundler, ESM",
    options: ["--module", "esnext", "--moduleResolution", "bundler"],
    files: ["imports.mts"],
  },
  { modules: "CommonJS", options: ["--module", "commonjs"], files: ["imports.cts", "requires.cts"] },
];

beforeAll(async () => {
  for (const [name, text] of Object.entries(consumers)) await writeFile(join(consumer, name), text);
});

describe.each(versions)("TypeScript %s", (version) => {
  describe.each([true, false])("skipLibCheck %s", (skipLibCheck) => {
    test.each(settings)(
      `TypeScript ${version}, skipLibCheck ${skipLibCheck}: $modules`,
      async ({ options, files }) => {
        const compiler = tool(`typescript-${version}/bin/tsc`);
        const all = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", ...options];
        const args = [compiler, ...all, "--skipLibCheck", String(skipLibCheck), ...files];
        expect(await runProgram(process.execPath, args, { cwd: consumer })).toBe("");
      },
    );
  });
});

/** The README's first program, in a folder where `tsc --init` has just run, without @types/node. */
describe("the README's ten lines, by the defaults of tsc --init", () => {
  // A file of ES modules by its ending needs no package.json; a .ts file needs "type" in it.
  const projects = [
    { file: "count.ts", type: "module" },
    { file: "count.mts", type: "commonjs" },
  ];
  describe.each(versions)("TypeScript %s", (version) => {
    test.each(projects)(`TypeScript ${version}, $file in a package of type $type`, async ({ file, type }) => {
      const folder = join(consumer, `readme-${version}-${type}`);
      await mkdir(folder);
      const [, program = ""] =
        /```ts\n([\s\S]*?)```/.exec(await readFile(join(root, "README.md"), "utf8")) ?? [];
      expect(program).toContain("countBackups");
      await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type }));
      await writeFile(join(folder, file), program);
      const compiler = tool(`typescript-${version}/bin/tsc`);
      await runProgram(process.execPath, [compiler, "--init"], { cwd: folder });
      expect(await runProgram(process.execPath, [compiler, "--noEmit"], { cwd: folder })).toBe("");
    });
  });
});

describe("the package", () => {
  test("has types that resolve in every module mode (are the types wrong)", async () => {
    // YAML has no types.
    const options = ["--exclude-entrypoints", "./openapi.yaml"];
    await runProgram(
      process.execPath,
      [tool("@arethetypeswrong/cli/dist/index.js"), "csbs-api.tgz", ...options],
      { cwd: consumer },
    );
  });

  test("publint finds nothing in the tarball", async () => {
    const publint = join(root, "node_modules/.bin/publint");
    await runProgram(publint, ["run", "--strict", "csbs-api.tgz"], { cwd: consumer });
  });
});
