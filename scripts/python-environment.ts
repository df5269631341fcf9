import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Installs the requirements.txt of a folder into .venv there, unless that comes from this very file.
 * Resolves to the folder of its programs.
 */
export async function installRequirements(folder: string): Promise<string> {
  const environment = join(folder, ".venv");
  const requirements = join(folder, "requirements.txt");
  const wanted = await readFile(requirements, "utf8");
  const marker = join(environment, ".installed");
  if ((await readFile(marker, "utf8").catch(() => undefined)) !== wanted) {
    console.error(`Installing ${requirements} …`);
    await makeEnvironment(environment);
    const options = [
      "--quiet",
      "--disable-pip-version-check",
      "--require-hashes",
      "--requirement",
      requirements,
    ];
    await run(join(environment, "bin/pip"), ["install", ...options]);
    await writeFile(marker, wanted);
  }
  return join(environment, "bin");
}

async function makeEnvironment(environment: string): Promise<void> {
  try {
    await run("python3", ["-m", "venv", "--clear", environment]);
  } catch (cause) {
    throw new Error(
      "Python 3.11 or later is needed, with its module venv (Debian: apt-get install python3-venv)",
      {
        cause,
      },
    );
  }
}
