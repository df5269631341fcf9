import type { ReportedFinding } from "../../src/proxy/report.ts";
import type { Sources } from "./sources.ts";

const guide = "docs/guides/differences.md";

/** Adds a row to the record of differences, in its place by the alphabet. */
export function addRow(sources: Sources, row: string, finding: ReportedFinding, date: string): void {
  const { operation, pointer, expected, received, count, in: place, kind } = finding;
  const field = pointer.split("/").findLast((part) => part !== "" && part !== "*");
  const where = field === undefined ? `${place} of ${operation}` : `\`${field}\` of ${operation}`;
  const does = kind === "undescribed" ? "optional" : kind === "missing" ? "optional" : "either";
  const seen = `a report: ${received}, ${count} ${count === 1 ? "time" : "times"}`;
  const cells = [row, where, `described: ${expected}`, seen, does, `report, ${date}`];
  changeLines(sources, (lines) => {
    const first = lines.findIndex((line) => /^\| [a-z]/.test(line));
    const next = lines.findIndex(
      (line, index) => index >= first && (rowOf(line) === undefined || (rowOf(line) ?? "") > row),
    );
    const widths = (lines[first] ?? "")
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.length - 2);
    const padded = cells.map((cell, index) => cell.replaceAll("|", "\\|").padEnd(widths[index] ?? 0));
    lines.splice(next, 0, `| ${padded.join(" | ")} |`);
  });
}

/** Adds the report to the sources of a row that it confirms. */
export function confirmRow(sources: Sources, row: string, date: string): void {
  changeLines(sources, (lines) => {
    const index = lines.findIndex((line) => rowOf(line) === row);
    const line = lines[index];
    if (line === undefined || line.includes(`report, ${date}`)) return;
    const cells = line.split("|").slice(1, -1);
    const sourcesCell = (cells.pop() ?? "").trimEnd();
    lines[index] = `|${[...cells, `${sourcesCell}; report, ${date} `].join("|")}|`;
  });
}

function changeLines(sources: Sources, change: (lines: string[]) => void): void {
  const lines = sources.read(guide).split("\n");
  change(lines);
  sources.write(guide, lines.join("\n"));
}

function rowOf(line: string): string | undefined {
  return /^\| ([a-z][a-z0-9-]*) /.exec(line)?.[1];
}
