import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { tool } from "../runtimes/install.ts";
import { root } from "../support/process.ts";

/** How one call ended, as test/faults/runner.mjs prints it. */
export interface Ending {
  name: string;
  outcome: string;
  leaks?: boolean;
  milliseconds: number;
}

const nodes = [20, 22, 24, 26].map((version) => ({
  name: `Node ${version}`,
  command: [tool(`node-${version}/bin/node`)],
}));

/** The runtimes that the faults are played to. */
export const runtimes: { name: string; command: string[] }[] = [
  ...nodes,
  { name: "Bun", command: [tool("@oven/bun-linux-x64/bin/bun"), "--no-install"] },
  {
    name: "Deno",
    command: [tool("@deno/linux-x64-glibc/deno"), "run", "--no-prompt", "--allow-net=127.0.0.1"],
  },
];

/** Bundles the runner with dist/, as an application would be. */
export async function bundleRunner(folder: string): Promise<string> {
  const outfile = join(folder, "runner.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["test/faults/runner.mjs"],
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    alias: { "csbs-api": join(root, "dist/index.js") },
    mainFields: ["module", "main"],
    outfile,
  });
  return outfile;
}

/**
 * Runs the runner to its end. It must end by itself: a timer, a socket or a promise that is left
 * behind would keep it, and fails here.
 */
export async function play<Result>(
  command: string[],
  runner: string,
  input: object,
  timeout: number,
): Promise<Result> {
  const [program = "", ...options] = command;
  const args = [...options, runner, JSON.stringify(input)];
  const env = { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", NODE_OPTIONS: "" };
  const { stdout } = await promisify(execFile)(program, args, { env, timeout, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Result;
}
