import type { Json } from "../spec/document.ts";
import type { Entry, Inspected } from "./exchange.ts";

/** More distinct findings than this are counted only. */
const mostFindings = 2000;

/** Values that are kept of a finding, and the characters of each. */
const mostValues = 5;
const longestValue = 200;

/** A finding, and how often it was made. */
export interface ReportedFinding extends Omit<Entry, "value"> {
  count: number;
  /** With --values: some of the values as JSON. */
  values?: string[];
}

/** What a report file holds. */
export interface Report {
  /** The version of the package. */
  csbsApi: string;
  /** The day in UTC. */
  date: string;
  calls: {
    total: number;
    /** Those of which everything was inspected. */
    inspected: number;
    /** A body is larger than what is inspected. */
    tooLarge: number;
    /** A body has an unknown compression. */
    unreadable: number;
    /** The connection was closed before the end. */
    cut: number;
    /** More calls than could be inspected arrived at once. */
    busy: number;
    /** The inspection failed, which is a bug of csbs-api. */
    failed: number;
  };
  /** The number of calls by operation. */
  operations: { [operationId: string]: number };
  /** What the description refuses or does not have. */
  deviations: ReportedFinding[];
  /** What the description accepts because of a known difference. */
  differences: ReportedFinding[];
  /** Findings that were left out, because there were too many different ones. */
  leftOut: number;
}

export type Skipped = "tooLarge" | "unreadable" | "cut" | "busy" | "failed";

/** Collects findings. Equal ones become one with a count. */
export class ReportCollector {
  readonly #version: string;
  readonly #withValues: boolean;
  readonly #calls: Report["calls"] = {
    total: 0,
    inspected: 0,
    tooLarge: 0,
    unreadable: 0,
    cut: 0,
    busy: 0,
    failed: 0,
  };
  readonly #operations = new Map<string, number>();
  readonly #findings = new Map<string, ReportedFinding>();
  #leftOut = 0;

  constructor(version: string, withValues = false) {
    this.#version = version;
    this.#withValues = withValues;
  }

  /** Counts a call that was not inspected. */
  skip(reason: Skipped): void {
    this.#calls.total++;
    this.#calls[reason]++;
  }

  /** `hide` redacts what must not be in a value. */
  add({ operation, entries, skipped }: Inspected, hide: (text: string) => string): void {
    this.#calls.total++;
    this.#calls[skipped ?? "inspected"]++;
    if (operation !== undefined) this.#operations.set(operation, (this.#operations.get(operation) ?? 0) + 1);
    for (const entry of entries) this.#addEntry(entry, hide);
  }

  #addEntry({ value, ...entry }: Entry, hide: (text: string) => string): void {
    const key = JSON.stringify(entry);
    const found = this.#findings.get(key) ?? { ...entry, count: 0 };
    if (found.count === 0 && this.#findings.size >= mostFindings) {
      this.#leftOut++;
      return;
    }
    this.#findings.set(key, found);
    found.count++;
    if (this.#withValues && value !== undefined) keepValue(found, value, hide);
  }

  report(): Report {
    const findings = [...this.#findings.values()];
    return {
      csbsApi: this.#version,
      date: new Date().toISOString().slice(0, 10),
      calls: { ...this.#calls },
      operations: Object.fromEntries([...this.#operations].sort()),
      deviations: findings.filter(({ kind }) => kind !== undefined),
      differences: findings.filter(({ kind }) => kind === undefined),
      leftOut: this.#leftOut,
    };
  }
}

function keepValue(found: ReportedFinding, value: Json, hide: (text: string) => string): void {
  found.values ??= [];
  if (found.values.length >= mostValues) return;
  const text = hide(JSON.stringify(value));
  const cut = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
  if (!found.values.includes(cut)) found.values.push(cut);
}
