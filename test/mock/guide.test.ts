import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { listScenarios, startMock } from "../../src/mock.ts";
import { root, runScript } from "../support/process.ts";

const read = (path: string) => readFile(join(root, path), "utf8");
const guide = await read("docs/guides/scenarios.md");
const readme = await read("README.md");

/** Runs code as a program of its own, against the sources; it must end by itself, as `stop` promises. */
async function run(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-mock-docs-"));
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

describe("a backup with the mock of the README", () => {
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, one = ""]) => one);
  const snippet = code.find((one) => one.includes("csbs-api/mock")) ?? "";
  const percents = [...(/protecting \(([\d, ]+)\)/.exec(readme)?.[1] ?? "").split(", ")];
  const life = ["waiting_protect 0", ...percents.map((percent) => `protecting ${percent}`), "available 100"];
  const expected = (requests: number) =>
    ["before: 0", ...life, "after: 1", `${requests} requests`, ""].join("\n");

  test("is seen to grow, and counted", async () => {
    expect(await run(snippet)).toBe(expected(9));
  });

  test("is the same with faults, by more requests", async () => {
    const faults = /\/\/ with faults: (\[.*\])/.exec(snippet)?.[1] as string;
    expect(await run(snippet.replace('scenario: "backup"', `scenario: ${faults}`))).toBe(expected(11));
  });
});

test("the scenario that the guide writes can be played", async () => {
  const [, text = ""] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const mock = await startMock({ scenario: parse(text) });
  await mock.stop();
});

test("the guide names every scenario", () => {
  for (const { name } of listScenarios()) expect(guide).toContain(`\`${name}\``);
});
