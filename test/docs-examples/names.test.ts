import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { startSession } from "../../src/cli/session.ts";
import { allCommands } from "../../src/cli/tree.ts";
import * as client from "../../src/index.ts";
import { root } from "../support/process.ts";
import { document, operations } from "../support/spec.ts";
import { docs, proseOf } from "./support/guides.ts";

/** What the prose puts in code style and looks like a name of ours must be one. */
const names = docs.flatMap((page) =>
  [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, name]) => ({ page, name: name as string })),
);

const operationIds = operations.map(({ operation }) => operation.operationId);

/** Keys and whole values of the description: parameters, fields, states, names of examples. */
const inSpec = new Set<string>();
collect(document);
function collect(node: unknown): void {
  if (typeof node === "string") inSpec.add(node);
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    inSpec.add(key);
    collect(value);
  }
}

/** Words of the source, for options of the client, of clouds.yaml and of the mock. */
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name));
const inSource = new Set(
  sources.flatMap((name) => readFileSync(join(root, name), "utf8").match(/\w+/g) ?? []),
);

/** Names of others that look like ours: of IAM, of OpenTelemetry's own, of iCalendar. */
const foreign = ["expires_at"];

const commands = allCommands(createProgram(startSession({ out: () => {}, err: () => {} })));
const flags = new Set(commands.flatMap((command) => command.options.flatMap(({ long }) => long ?? [])));
const codes = document["x-csbs-error-codes"] as { code: string }[];

function unknown(pattern: RegExp, isKnown: (name: string) => boolean): string[] {
  return names
    .flatMap(({ page, name }) => [...name.matchAll(pattern)].map(([found]) => ({ page, found })))
    .filter(({ found }) => !isKnown(found) && !foreign.includes(found))
    .map(({ page, found }) => `${page}: ${found}`);
}

const word = (pattern: string) => new RegExp(`(?<![\\w./@-])${pattern}(?![\\w/-])`, "g");

test("error codes are in the catalogue", () => {
  const known = codes.map(({ code }) => code);
  expect(unknown(/\b(CSBS|BackupService|APIGW)\.\d{4}/g, (code) => known.includes(code))).toEqual([]);
});

test("names in camelCase are operations, examples, exports or options", () => {
  const isKnown = (name: string) => inSpec.has(name) || inSource.has(name);
  expect(unknown(word("[a-z]+(?:[A-Z][a-z]+)+"), isKnown)).toEqual([]);
});

test("what begins like an operation is one, or a function of the client", () => {
  const verbs = new Set(operationIds.map((id) => /^[a-z]+/.exec(id)?.[0]));
  const isKnown = (name: string) => operationIds.includes(name) || name in client;
  expect(unknown(word(`(?:${[...verbs].join("|")})[A-Z]\\w+`), isKnown)).toEqual([]);
});

test("names in snake_case are in the description, or settings of the command", () => {
  const isKnown = (name: string) => inSpec.has(name) || inSource.has(name);
  expect(unknown(word("[a-z]+(?:_[a-z]+)+"), isKnown)).toEqual([]);
});

test("variables are read by the command", () => {
  expect(unknown(word("(?:OS|HW|CSBS)_[A-Z_]+"), (name) => inSource.has(name))).toEqual([]);
});

test("classes are exported", () => {
  expect(unknown(word("Csbs[A-Z]\\w+"), (name) => name in client || inSource.has(name))).toEqual([]);
});

test("options are the command's", () => {
  const ofScripts = ["--port", "--host", "--help", "--check", "--base", "--serve"];
  expect(unknown(/(?<![\w-])--[a-z][a-z-]+/g, (flag) => flags.has(flag) || ofScripts.includes(flag))).toEqual(
    [],
  );
});

test("commands are the command's", () => {
  const known = commands.flatMap((command) => [command.name(), ...command.aliases()]);
  expect(unknown(/(?<=^csbs )[a-z-]+/g, (name) => known.includes(name) || name.startsWith("-"))).toEqual([]);
});
