import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test } from "vitest";
import { root } from "../support/process.ts";

const run = promisify(execFile);
const actionlint = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.7";

/** GitHub has never run these files, so the linters for them are the only outside opinion. */
test("the workflows pass actionlint", async () => {
  const folder = await mkdtemp(join(tmpdir(), "csbs-actionlint-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await run("go", ["install", actionlint], { env: { ...process.env, GOBIN: folder } });
  const { stdout } = await run(join(folder, "actionlint"), ["-no-color"], { cwd: root });
  expect(stdout).toBe("");
});

test("the workflows pass zizmor", async () => {
  const program = join(inject("pythonPrograms"), "zizmor");
  const args = ["--offline", "--no-progress", "--min-severity", "medium", ".github/workflows"];
  const { stdout } = await run(program, args, { cwd: root });
  expect(stdout).toContain("No findings to report");
});
