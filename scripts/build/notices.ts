import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Library } from "./libraries.ts";

/**
 * THIRD-PARTY-NOTICES.txt: the licence of each library that comes with the package, and its text
 * where code of it is in files of ours: licences ask to go wherever the code goes. Fails for a
 * bundled library without a licence text.
 */
export async function noticesOf(libraries: Library[]): Promise<string> {
  const installed = libraries.filter((library) => library.installed);
  const bundled = libraries.filter(({ bundledInto }) => bundledInto.length > 0);
  const list = [
    "Libraries installed with this package, and their licences\n",
    ...installed.map(({ name, version, license }) => `${name} ${version} (${license})`),
    "",
  ].join("\n");
  const title = "Libraries bundled into files of this package, and their licences\n";
  return [list, title, ...(await Promise.all(bundled.map(noticeOf)))].join(`\n${"-".repeat(80)}\n\n`);
}

async function noticeOf({ name, version, license, folder, bundledInto }: Library): Promise<string> {
  const file = (await readdir(folder)).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file === undefined) throw new Error(`${name} has no licence text to pass on`);
  const text = (await readFile(join(folder, file), "utf8")).trim();
  return `${name} ${version} (${license}), in ${bundledInto.join(", ")}\n\n${text}\n`;
}
