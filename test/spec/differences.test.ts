import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Json } from "../../src/spec/document.ts";
import { document, operations } from "../support/spec.ts";

/** The table of differences and the description must name the same rows. */
const guide = readFileSync(new URL("../../docs/guides/differences.md", import.meta.url), "utf8");

const rows = guide
  .split("\n")
  .filter((line) => /^\| [a-z]/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, row = "", where = "", one = "", other = "", does = "", source = ""]) => ({
    row,
    where,
    one,
    other,
    does,
    source,
  }));

function pointers(node: Json): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "x-csbs-differences" ? (value as string[]) : pointers(value),
  );
}

const pointedAt = new Set(pointers(document as unknown as Json));

test("every pointer has its row", () => {
  const names = rows.map(({ row }) => row);
  expect([...pointedAt].filter((row) => !names.includes(row))).toEqual([]);
});

test("every row is pointed at, unless the description does nothing about it", () => {
  const unused = rows.filter(({ row, does }) => !pointedAt.has(row) && !does.startsWith("Nothing"));
  expect(unused.map(({ row }) => row)).toEqual([]);
});

test("rows are sorted, named once and complete", () => {
  const names = rows.map(({ row }) => row);
  expect(names).toEqual([...new Set(names)].sort());
  expect(rows.length).toBeGreaterThanOrEqual(55);
  expect(rows.filter(({ where, one, other, does }) => [where, one, other, does].includes(""))).toEqual([]);
});

test("every row has its sources, and the day of each", () => {
  const kind = "(page|SDK|trace|report)";
  const form = new RegExp(`^${kind}(, ${kind})*, \\d{4}-\\d{2}-\\d{2}(; report, \\d{4}-\\d{2}-\\d{2})*$`);
  expect(rows.filter(({ source }) => !form.test(source)).map(({ row, source }) => [row, source])).toEqual([]);
});

test("what a row names in code style is in the description", () => {
  const text = JSON.stringify(document);
  const ids = operations.map(({ operation }) => operation.operationId);
  const missing = rows.flatMap(({ row, where }) => {
    const inCode = [...where.matchAll(/`([a-z_]+)`/g)].map(([, name]) => `"${name}"`);
    const inCamel = [...where.matchAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g)].map(([name]) => name);
    const unknown = [
      ...inCode.filter((name) => !text.includes(name)),
      ...inCamel.filter((id) => !ids.includes(id)),
    ];
    return unknown.map((name) => `${row}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test("the description says of every row how traffic shows it", () => {
  const evidence = document["x-csbs-evidence"];
  expect(Object.keys(evidence)).toEqual(rows.map(({ row }) => row));
  const invalid = Object.values(evidence).filter(
    (one) => typeof one === "string" && !["refusal", "none"].includes(one),
  );
  expect(invalid).toEqual([]);
});
