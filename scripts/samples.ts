/**
 * npm run samples: prints code samples of operations for TypeScript, csbs, curl, Python and Go. Names of
 * operations select some; --out writes each sample to a file of a folder.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Document } from "../src/spec/document.ts";
import { type SampleCall, sampleCalls } from "./samples/call.ts";
import { csbsSample } from "./samples/csbs.ts";
import { curlSample } from "./samples/curl.ts";
import { goSample } from "./samples/go.ts";
import { pythonSample } from "./samples/python.ts";
import { typescriptSample } from "./samples/typescript.ts";

/** One sample, in the form of Redocly's x-codeSamples. */
export interface CodeSample {
  /** The language of the syntax. csbs and curl are both "Shell", so labels differ. */
  lang: string;
  label: string;
  source: string;
}

interface Language {
  lang: string;
  label: string;
  extension: string;
  write(call: SampleCall): string;
}

/** All languages, in the order of display. */
export const languages: readonly Language[] = [
  { lang: "TypeScript", label: "TypeScript", extension: "ts", write: typescriptSample },
  { lang: "Shell", label: "csbs", extension: "csbs.sh", write: csbsSample },
  { lang: "Shell", label: "curl", extension: "curl.sh", write: curlSample },
  { lang: "Python", label: "Python", extension: "py", write: pythonSample },
  { lang: "Go", label: "Go", extension: "go", write: goSample },
];

/** The samples of every operation by operationId; they depend on the bundle only. */
export function codeSamples(document: Document): Record<string, CodeSample[]> {
  return Object.fromEntries(
    sampleCalls(document).map((call) => [
      call.operationId,
      languages.map(({ lang, label, write }) => ({ lang, label, source: write(call).trimEnd() })),
    ]),
  );
}

if (import.meta.main) {
  try {
    await show();
  } catch (error) {
    console.error(`samples: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

async function show(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });
  const bundle = new URL("../generated/openapi.json", import.meta.url);
  const all = codeSamples(JSON.parse(await readFile(bundle, "utf8")) as Document);
  const unknown = positionals.find((operationId) => !Object.hasOwn(all, operationId));
  if (unknown !== undefined)
    throw new Error(`no operation ${unknown}; there are ${Object.keys(all).join(", ")}`);
  const chosen = Object.entries(all).filter(([id]) => positionals.length === 0 || positionals.includes(id));
  for (const [operationId, samples] of chosen) {
    if (values.out === undefined) print(operationId, samples);
    else await save(values.out, operationId, samples);
  }
}

function print(operationId: string, samples: CodeSample[]): void {
  for (const { label, source } of samples) console.log(`=== ${operationId}, ${label}\n\n${source}\n`);
}

async function save(folder: string, operationId: string, samples: CodeSample[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, { source }] of samples.entries()) {
    await writeFile(join(folder, `${operationId}.${languages[index]?.extension}`), `${source}\n`);
  }
}
