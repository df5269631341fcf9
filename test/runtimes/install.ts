import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPackages, quietInstall } from "../support/install.ts";
import { root } from "../support/process.ts";
import { runProgram } from "./program.ts";

const here = import.meta.dirname;

/** The path of something in the packages that this folder's lockfile pins. */
export function tool(path: string): string {
  return join(here, "node_modules", path);
}

/** Installs runtimes and compilers. 1.3 GB. */
export function installTools(): Promise<void> {
  return installPackages(here);
}

/**
 * Packs the package as it would be published, building it first, and installs it into a project of
 * its own beside the suite. Resolves to the folder; the tarball lies there as csbs-api.tgz.
 */
export async function installPackage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-runtimes-"));
  const packed = await runProgram("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root });
  const [tarball] = JSON.parse(packed.slice(packed.indexOf("["))) as { filename: string }[];
  await cp(join(folder, tarball?.filename ?? ""), join(folder, "csbs-api.tgz"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await runProgram("npm", ["install", ...quietInstall, "./csbs-api.tgz"], { cwd: folder });
  await cp(join(here, "suite.js"), join(folder, "suite.js"));
  await cp(join(here, "entries"), join(folder, "entries"), { recursive: true });
  return folder;
}
