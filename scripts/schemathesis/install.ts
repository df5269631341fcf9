import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const folder = join(import.meta.dirname, "../../test/schemathesis");
const environment = join(folder, ".venv");
const run = promisify(execFile);

/**
 * Installs Schemathesis into test/schemathesis/.venv, unless what is there comes from this very
 * requirements.txt. Resolves to its program.
 */
export async function installSchemathesis(): Promise<string> {
  const requirements = join(folder, "requirements.txt");
  const wanted = await readFile(requirements, "utf8");
  const marker = join(environment, ".installed");
  if ((await readFile(marker, "utf8").catch(() => undefined)) !== wanted) {
    console.error("Installing Schemathesis in test/schemathesis/ …");
    await makeEnvironment();
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
  return join(environment, "bin/schemathesis");
}

async function makeEnvironment(): Promise<void> {
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
