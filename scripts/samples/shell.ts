import type { Json } from "../../src/spec/document.ts";
import { compactJson, prettyJson } from "./format-value.ts";

/** A body longer than this goes to standard input, where it needs no quoting. */
const longestBody = 70;

/** A word for any shell, in single quotes where it needs them. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A command with its options, on one line if that is short, else one option a line. */
export function commandLine(start: string, options: string[]): string {
  const line = [start, ...options].join(" ");
  return line.length <= 80 && !line.includes("\n") ? line : [start, ...options].join(" \\\n  ");
}

/** The value of the option that takes a body, and what follows the command for it. */
export function bodyOption(
  body: Json | undefined,
  option: string,
  standardInput: string,
): { options: string[]; input: string } {
  if (body === undefined) return { options: [], input: "" };
  const inline = compactJson(body);
  if (inline.length <= longestBody) return { options: [`${option} ${shellWord(inline)}`], input: "" };
  return { options: [`${option} ${standardInput} <<'JSON'`], input: `${prettyJson(body)}\nJSON\n` };
}
