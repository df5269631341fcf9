import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { tool } from "./install.ts";
import { runProgram } from "./program.ts";
import type { Addresses, Result } from "./suite.js";

/** Runs the suite as a test of a worker. It may reach this machine, which workerd denies by default. */
export async function runInWorkerd(consumer: string, addresses: Addresses): Promise<Result[]> {
  const folder = join(consumer, "workerd");
  await mkdir(folder);
  await writeFile(join(folder, "worker.js"), await bundle(consumer, "entries/worker.mjs"));
  await writeFile(join(folder, "config.capnp"), config(addresses));
  const workerd = tool("@cloudflare/workerd-linux-64/bin/workerd");
  const printed = await runProgram(workerd, ["test", "config.capnp"], { cwd: folder, timeout: 60_000 });
  return JSON.parse(printed) as Result[];
}

const config = (addresses: Addresses) => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "internet", network = (allow = ["private"])),
  ],
);

const suite :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  bindings = [(name = "addresses", json = ${JSON.stringify(JSON.stringify(addresses))})],
  compatibilityDate = "2026-01-01",
);
`;
