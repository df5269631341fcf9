/**
 * Run by code.test.ts as a process of its own: imports each file of the folder in turn, with the
 * hosts of the docs led to the service of the tests, and writes what each has printed.
 */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { routedFetch } from "./service.ts";

export interface Ran {
  output: string;
  error?: string;
}

const [folder = "", service = "", ...files] = process.argv.slice(2);
globalThis.fetch = routedFetch(service);
process.chdir(folder);

const results: Record<string, Ran> = {};
for (const file of files) results[file] = await runOne(file);
await writeFile(join(folder, "results.json"), JSON.stringify(results));

async function runOne(file: string): Promise<Ran> {
  let output = "";
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = ((text: string) => {
      output += text;
      return true;
    }) as typeof stream.write;
  }
  try {
    await import(pathToFileURL(join(folder, file)).href);
    return { output };
  } catch (error) {
    return { output, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    streams.forEach((stream, index) => {
      stream.write = originals[index] as typeof stream.write;
    });
  }
}
