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

async function noticeOf(library: Library): Promise<string> {
  const { name, version, license, bundledInto } = library;
  return `${name} ${version} (${license}), in ${bundledInto.join(", ")}\n\n${await textOf(library)}\n`;
}

/** The library's own file; else the copyright that its README states, and the text of the MIT licence. */
async function textOf({ name, license, folder }: Library): Promise<string> {
  const files = await readdir(folder);
  const file = files.find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file !== undefined) return (await readFile(join(folder, file), "utf8")).trim();
  const readme = files.includes("README.md") ? await readFile(join(folder, "README.md"), "utf8") : "";
  const [, copyright] = /^#+ Licen[cs]e\s+([^#]+)/m.exec(readme) ?? [];
  if (license !== "MIT" || copyright === undefined) throw new Error(`${name} has no licence text to pass on`);
  return `${copyright.trim()}\n\n${mit}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
