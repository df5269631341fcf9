import type { Io } from "../io.ts";
import { messageOf } from "../message.ts";
import { chart } from "../output/chart.ts";
import { cut, pad, padLeft, painterFor, widthOf } from "../output/colours.ts";
import { csv } from "../output/csv.ts";
import { printResponse } from "../output/print.ts";
import { table } from "../output/table.ts";
import type { Group, GroupedBy } from "./groups.ts";

export type CountForm = "text" | "json" | "table" | "csv";

/** One count: the number alone for people, the response as JSON. */
export function printCount(count: number, response: unknown, form: CountForm, io: Io): void {
  if (form === "json") printResponse(response, form, io);
  else if (form === "csv") io.out(csv(["count"], [{ count }]));
  else if (form === "table") io.out(table([{ count }], painterFor(io), io.columns));
  else io.out(`${count}\n`);
}

/** Counts by status: bars for people. */
export function printStatuses(counts: Readonly<Record<string, number>>, form: CountForm, io: Io): void {
  const { total, ...states } = counts;
  const rows = Object.entries(states).map(([status, count]) => ({ status, count }));
  if (form === "json") printResponse(counts, form, io);
  else if (form === "csv") io.out(csv(["status", "count"], rows));
  else if (form === "table") {
    io.out(table([...rows, { status: "total", count: total }], painterFor(io), io.columns));
  } else io.out(chart(counts, painterFor(io), io.columns));
}

/** Counts by project or region, with what failed. */
export function printGroups(groups: readonly Group[], by: GroupedBy, form: CountForm, io: Io): void {
  const total = groups.reduce((sum, { count = 0 }) => sum + count, 0);
  const failed = groups.filter(({ errors }) => errors.length > 0).length;
  const rows = groups.map(({ id, name, count, errors }) => ({
    ...(by === "region" ? { region: name } : { project: name, id }),
    count,
    error: errors.length === 0 ? undefined : messageOf(errors[0]),
  }));
  const columns = by === "region" ? ["region"] : ["project", "id"];
  if (form === "json") printResponse({ results: rows, total, failed }, form, io);
  else if (form === "csv") io.out(csv([...columns, "count", "error"], rows));
  else {
    const named = groups.some(({ id, name }) => id !== undefined && name !== undefined);
    const cells = groups.map(({ id, name = "", count }) => [
      ...(id === undefined ? [name] : [id]),
      ...(named ? [name] : []),
      String(count ?? "failed"),
    ]);
    const titles = by === "region" ? ["region"] : ["id", ...(named ? ["project"] : [])];
    const heading = form === "table" ? [[...titles, "count"]] : [];
    io.out(aligned([...heading, ...cells, ["total", ...(named ? [""] : []), String(total)]], io));
  }
}

/** Rows of text as columns, the last of them to the right; what is too long for the terminal is cut. */
function aligned(rows: readonly string[][], { columns = Number.POSITIVE_INFINITY }: Io): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ""))));
  const rest = widths.reduce((sum, width) => sum + width + 2, -2) - (widths[1] ?? 0);
  if (widths.length > 2) widths[1] = Math.min(widths[1] ?? 0, Math.max(1, columns - rest));
  return rows
    .map((row) =>
      row.map((text, index) => {
        const width = widths[index] ?? 0;
        return index === row.length - 1 ? padLeft(text, width) : pad(cut(text, width), width);
      }),
    )
    .map((cells) => `${cells.join("  ").trimEnd()}\n`)
    .join("");
}
