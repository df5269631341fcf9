import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, inject, test, vi } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { root, runScript } from "../support/process.ts";
import { expectDocumented, nasty, type Sampled, sampled, sourceOf, withSource } from "../support/samples.ts";
import { startRecorder } from "../support/server.ts";

/** The code samples of TypeScript, as a reader pastes them. */
let folder: string;

const all = [
  ...sampled.map((one) => ({ name: one.operationId, one })),
  ...nasty.map((one) => ({ name: `${one.operationId}, hard to quote`, one })),
];

function fileOf(one: Sampled): string {
  return `${nasty.includes(one) ? "nasty-" : ""}${one.operationId}.ts`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-samples-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  for (const { one } of all) {
    await writeFile(join(folder, fileOf(one)), withSource(sourceOf(one, "TypeScript")));
  }
  return () => rm(folder, { recursive: true });
});

test("the samples compile", async () => {
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: { typeRoots: [join(root, "node_modules/@types")] },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { code, stdout } = await runScript("node_modules/typescript/bin/tsc", ["--project", folder]);
  expect([code, stdout]).toEqual([0, ""]);
});

describe.each(all)("the sample of $name", ({ one }) => {
  test("sends what is documented, and prints what comes", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("CSBS_ENDPOINT", url);
    vi.stubEnv("OS_PROJECT_ID", projectId);
    vi.stubEnv("OS_TOKEN", secret);
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const failed = vi.spyOn(console, "error").mockImplementation(() => {});
    await import(pathToFileURL(join(folder, fileOf(one))).href);
    expect(failed.mock.calls).toEqual([]);
    expect(requests).toHaveLength(1);
    expectDocumented(one, requests[0]);
    expect(printed).toHaveBeenCalled();
    expect(printed.mock.calls.flat()).not.toContain(undefined);
  });
});
