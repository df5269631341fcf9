import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { root } from "../support/process.ts";
import { document } from "../support/spec.ts";
import { documentedIn } from "./declarations.ts";

const { folder } = inject("tarball");
const entries = ["index", "mock", "node", "validators"];
const names = documentedIn(
  join(folder, "dist/types/"),
  entries.map((entry) => `src/${entry}.d.ts`),
);

const scenarios = JSON.parse(await readFile(join(folder, "generated/scenario.schema.json"), "utf8"));
const settings = ["settings.ts", "clouds.ts", "resolve.ts", "connect.ts"].map((file) =>
  join(root, "src/config", file),
);
const sources = await Promise.all(settings.map(async (file) => strings(await readFile(file, "utf8"))));

/** What a source has in quotes or reads from the environment, without its comments. */
function strings(source: string): string {
  return (source.replace(/\/\*[\s\S]*?\*\//g, "").match(/"[^"]*"|environment\.\w+/g) ?? []).join(" ");
}

/** Text without the tags' own names. */
const wordsOf = (text: string) => text.replaceAll(/^@(description|deprecated|see)\b/gm, "");

test("every export and every property that can be reached has a sentence to hover over", () => {
  expect(names.length).toBeGreaterThan(1000);
  const bare = names.filter(({ text }) => !/^[^@]*\w{2}/.test(wordsOf(text).trim())).map(({ path }) => path);
  expect(bare).toEqual([]);
});

test("a name without one would be found", () => {
  const found = documentedIn(join(import.meta.dirname, "fixtures/"), ["undocumented.d.ts"]);
  const bare = found.filter(({ text }) => text === "").map(({ path }) => path);
  expect(bare.sort()).toEqual(["Bare", "Bare.inner", "Bare.inner.deep", "Listed.items.id", "call.result"]);
});

test("every exported function says what it throws, but those that throw nothing", () => {
  const silent = names.filter(({ callable, text }) => callable && !text.includes("@throws"));
  expect(silent.map(({ path }) => path).sort()).toEqual([
    "explainError",
    "failReason",
    "isTerminal",
    "listScenarios",
  ]);
});

/** Names that are not ours: of JavaScript, HTTP, iCalendar and Python. */
const foreign = [
  "GET",
  "true",
  "false",
  "undefined",
  "null",
  "break",
  "fetch",
  "T",
  "MO",
  "SU",
  "True",
  "False",
  "csbs",
];

describe("names in backticks", () => {
  const known = new Set(foreign);
  for (const { path } of names) for (const part of path.split(".")) known.add(part);
  // Names of the description and of scenarios: of parameters, properties, values and in examples, not in prose.
  for (const source of [document, scenarios]) collect(source);
  // Variables, places in clouds.yaml, and the command.
  for (const text of sources) for (const word of text.match(/\w+/g) ?? []) known.add(word);

  function collect(node: unknown): void {
    if (typeof node === "string") for (const word of node.match(/\w+/g) ?? []) known.add(word);
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      known.add(key);
      if (key !== "description" && key !== "summary") collect(value);
    }
  }

  function unknownIn(path: string, text: string): string[] {
    return [...text.matchAll(/`([^`\n]+)`/g)]
      .map(([, name]) => (name as string).replace(/\(.*\)$/, ""))
      .filter((name) => /^[A-Za-z][A-Za-z_]*(\.[A-Za-z_]+)*$/.test(name) && !name.endsWith("_"))
      .flatMap((name) => name.split("."))
      .filter((name) => !known.has(name))
      .map((name) => `${path}: ${name}`);
  }

  test("exist", () => {
    expect(names.flatMap(({ path, text }) => unknownIn(path, text))).toEqual([]);
  });

  test("that do not exist would be found", () => {
    expect(unknownIn("x", "the option `retryCount`, or `hooks.onRetry` and `timeout`")).toEqual([
      "x: retryCount",
      "x: onRetry",
    ]);
  });
});
