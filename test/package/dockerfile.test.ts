import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, inject, test } from "vitest";
import { root } from "../support/process.ts";
import { run } from "./run.ts";

/** The Dockerfile of the guide, an instruction a line. There is no engine here: its lines run in an empty folder. */
async function readInstructions(): Promise<Map<string, string>> {
  const guide = await readFile(join(root, "docs/guides/command-line.md"), "utf8");
  const text = /```dockerfile\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
  return new Map(
    text
      .trim()
      .split("\n")
      .map((line) => line.split(/ (.*)/s) as [string, string]),
  );
}

test("the Dockerfile of the guide installs a command that counts", async () => {
  const instructions = await readInstructions();
  expect([...instructions.keys()]).toEqual(["FROM", "COPY", "RUN", "USER", "ENTRYPOINT"]);
  const folder = await mkdtemp(join(tmpdir(), "csbs-container-"));
  try {
    const [file = "", target = ""] = instructions.get("COPY")?.split(" ") ?? [];
    expect(file).toBe(basename(inject("tarball").path));
    await mkdir(join(folder, target), { recursive: true });
    await cp(inject("tarball").path, join(folder, target, file));
    const env = { npm_config_prefix: folder, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
    const command = instructions.get("RUN")?.replaceAll(` ${target}`, ` ${join(folder, target)}/`) ?? "";
    const installed = await run("sh", ["-c", `${command} --offline --no-audit --no-fund`], folder, env);
    expect([installed.code, installed.stderr]).toEqual([0, expect.any(String)]);
    const [entry = ""] = JSON.parse(instructions.get("ENTRYPOINT") ?? "[]") as string[];
    expect(await run(join(folder, "bin", entry), ["count", "--mock"], folder, env)).toMatchObject({
      code: 0,
      stdout: "10\n",
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
