import { readFile } from "node:fs/promises";
import { requestValidator } from "../validators.ts";
import { UsageError } from "./exit.ts";
import type { Io } from "./io.ts";

/**
 * Reads the value of --body: @ and a file, - for standard input, or JSON itself. It is validated, so that a mistake
 * costs no request.
 *
 * @throws UsageError, which names the place but never what is there: it may be a secret.
 */
export async function readBody(operation: string, given: string, io: Io): Promise<unknown> {
  const { text, source } = await textOf(given, io);
  const body = parse(text, source);
  const problem = requestValidator({ operation, kind: "body", value: body });
  if (problem !== undefined) throw new UsageError(`the body from ${source}: ${problem}`);
  return body;
}

async function textOf(given: string, { readInput }: Io): Promise<{ text: string; source: string }> {
  if (given === "-") return { text: (await readInput?.()) ?? "", source: "standard input" };
  if (!given.startsWith("@")) return { text: given, source: "--body" };
  const source = given.slice(1);
  try {
    return { text: await readFile(source, "utf8"), source };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `cannot read the body from ${source === "" ? "@ without a file" : source} (${code})`,
    );
  }
}

function parse(text: string, source: string): unknown {
  if (text.trim() === "") throw new UsageError(`the body from ${source} is empty`);
  try {
    // Editors of one operating system begin a file with a mark of its encoding.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    // The platform's message quotes the text; only the place may be said.
    const position = /at position (\d+)/.exec((error as Error).message)?.[1];
    const place = position === undefined ? "" : `, see ${lineAndColumn(text, Number(position))}`;
    const hint = source === "--body" ? " (for a file, write @ before its name)" : "";
    throw new UsageError(`the body from ${source} is not valid JSON${place}${hint}`);
  }
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split("\n");
  return `line ${lines.length} column ${(lines.at(-1) ?? "").length + 1}`;
}
