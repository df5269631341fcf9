import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { codeSamples } from "../../scripts/samples.ts";
import type { Document } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { root, runScript } from "../support/process.ts";
import { nasty, type Sampled, sampled, sourceOf } from "../support/samples.ts";
import { document, findOperation, operations } from "../support/spec.ts";

const labels = ["TypeScript", "csbs", "curl", "Python", "Go"];

function sample(operationId: string, label: string): string {
  return sourceOf(sampled.find((candidate) => candidate.operationId === operationId) as Sampled, label);
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-samples-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe("code samples", () => {
  test("there are five of every operation", () => {
    expect(Object.keys(codeSamples(document))).toEqual(
      operations.map(({ operation }) => operation.operationId),
    );
    for (const { samples } of sampled) {
      expect(samples.map(({ label }) => label)).toEqual(labels);
      expect(samples.map(({ lang }) => lang)).toEqual(["TypeScript", "Shell", "Shell", "Python", "Go"]);
      for (const { source } of samples) expect(source.trim().length).toBeGreaterThan(20);
    }
  });

  test("are the same each time, and leave the document as it is", () => {
    const copy = structuredClone(document);
    expect(codeSamples(copy)).toEqual(codeSamples(document));
    expect(copy).toEqual(document);
  });

  test("take the token from the environment, and hold none", () => {
    for (const { samples } of sampled) {
      for (const { source } of samples) expect(source.match(/OS_TOKEN/g)).toHaveLength(1);
    }
  });

  test("ask a server of a cloud that has the operation", () => {
    expect(sample("getReplicationCapabilities", "Python")).toContain(
      "https://csbs.cn-north-1.myhuaweicloud.com",
    );
    expect(sample("countBackups", "Python")).toContain("https://csbs.eu-de.otc.t-systems.com");
  });

  test("show a state, an ID and a time as filters, and never a page", () => {
    expect(sample("listBackups", "csbs")).toMatch(
      /^#.*\ncsbs api list-backups \\\n {2}--status \S+ \\\n {2}--resource-id \S+ \\\n {2}--start-time \S+$/,
    );
  });

  test("show the first body that says something", () => {
    expect(sample("createBackup", "TypeScript")).toContain("backup_name");
    expect(sample("findBackupsByTag", "TypeScript")).toContain('action: "filter"');
  });

  test("are not made up for what no sample can send", () => {
    const copy = structuredClone(document);
    const [first] = listOperations(copy);
    first?.operation.parameters?.push({
      name: "X-New",
      in: "header",
      required: true,
      description: "",
      schema: {},
    });
    expect(() => codeSamples(copy)).toThrow(/countBackups: no sample sends a header/);
  });

  test("need an example of the body", () => {
    const copy = structuredClone(document);
    const { path, method } = findOperation("createPolicy");
    const operation = copy.paths[path]?.[method] as { requestBody: { content: Document["paths"] } };
    delete operation.requestBody.content["application/json"]?.examples;
    expect(() => codeSamples(copy)).toThrow(/createPolicy: its body has no example/);
  });

  test("of TypeScript are as Biome formats and lints them, whatever the values", async () => {
    const folder = await newFolder();
    const config = JSON.parse(await readFile(join(root, "biome.json"), "utf8")) as object;
    await writeFile(
      join(folder, "biome.json"),
      JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
    );
    // The linter suspects what is hard to quote, so that is formatted only.
    for (const [command, all] of [["check", sampled] as const, ["format", nasty] as const]) {
      await mkdir(join(folder, command));
      for (const one of all) {
        const file = join(folder, command, `${one.operationId}.ts`);
        await writeFile(file, `${sourceOf(one, "TypeScript")}\n`);
      }
      const args = [command, "--error-on-warnings", "--config-path", folder, join(folder, command)];
      const { code, stdout, stderr } = await runScript("node_modules/@biomejs/biome/bin/biome", args);
      expect([code, stdout, stderr]).toEqual([
        0,
        "",
        expect.stringMatching(`^Checked ${all.length} files in .*No fixes applied.\\n$`),
      ]);
    }
  });
});

describe("npm run samples", () => {
  test("prints those of an operation", async () => {
    const { code, stdout, stderr } = await runScript("scripts/samples.ts", ["countBackups"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.match(/^=== .*/gm)).toEqual(labels.map((label) => `=== countBackups, ${label}`));
    for (const label of labels) expect(stdout).toContain(sample("countBackups", label));
  });

  test("writes all of them to a folder", async () => {
    const folder = await newFolder();
    expect(await runScript("scripts/samples.ts", ["--out", folder])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(await readdir(folder)).toHaveLength(labels.length * operations.length);
    expect(await readFile(join(folder, "countBackups.go"), "utf8")).toBe(`${sample("countBackups", "Go")}\n`);
  });

  test("refuses an operation that there is not", async () => {
    expect(await runScript("scripts/samples.ts", ["count"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^samples: no operation count; there are countBackups, /),
    });
  });
});
