import { stripVTControlCharacters } from "node:util";
import type { Io } from "../io.ts";

type Colour = "red" | "green" | "yellow" | "dim" | "bold";

const codes: Record<Colour, [on: number, off: number]> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Colours a text, or leaves it as it is. */
export type Painter = (colour: Colour | undefined, text: string) => string;

const plain: Painter = (_, text) => text;
const colourful: Painter = (colour, text) => {
  if (colour === undefined || text === "") return text;
  const [on, off] = codes[colour];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Colours are for terminals, and for those who have not said no: https://no-color.org */
export function painterFor({ columns }: Pick<Io, "columns">, environment = process.env): Painter {
  const wanted = columns !== undefined && !environment.NO_COLOR && environment.TERM !== "dumb";
  return wanted ? colourful : plain;
}

/** The colour of a state, by its word: what goes on is yellow. */
export function colourOfStatus(status: string): Colour | undefined {
  if (/^(available|enabled|success)$/.test(status)) return "green";
  if (/^(error|fail)/.test(status)) return "red";
  return /^(waiting_|in_progress)|ing$/.test(status) ? "yellow" : undefined;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** How many columns a text takes: Chinese characters, common in names here, take two. */
export function widthOf(text: string): number {
  const bare = stripVTControlCharacters(text);
  return [...bare].length + (bare.match(wide)?.length ?? 0);
}

export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padLeft(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Cuts a text that is too long, and shows that it did. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (widthOf(kept + character) >= width) break;
    kept += character;
  }
  return `${kept}…`;
}
