import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "../support/process.ts";
import type { Client } from "./clients.ts";

/** A temporary copy of a client's folder, with the inputs beside it, in which its steps run. */
export interface Workshop {
  /** Resolves to what the step printed; rejects with all of it when it fails. */
  run(command: string, env?: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

export async function openWorkshop({ name, folder, input, refuses, fixtures }: Client): Promise<Workshop> {
  const place = await mkdtemp(join(tmpdir(), `csbs-interop-${name}-`));
  await cp(folder, place, { recursive: true });
  for (const file of [input, refuses?.input, fixtures === undefined ? undefined : "fixtures.json"]) {
    if (file !== undefined) await cp(join(root, "generated", file), join(place, file));
  }
  return {
    run: (command, env = {}) => runShell(command, place, env),
    close: () => rm(place, { recursive: true, force: true, maxRetries: 3 }),
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
