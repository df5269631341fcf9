import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../runtimes/program.ts";
import { root } from "./process.ts";

export const quietInstall = ["--ignore-scripts", "--no-audit", "--no-fund"];

/** Installs what the package-lock.json in a folder pins, unless that is there already. */
export async function installPackages(folder: string, ...options: string[]): Promise<void> {
  const marker = join(folder, "node_modules/.installed");
  const lockfile = await readFile(join(folder, "package-lock.json"), "utf8");
  if ((await readFile(marker, "utf8").catch(() => undefined)) === lockfile) return;
  await runProgram("npm", ["ci", ...quietInstall, ...options, "--prefix", folder], { cwd: root });
  await writeFile(marker, lockfile);
}
