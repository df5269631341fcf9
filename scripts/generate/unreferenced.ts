import { glob, readFile } from "node:fs/promises";
import { join, posix } from "node:path";

/** Files that the root does not reach on purpose. */
const apart = /^(openapi\.yaml|workflows\.arazzo\.yaml)$/;

/**
 * The YAML files of a folder that openapi.yaml does not refer to, directly or through others: their content would be
 * missing from the bundle without a word.
 */
export async function unreferencedFiles(folder: string): Promise<string[]> {
  const reached = new Set<string>();
  const follow = async (file: string): Promise<void> => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    const references = [...text.matchAll(/\$ref:\s*["']?([^"'#\s}]+\.ya?ml)/g)];
    await Promise.all(references.map(([, path = ""]) => follow(posix.join(posix.dirname(file), path))));
  };
  await follow("openapi.yaml");
  const unreferenced: string[] = [];
  for await (const file of glob("**/*.{yaml,yml}", { cwd: folder })) {
    if (!reached.has(file) && !apart.test(file)) unreferenced.push(file);
  }
  return unreferenced.sort();
}
