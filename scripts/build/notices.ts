import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuildResult } from "esbuild";

const root = join(import.meta.dirname, "../..");

/**
 * Writes the licences of the libraries that the build has put into files of ours: they ask to go
 * wherever their code goes. Fails for a library without a licence text.
 */
export async function writeNotices(
  results: BuildResult<{ metafile: true }>[],
  target: string,
): Promise<void> {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = new Set(inputs.map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]));
  const folders = [...packages].filter((folder) => folder !== undefined).sort();
  const notices = await Promise.all(folders.map((folder) => noticeOf(join(root, folder))));
  const title = "Libraries bundled into files of this package, and their licences\n";
  await writeFile(target, [title, ...notices].join(`\n${"-".repeat(80)}\n\n`));
}

async function noticeOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, "package.json"), "utf8");
  const { name, version, license } = JSON.parse(text) as Record<"name" | "version" | "license", string>;
  const file = (await readdir(folder)).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file === undefined) throw new Error(`${name} has no licence text to pass on`);
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}
