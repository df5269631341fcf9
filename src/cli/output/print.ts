import type { Io } from "../io.ts";
import { json } from "./cells.ts";
import { painterFor } from "./colours.ts";
import { responseText } from "./text.ts";

/** Prints a response. JSON is indented for people, and one line for programs. No response prints nothing. */
export function printResponse(response: unknown, form: string, io: Io): void {
  if (response === undefined) return;
  if (form === "json") io.out(`${json(response, io.columns === undefined ? undefined : 2)}\n`);
  else io.out(responseText(response, painterFor(io), io.columns));
}

/** Prints items as they come in, each as a line of JSON. As a table they must all be there first. */
export async function printItems(items: AsyncIterable<unknown>, form: string, io: Io): Promise<void> {
  if (form === "json") {
    for await (const item of items) io.out(`${json(item)}\n`);
    return;
  }
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  printResponse({ items: all }, form, io);
}
