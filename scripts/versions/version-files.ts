import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

const manifests = ["package.json", "package-lock.json"];
const descriptions = ["openapi/openapi.yaml", "openapi/workflows.arazzo.yaml"];

interface Manifest {
  version: string;
  /** Of the lockfile: that of the package itself is nameless. */
  packages?: { "": { version: string } };
}

/** Every place but the changelog that has the version by hand: where, and what it says. */
export async function versionPlaces(root: string): Promise<{ place: string; version: string }[]> {
  const read = (file: string) => readFile(join(root, file), "utf8");
  const found: { place: string; version: string }[] = [];
  for (const file of manifests) {
    const { version, packages } = JSON.parse(await read(file)) as Manifest;
    found.push({ place: `${file} has version`, version });
    if (packages !== undefined) {
      found.push({ place: `${file} has for the package itself version`, version: packages[""].version });
    }
  }
  for (const file of descriptions) {
    const { info } = parse(await read(file)) as { info: { version: string } };
    found.push({ place: `${file} has info.version`, version: info.version });
  }
  return found;
}

/** Writes the version to every place, and nothing else: the files keep their form. */
export async function writeVersion(root: string, version: string): Promise<void> {
  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(join(root, file), change(await readFile(join(root, file), "utf8")));
  for (const file of manifests) {
    await edit(file, (text) => {
      const manifest = JSON.parse(text) as Manifest;
      manifest.version = version;
      if (manifest.packages !== undefined) manifest.packages[""].version = version;
      return `${JSON.stringify(manifest, null, 2)}\n`;
    });
  }
  for (const file of descriptions) {
    await edit(file, (text) => text.replace(/^(info:\n(?: +.*\n)*? {2}version: ).*$/m, `$1${version}`));
  }
  const missed = (await versionPlaces(root)).filter((found) => found.version !== version);
  if (missed.length > 0)
    throw new Error(`${missed.map(({ place }) => place).join(", ")} could not be written`);
}
