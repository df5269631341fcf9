/**
 * npm run new -- operation: writes the files of a new operation, which pass `npm run check` at once. It asks for what
 * the options do not say: --method, --path, --operation-id, --folder, --tag.
 */
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { NewOperation } from "./new/templates.ts";
import { writeOperation } from "./new/write.ts";

const questions = {
  method: "Method (get, put, post or delete)",
  path: "Path, such as /v1/{project_id}/quotas",
  "operation-id": "operationId, such as getQuotas",
  folder: "Folder of openapi/, such as quotas",
  tag: "Tag, such as Quotas",
} as const;

type Question = keyof typeof questions;

try {
  const options = Object.fromEntries(
    Object.keys(questions).map((name) => [name, { type: "string" } as const]),
  ) as Record<Question, { type: "string" }>;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.join(" ") !== "operation") {
    throw new Error("unknown kind; run: npm run new -- operation");
  }
  const choices = await ask(values);
  const written = await writeOperation(join(import.meta.dirname, ".."), {
    method: choices.method.toLowerCase(),
    path: choices.path,
    operationId: choices["operation-id"],
    folder: choices.folder,
    tag: choices.tag,
  } satisfies NewOperation);
  console.log(`wrote ${written.join(", ")}`);
  console.log("Next: describe it there, npm run generate, npm run check && npm test");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Asks on a terminal for what is missing; elsewhere it must be given. */
async function ask(given: Partial<Record<Question, string>>): Promise<Record<Question, string>> {
  const missing = (Object.keys(questions) as Question[]).filter((name) => !given[name]);
  if (missing.length > 0 && !process.stdin.isTTY) {
    throw new Error(`missing: ${missing.map((name) => `--${name}`).join(", ")}`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const choices = { ...given };
  for (const name of missing) choices[name] = (await terminal.question(`${questions[name]}: `)).trim();
  terminal.close();
  return choices as Record<Question, string>;
}
