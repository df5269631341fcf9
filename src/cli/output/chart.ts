import { cellText } from "./cells.ts";
import { colourOfStatus, type Painter, pad } from "./colours.ts";

/** A bar of so many columns. What is not nothing shows, however little it is. */
export function bar(share: number, width: number): string {
  return "█".repeat(share > 0 ? Math.max(1, Math.round(share * width)) : 0);
}

const widestBar = 40;

/** Counts by state as bars, the total beneath. */
export function chart(counts: Readonly<Record<string, number>>, paint: Painter, columns = 80): string {
  const { total = 0, ...states } = counts;
  const numbers = Object.entries(counts).map(([, count]) => String(count).length);
  const names = Math.max(...Object.keys(counts).map((name) => name.length));
  const number = Math.max(...numbers);
  const room = Math.max(1, Math.min(widestBar, columns - names - number - 4));
  const most = Math.max(...Object.values(states));
  const line = (name: string, count: number, drawn: string) =>
    `${pad(cellText(name), names)}  ${String(count).padStart(number)}  ${drawn}`.trimEnd();
  return [
    ...Object.entries(states).map(([name, count]) =>
      line(name, count, paint(colourOfStatus(name), bar(most === 0 ? 0 : count / most, room))),
    ),
    paint("bold", line("total", total, "")),
  ]
    .map((text) => `${text}\n`)
    .join("");
}
