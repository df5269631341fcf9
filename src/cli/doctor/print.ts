import type { Row } from "../../config/report.ts";
import type { Io } from "../io.ts";
import { cellText, json } from "../output/cells.ts";
import { pad, padLeft, painterFor, widthOf } from "../output/colours.ts";
import { wrapHelp } from "../output/wrap.ts";
import { type Check, plural, type Result, results } from "./checkup.ts";

const colours = {
  ok: "green",
  warning: "yellow",
  failed: "red",
  skipped: "dim",
  "not offered": "dim",
} as const satisfies { [Name in Result]: string };

const resultWidth = Math.max(...results.map((result) => result.length));
const nameWidth = 26;
const timeWidth = 8;
const indent = " ".repeat(resultWidth + 2);

/** Prints checks for people, each when it has ended. Those that were skipped for one reason share a line. */
export interface Printer {
  show(check: Check): void;
  settings(rows: readonly Row[]): void;
  /** Prints what is left, and how many checks ended with which result. */
  end(checks: readonly Check[]): void;
}

export function startPrinter(io: Io): Printer {
  let held: Check[] = [];
  const flush = () => {
    const [first] = held;
    if (first === undefined) return;
    const names = held.map(({ check }) => check).join(", ");
    const line = { ...first, check: plural(held.length, "check"), detail: `${first.detail}: ${names}` };
    printCheck(held.length === 1 ? first : line, io);
    held = [];
  };
  return {
    show(check) {
      if (check.result === "skipped" && held[0]?.detail === check.detail) {
        held.push(check);
        return;
      }
      flush();
      if (check.result === "skipped") held = [check];
      else printCheck(check, io);
    },
    settings: (rows) => printSettings(rows, io),
    end(checks) {
      flush();
      const counts = Object.entries(countResults(checks)).filter(([, count]) => count > 0);
      io.out(
        `${plural(checks.length, "check")}: ${counts.map(([result, count]) => `${count} ${result}`).join(", ")}\n`,
      );
    },
  };
}

/** A check as a line: result, name, time, detail. A detail that is too long, and what to do, stand below. */
function printCheck({ check, result, milliseconds, detail, remedy }: Check, io: Io): void {
  const time = result === "skipped" ? "" : `${milliseconds} ms`;
  const words = [pad(result, resultWidth), pad(check, nameWidth), padLeft(time, timeWidth)];
  const head = words.join("  ");
  const text = cellText(detail);
  const fits = head.length + 2 + widthOf(text) <= (io.columns ?? Number.POSITIVE_INFINITY);
  const first = fits ? `${head}  ${text}` : head.trimEnd();
  io.out(`${painterFor(io)(colours[result], result)}${first.slice(result.length)}\n`);
  for (const line of [...(fits ? [] : [text]), ...(remedy === undefined ? [] : [cellText(remedy)])]) {
    io.out(`${wrap(indent + line, io)}\n`);
  }
}

function printSettings(rows: readonly Row[], io: Io): void {
  const width = Math.max(0, ...rows.map(({ setting }) => setting.length));
  for (const { setting, value, source } of rows) {
    io.out(`${indent}${pad(setting, width)}  ${cellText(value)} (${cellText(source)})\n`);
  }
}

/** The same for programs, as one object. */
export function printReport(checks: readonly Check[], settings: readonly Row[], io: Io): void {
  const summary = countResults(checks);
  const report = { ok: summary.failed === 0, summary, settings, checks };
  io.out(`${json(report, io.columns === undefined ? undefined : 2)}\n`);
}

function countResults(checks: readonly Check[]): Record<Result, number> {
  const count = (result: Result) => checks.filter((check) => check.result === result).length;
  return Object.fromEntries(results.map((result) => [result, count(result)])) as Record<Result, number>;
}

function wrap(line: string, { columns }: Io): string {
  return columns === undefined ? line : wrapHelp(line, columns);
}
