import { Option } from "commander";
import { adviceFor } from "../../similar.ts";
import { UsageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { cellText, json } from "./cells.ts";
import { colourOfStatus, cut, pad, padLeft, painterFor, widthOf } from "./colours.ts";

/** A column of a list: a name for `--columns`, and its value in an item. */
export interface Column<Item> {
  name: string;
  /** Shown by `-o wide` and `--columns` only. */
  wide?: true;
  value(item: Item): string | number | undefined;
}

export const formats = ["table", "wide", "json", "jsonl", "csv", "yaml", "id"] as const;
export type Format = (typeof formats)[number];

/** Options for lists of people: which columns, in which order, in which format. */
export function rowOptions(all: readonly Column<never>[]): Option[] {
  const known = all.map((column) => column.name).join(", ");
  return [
    new Option("--columns <names>", `Columns to print, separated by commas: ${known}`),
    new Option("--sort <column>", "Column to sort by; a hyphen before it sorts in descending order"),
    formatOption(),
  ].map((option) => option.helpGroup("Output:"));
}

/** For commands that print in one format for people, or JSON. */
export function formatOrJson(format: "text" | "table"): Option {
  return new Option("-o, --output <format>", `Output format: ${format} (default) or json`)
    .choices([format, "json"])
    .default(format)
    .helpGroup("Output:");
}

export function formatOption(): Option {
  return new Option("-o, --output <format>", `Output format: ${formats.join(", ")}; table by default`)
    .choices(formats)
    .default("table")
    .helpGroup("Output:");
}

/** On a terminal, one long text must not push the other columns out. */
const widest = 40;
/** Columns are shortened to this before one is left out. */
const narrowest = 8;

/**
 * The columns of a list: those that were asked for, or all of them for `wide`, or those that say the most.
 *
 * @throws UsageError for an unknown name.
 */
export function chooseColumns<Item>(
  all: readonly Column<Item>[],
  names: string | undefined,
  format: Format,
): readonly Column<Item>[] {
  if (names === undefined) return format === "table" ? all.filter(({ wide }) => wide !== true) : all;
  return names.split(",").map((name) => findColumn(all, name.trim(), "--columns"));
}

/** Sorts by a column, descending with a hyphen before its name; empty values go last. */
export function sortItems<Item>(
  items: readonly Item[],
  all: readonly Column<Item>[],
  key: string | undefined,
): readonly Item[] {
  if (key === undefined) return items;
  const descending = key.startsWith("-");
  const { value } = findColumn(all, key.replace(/^-/, ""), "--sort");
  const order = (one: Item, other: Item) => {
    const [left, right] = [value(one), value(other)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    const sign =
      typeof left === "number" && typeof right === "number" ? left - right : `${left}` < `${right}` ? -1 : 1;
    return left === right ? 0 : descending ? -sign : sign;
  };
  return [...items].sort(order);
}

function findColumn<Item>(all: readonly Column<Item>[], name: string, option: string): Column<Item> {
  const found = all.find((column) => column.name === name);
  if (found !== undefined) return found;
  const known = all.map((column) => column.name);
  throw new UsageError(`${option}: unknown column ${JSON.stringify(name)}; ${adviceFor(name, known)}`);
}

/** Prints items in a format. JSON and YAML have the items as the service sent them. */
export async function printRows<Item extends object>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  format: Format,
  io: Io,
): Promise<void> {
  if (format === "json") io.out(`${json(items, io.columns === undefined ? undefined : 2)}\n`);
  else if (format === "jsonl") for (const item of items) io.out(`${json(item)}\n`);
  else if (format === "id") for (const item of items) io.out(`${(item as { id?: string }).id}\n`);
  else if (format === "csv") io.out(csv(items, columns));
  else if (format === "yaml") io.out((await import("yaml")).stringify(items));
  else table(items, columns, io);
}

/** As in RFC 4180. A spreadsheet would run a text that begins like a formula, so it gets an apostrophe. */
function csv<Item>(items: readonly Item[], columns: readonly Column<Item>[]): string {
  const cell = (value: string | number | undefined) => {
    const text = cellText(value);
    const safe = typeof value === "string" && /^[=+@-]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const head = columns.map(({ name }) => name);
  const lines = [head, ...items.map((item) => columns.map(({ value }) => cell(value(item))))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function table<Item>(items: readonly Item[], columns: readonly Column<Item>[], io: Io): void {
  const paint = painterFor(io);
  const limit = io.columns;
  const most = limit === undefined ? Number.POSITIVE_INFINITY : widest;
  const cells = columns.map(({ name, value }) => {
    const texts = items.map((item) => cut(cellText(value(item)), most));
    const right = items.length > 0 && items.every((item) => typeof (value(item) ?? 0) === "number");
    return { name, texts, right, width: Math.max(widthOf(name), ...texts.map(widthOf)) };
  });
  const visible = shorten(cells, limit);
  const line = (text: (cell: (typeof visible)[number]) => string, tint = (_: string, made: string) => made) =>
    `${visible
      .map((cell) => tint(cell.name, (cell.right ? padLeft : pad)(cut(text(cell), cell.width), cell.width)))
      .join("  ")
      .trimEnd()}\n`;
  io.out(
    line(
      ({ name }) => name,
      (_, text) => paint("dim", text),
    ),
  );
  for (const index of items.keys()) {
    io.out(
      line(
        ({ texts }) => texts[index] ?? "",
        (name, text) => paint(name === "status" ? colourOfStatus(text.trim()) : undefined, text),
      ),
    );
  }
  const hidden = cells.slice(visible.length).map(({ name }) => name);
  if (hidden.length > 0)
    io.err(`csbs: hidden because the terminal is too narrow: ${hidden.join(", ")}; use --columns\n`);
}

/** Shortens the widest columns until the line fits; leaves out the last ones only if that is not enough. */
function shorten<Cell extends { width: number }>(cells: Cell[], limit: number | undefined): Cell[] {
  if (limit === undefined) return cells;
  const visible = [...cells];
  const total = () => visible.reduce((sum, { width }) => sum + width + 2, -2);
  while (total() > limit) {
    const broadest = visible.reduce((one, other) => (other.width > one.width ? other : one));
    if (broadest.width > narrowest) broadest.width -= 1;
    else if (visible.length > 1) visible.pop();
    else break;
  }
  return visible;
}
