import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { installTools } from "../runtimes/install.ts";
import { root } from "../support/process.ts";
import { bundleRunner } from "./run.ts";

/** Builds the package and bundles the runner with it; installs the runtimes where they are missing. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await installTools();
  await promisify(execFile)("npm", ["run", "build"], { cwd: root });
  const folder = await mkdtemp(join(tmpdir(), "csbs-faults-"));
  project.provide("runner", await bundleRunner(folder));
  return () => rm(folder, { recursive: true });
}

declare module "vitest" {
  interface ProvidedContext {
    /** The runner of the faults, bundled with dist/. */
    runner: string;
  }
}
