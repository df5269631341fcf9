import { cellText, isScalar } from "./cells.ts";
import { colourOfStatus, cut, type Painter, pad, padLeft, widthOf } from "./colours.ts";

type Item = { [key: string]: unknown };

/** Columns that tell the most, in this order; others follow as the items have them. */
const preferred = ["id", "name", "status", "created_at"];

/** How many items are looked at for their columns. */
const sample = 20;

/** On a terminal, one long text must not push the other columns out. */
const widest = 40;

/**
 * Items as an aligned table of their scalar fields. On a terminal it has the columns that
 * fit, beginning with those that tell the most; in a file, all.
 */
export function table(items: readonly Item[], paint: Painter, columns: number | undefined): string {
  const rows = items.map((item) => (name: string) => {
    const text = cellText(item[name]);
    return columns === undefined ? text : cut(text, widest);
  });
  const all = columnsOf(items).map((name) => ({
    name,
    // Numbers are compared by their last digits.
    right: items.every((item) => typeof (item[name] ?? 0) === "number"),
    width: rows.reduce((width, row) => Math.max(width, widthOf(row(name))), name.length),
  }));
  const visible = fitting(all, columns);
  const line = (cell: (name: string) => string) =>
    visible
      .map(({ name, right, width }) => (right ? padLeft : pad)(cell(name), width))
      .join("  ")
      .trimEnd();
  const head = line((name) => paint("dim", name));
  const body = rows.map((row) =>
    line((name) => paint(name === "status" ? colourOfStatus(row(name)) : undefined, row(name))),
  );
  return [head, ...body].map((text) => `${text}\n`).join("");
}

function columnsOf(items: readonly Item[]): string[] {
  const names = new Set(
    items.slice(0, sample).flatMap((item) => Object.keys(item).filter((name) => isScalar(item[name]))),
  );
  const order = (name: string) => (preferred.includes(name) ? preferred.indexOf(name) : preferred.length);
  return [...names]
    .filter((name) => items.some((item) => cellText(item[name]) !== ""))
    .sort((one, other) => order(one) - order(other));
}

interface Column {
  name: string;
  right: boolean;
  width: number;
}

function fitting(all: readonly Column[], columns: number | undefined): readonly Column[] {
  if (columns === undefined) return all;
  const visible: Column[] = [];
  let used = 0;
  for (const column of all) {
    used += column.width + (visible.length === 0 ? 0 : 2);
    if (used > columns && visible.length > 0) break;
    visible.push(column);
  }
  return visible;
}
