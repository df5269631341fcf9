/**
 * npm run differences -- REPORT: what a report of csbs proxy means for the description. Lists the known rows that it
 * confirms, and proposes rows and changes of schemas for the rest, as a diff. It changes no file.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report, ReportedFinding } from "../src/proxy/report.ts";
import { diffOf } from "./differences/diff.ts";
import { propose } from "./differences/propose.ts";
import { Sources } from "./differences/sources.ts";
import { confirmRow } from "./differences/table.ts";

const root = join(import.meta.dirname, "..");

try {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0)
    throw new Error("give one file: npm run differences -- report.json");
  print(readReport(file));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Reports come from others: what would not be a name in YAML and Markdown is refused. */
function readReport(file: string): Report {
  const report = JSON.parse(readFileSync(file, "utf8")) as Partial<Report>;
  const { deviations, differences, date = "" } = report;
  const isValid =
    Array.isArray(deviations) &&
    Array.isArray(differences) &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    [...deviations, ...differences].every(isFinding);
  if (!isValid) throw new Error(`${file} is not a report; csbs proxy --report writes one`);
  return report as Report;
}

function isFinding({
  operation,
  in: place,
  pointer,
  expected,
  received,
  rows,
  count,
}: ReportedFinding): boolean {
  return (
    /^[\w /*{}]+$/.test(operation) &&
    /^[a-z]+$/.test(place) &&
    /^(\/[\w*]+)*$/.test(pointer) &&
    /^[^\n\r]*$/.test(expected) &&
    /^[\w /.-]+$/.test(received) &&
    rows.every((row) => /^[a-z0-9-]+$/.test(row)) &&
    Number.isInteger(count)
  );
}

function print({ deviations, differences, date }: Report): void {
  const sources = new Sources(root);
  const known = [...differences, ...deviations].filter(({ rows }) => rows.length > 0);
  const rows = [...new Set(known.flatMap((finding) => finding.rows))].sort();
  console.log(`known rows that the report confirms: ${rows.length}`);
  for (const row of rows) {
    confirmRow(sources, row, date);
    for (const finding of known.filter((one) => one.rows.includes(row)))
      console.log(`  ${row}: ${wordsOf(finding)}`);
  }
  const unknown = deviations.filter((finding) => finding.rows.length === 0);
  const proposed = propose(sources, unknown, date);
  console.log(`proposed rows: ${proposed.length}`);
  for (const [index, row] of proposed.entries())
    console.log(`  ${row}: ${wordsOf(unknown[index] as ReportedFinding)}`);
  console.log(`\n${diffOf(root, sources.changes())}`);
}

function wordsOf({
  operation,
  in: place,
  pointer,
  kind,
  received,
  expected,
  count,
}: ReportedFinding): string {
  const refused = kind === undefined ? "" : `; the description says ${expected}`;
  return `${operation} ${[place, pointer].filter((part) => part !== "").join(" ")} ${received}, ${count}x${refused}`;
}
