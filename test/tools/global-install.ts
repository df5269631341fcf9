import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { installRequirements } from "../../scripts/python-environment.ts";
import { installPackages } from "../support/install.ts";

const here = import.meta.dirname;

/** Installs the tools. The viewers' bundles need none of the peers that npm would add. */
export default async function setUp(project: TestProject): Promise<void> {
  await installPackages(here, "--legacy-peer-deps");
  project.provide("pythonPrograms", await installRequirements(join(here, "python")));
}

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the programs of the Python environment. */
    pythonPrograms: string;
  }
}
