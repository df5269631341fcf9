import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root, runScript } from "../support/process.ts";
import { type Block, blocks, guideEnvironment, outputPattern, programOf } from "./support/guides.ts";
import { isRun, matches, notRun } from "./support/not-run.ts";
import type { Ran } from "./support/run-code.ts";

/** The TypeScript of the docs, as a reader pastes it: it must compile, run, and print what they show. */
const snippets = blocks.filter(({ language }) => language === "ts");
const fileOf = (block: Block) => `snippet-${snippets.indexOf(block)}.ts`;
const run = snippets.filter(isRun);

/** What the reader's environment holds. */
const credentials = {
  ...guideEnvironment,
  OS_PASSWORD: "open-sesame",
  OS_ACCESS_KEY: "EXAMPLEACCESSKEY0000",
  OS_SECRET_KEY: "exampleSecretKeyExampleSecretKeyExample0",
  OS_SECURITY_TOKEN: "a-security-token",
};

let folder: string;
let results: Record<string, Ran>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-docs-"));
  await makePackage();
  for (const { file, code } of blocks) if (file !== undefined) await writeFile(join(folder, file), code);
  for (const block of snippets) await writeFile(join(folder, fileOf(block)), toModule(block));
  const runner = join(import.meta.dirname, "support/run-code.ts");
  const done = await runScript(runner, [folder, ...run.map(fileOf)], credentials);
  expect([done.code, done.stderr]).toEqual([0, ""]);
  results = JSON.parse(await readFile(join(folder, "results.json"), "utf8"));
  return () => rm(folder, { recursive: true });
}, 120_000);

/** What an installed csbs-api would be, and the other packages that snippets import. */
async function makePackage(): Promise<void> {
  const own = join(folder, "node_modules/csbs-api");
  await mkdir(own, { recursive: true });
  const entries = { ".": "index", "./mock": "mock", "./node": "node", "./validators": "validators" };
  for (const name of Object.values(entries)) {
    await writeFile(
      join(own, `${name}.js`),
      `export * from ${JSON.stringify(join(root, `src/${name}.ts`))};\n`,
    );
  }
  const exports = Object.fromEntries(Object.entries(entries).map(([path, name]) => [path, `./${name}.js`]));
  await writeFile(join(own, "package.json"), JSON.stringify({ name: "csbs-api", type: "module", exports }));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const imported = snippets.flatMap(({ code }) =>
    [...code.matchAll(/from "((?:@[\w-]+\/)?[a-z][\w-]*)/g)].map(([, name]) => name as string),
  );
  for (const name of new Set(imported)) {
    if (name === "csbs-api" || name === "node") continue;
    await mkdir(dirname(join(folder, "node_modules", name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
}

/** Without top-level await in `main()`, so that it compiles everywhere: the test waits for it. */
function toModule(block: Block): string {
  return `${programOf(block).replace(/^main\(\)/m, "await main()")}\nexport {};\n`;
}

describe("the TypeScript of the docs", () => {
  test("compiles", async () => {
    const config = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        noUnusedLocals: false,
        typeRoots: [join(root, "node_modules/@types")],
        paths: { "csbs-api": [join(root, "src/index.ts")], "csbs-api/*": [join(root, "src/*.ts")] },
      },
      include: [],
      files: snippets.map(fileOf),
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { stdout } = await runScript("node_modules/typescript/bin/tsc", ["--project", folder]);
    const named = stdout.replace(/snippet-(\d+)\.ts/g, (_, index) => snippets[Number(index)]?.title ?? "");
    expect(named).toBe("");
  }, 120_000);

  test.each(run.map((block) => [block.title, block] as const))("runs: %s", (_, block) => {
    const { output = "", error } = results[fileOf(block)] ?? { error: "it was not run" };
    expect(error).toBeUndefined();
    if (block.output !== undefined) expect(output.trim()).toMatch(outputPattern(block.output));
  });

  test("each exception is one block", () => {
    const counts = notRun.map((entry) => [
      entry.line,
      blocks.filter((block) => ["ts", "sh"].includes(block.language) && matches(entry, block)).length,
    ]);
    expect(counts).toEqual(notRun.map(({ line }) => [line, 1]));
  });
});
