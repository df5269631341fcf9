import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { startMock } from "../../src/mock.ts";
import { root, runScript } from "../support/process.ts";

const guide = await readFile(join(root, "openapi/guides/scenarios.md"), "utf8");
const readme = await readFile(join(root, "README.md"), "utf8");

/** Runs a snippet as a program of its own, against the sources; it must end by itself. */
async function run(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-mock-papers-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "snippet.ts");
  const source = code
    .replace('"csbs-api/mock"', JSON.stringify(join(root, "src/mock.ts")))
    .replace('"csbs-api"', JSON.stringify(join(root, "src/index.ts")));
  await writeFile(path, source);
  const { code: exit, stdout, stderr } = await runScript(path);
  expect([exit, stderr]).toEqual([0, ""]);
  return stdout;
}

describe("what the README shows of the mock", () => {
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, one = ""]) => one);
  const snippet = code.find((one) => one.includes("csbs-api/mock")) ?? "";
  const life = [
    "waiting_protect 0",
    ...[0, 25, 50, 75].map((percent) => `protecting ${percent}`),
    "available 100",
  ];
  const shown = (requests: number) =>
    ["before: 0", ...life, "after: 1", `${requests} requests`, ""].join("\n");

  test("runs", async () => {
    expect(await run(snippet)).toBe(shown(9));
  });

  test("runs with faults as well", async () => {
    const faults = /\/\/ with faults: (\[.*\])/.exec(snippet)?.[1] as string;
    expect(await run(snippet.replace('scenario: "backup"', `scenario: ${faults}`))).toBe(shown(11));
  });
});

describe("the guide on scenarios", () => {
  const shown = [...guide.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)];

  test.each(shown.map(([, code = "", output = ""], index) => [index + 1, code, output]))(
    "example %i prints what it shows",
    async (_, code, output) => {
      expect(await run(String(code))).toBe(output);
    },
  );

  test("has a scenario that can be played", async () => {
    const [, text = ""] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
    const mock = await startMock({ scenario: parse(text) });
    await mock.stop();
    expect(shown).toHaveLength(3);
  });
});
