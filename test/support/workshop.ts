import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** A temporary copy of the folder of a program that is not TypeScript, in which its steps run. */
export interface Workshop {
  /** Resolves to what the step printed; rejects with all of it when it fails. */
  run(command: string, env?: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

/** Copies the folder, with `inputs` (absolute paths) beside its files. */
export async function openWorkshop(folder: string, inputs: readonly string[] = []): Promise<Workshop> {
  const copy = await mkdtemp(join(tmpdir(), `csbs-${basename(folder)}-`));
  await cp(folder, copy, { recursive: true });
  for (const input of inputs) await cp(input, join(copy, basename(input)));
  return {
    run: (command, env = {}) => runShell(command, copy, env),
    close: () => rm(copy, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** No tool asks the network for a newer version of itself, or tells anybody that it runs. */
const quiet = {
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
  npm_config_update_notifier: "false",
};

function runShell(command: string, cwd: string, env: Record<string, string>): Promise<string> {
  const child = spawn("sh", ["-ec", command], {
    cwd,
    env: { ...process.env, ...quiet, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let complained = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complained += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      // Maven ends its output with codes for the terminal, whatever it is told.
      if (code === 0) resolve(stripVTControlCharacters(printed));
      else reject(new Error([`${command}\nended with ${code}`, printed, complained].join("\n")));
    });
  });
}
