import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "test/bench");
const run = promisify(execFile);

/** Installs the programs to compare with, unless they are there in the versions asked for. */
export async function installPeers(): Promise<void> {
  const { devDependencies } = await manifest(folder);
  for (const [name, version] of Object.entries(devDependencies)) {
    if ((await versionOf(name).catch(() => undefined)) === version) continue;
    console.error("Installing the programs to compare with, in test/bench/ …");
    await run("npm", ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: root,
    });
    return;
  }
}

/** Generates hey-api's client from generated/openapi.json into a folder. */
export async function generateHeyApi(target: string): Promise<void> {
  const program = join(folder, "node_modules/.bin/openapi-ts");
  const input = join(root, "generated/openapi.json");
  const options = ["--input", input, "--output", target, "--client", "@hey-api/client-fetch"];
  await run(process.execPath, [program, ...options, "--no-log-file", "--silent"], { cwd: folder });
}

/** Version of an installed package: of test/bench/, else of the project. */
export async function versionOf(name: string): Promise<string> {
  const places = [folder, root].map((place) => join(place, "node_modules", name));
  const found = await Promise.any(places.map(manifest));
  return found.version;
}

async function manifest(
  place: string,
): Promise<{ version: string; devDependencies: Record<string, string> }> {
  return JSON.parse(await readFile(join(place, "package.json"), "utf8"));
}
