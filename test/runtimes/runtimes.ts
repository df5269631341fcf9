import { chromiumPath, hasChromium, runInChromium } from "./chromium.ts";
import { tool } from "./install.ts";
import { runInJest } from "./jest.ts";
import { runProgram } from "./program.ts";
import type { Addresses, Result } from "./suite.js";
import { runInWorkerd } from "./workerd.ts";

/** One runtime, and how the suite runs on it in the consumer's folder. */
export interface Runtime {
  name: string;
  /** Why it cannot run on this machine, where it cannot. */
  missing?: string;
  run(consumer: string, addresses: Addresses): Promise<Result[]>;
}

const nodes = [20, 22, 24, 26].map((version) => ({
  version,
  program: tool(`node-${version}/bin/node`),
}));

export const runtimes: Runtime[] = [
  ...nodes.map(({ version, program }) => byProcess(`Node ${version}`, [program], "entries/process.mjs")),
  ...nodes.map(({ version, program }) =>
    byProcess(`Node ${version}, CommonJS`, [program], "entries/process.cjs"),
  ),
  byProcess("Bun", [tool("@oven/bun-linux-x64/bin/bun"), "--no-install"], "entries/process.mjs"),
  byProcess(
    "Deno",
    [tool("@deno/linux-x64-glibc/deno"), "run", "--no-prompt", "--allow-net=127.0.0.1"],
    "entries/process.mjs",
  ),
  byProcess("Node 20, reduced to what React Native has", [tool("node-20/bin/node")], "entries/reduced.mjs"),
  { name: "Jest with jsdom", run: runInJest },
  { name: "workerd", run: runInWorkerd },
  {
    name: "Chromium",
    ...(hasChromium
      ? {}
      : { missing: `there is no ${chromiumPath}: apt-get install chromium, or set CHROMIUM to another` }),
    run: runInChromium,
  },
];

function byProcess(name: string, [program = "", ...options]: string[], entry: string): Runtime {
  return {
    name,
    run: async (consumer, addresses) => {
      const args = [...options, entry, JSON.stringify(addresses)];
      return JSON.parse(await runProgram(program, args, { cwd: consumer, timeout: 60_000 })) as Result[];
    },
  };
}
