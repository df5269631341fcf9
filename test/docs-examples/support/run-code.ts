/**
 * Run by code.test.ts as a process of its own: imports each file of the folder in turn, each with a mock of
 * its own in place of the hosts of the docs, and writes what each has printed.
 */

import "./fast-waits.ts";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startMock } from "../../../src/mock.ts";
import { guideScenario } from "./guides.ts";
import { routedFetch } from "./service.ts";

export interface Ran {
  output: string;
  error?: string;
}

const [folder = "", ...files] = process.argv.slice(2);
let mockUrl = "";
globalThis.fetch = routedFetch(() => mockUrl);
process.chdir(folder);

const results: Record<string, Ran> = {};
for (const file of files) {
  const mock = await startMock({ scenario: guideScenario });
  mockUrl = mock.url;
  results[file] = await runOne(file);
  await mock.stop();
}
await writeFile(join(folder, "results.json"), JSON.stringify(results));
// A block that did not end would keep the process open.
process.exit();

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
    const late = sleep(20_000, undefined, { ref: false }).then(() => {
      throw new Error("did not end within 20 s");
    });
    await Promise.race([import(pathToFileURL(join(folder, file)).href), late]);
    return { output };
  } catch (error) {
    return { output, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    streams.forEach((stream, index) => {
      stream.write = originals[index] as typeof stream.write;
    });
  }
}
