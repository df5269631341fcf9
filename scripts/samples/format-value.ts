import type { Json } from "../../src/spec/document.ts";

/** How a language and its formatter write values. */
export interface Notation {
  indent: string;
  /** Longest line of an object or list that stands on one line. */
  width: number;
  /** As `width`, for lists of plain values. */
  listWidth: number;
  /** A string that makes its line longer than this moves to the next line. */
  textWidth: number;
  /** Blanks inside the braces of an object. */
  padded: boolean;
  trailingComma: boolean;
  text(value: string): string;
  name(value: string): string;
  plain: { true: string; false: string; null: string };
}

const json: Notation = {
  indent: "  ",
  width: 76,
  listWidth: 76,
  textWidth: Number.POSITIVE_INFINITY,
  padded: true,
  trailingComma: false,
  text: quoted,
  name: quoted,
  plain: { true: "true", false: "false", null: "null" },
};

/**
 * A value in a language's own notation. `column` is where it begins, `after` how much follows it on
 * its last line, and `depth` how far the lines after the first are indented.
 */
export function formatValue(
  value: Json,
  notation: Notation,
  { column = 0, after = 0, depth = 0 } = {},
): string {
  if (typeof value === "string") return notation.text(value);
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return notation.plain[`${value}`];
  const list = Array.isArray(value);
  const [open, close] = list ? "[]" : "{}";
  const entries = list
    ? value.map((item): [string, Json] => ["", item])
    : Object.entries(value).map(([name, item]): [string, Json] => [`${notation.name(name)}: `, item]);
  if (entries.length === 0) return `${open}${close}`;
  const edge = list || !notation.padded ? "" : " ";
  const line = entries.map(([name, item]) => name + oneLine(item, notation)).join(", ");
  const flat = `${open}${edge}${line}${edge}${close}`;
  const width = list && value.every(isPlain) ? notation.listWidth : notation.width;
  if (column + flat.length + after <= width && !mustSpread(value, notation)) return flat;
  const inner = notation.indent.repeat(depth + 1);
  const lines = entries.map(([name, item], index) => {
    const comma = notation.trailingComma || index < entries.length - 1 ? "," : "";
    const inside = { column: inner.length + name.length, after: 1, depth: depth + 1 };
    const text = formatValue(item, notation, inside);
    const tooLong = typeof item === "string" && inside.column + text.length + 1 > notation.textWidth;
    return tooLong && name.length >= shortestBeforeBreak + notation.indent.length
      ? `${inner}${name.trimEnd()}\n${inner}${notation.indent}${text}${comma}`
      : `${inner}${name}${text}${comma}`;
  });
  return [open, ...lines, `${notation.indent.repeat(depth)}${close}`].join("\n");
}

/** Formatters break no line after a name that is shorter than this, colon and blank included. */
const shortestBeforeBreak = 5;

/** JSON for people: short objects and lists on one line. */
export function prettyJson(value: Json): string {
  return formatValue(value, json);
}

export function compactJson(value: Json): string {
  return escapeUnseen(JSON.stringify(value));
}

/** A string in double quotes, with the escapes that JSON, Python, Go and TypeScript share. */
export function quoted(text: string): string {
  return escapeUnseen(JSON.stringify(text));
}

/** Escapes invisible characters and those that change the direction of text. */
function escapeUnseen(text: string): string {
  return text.replace(
    /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function oneLine(value: Json, notation: Notation): string {
  return formatValue(value, {
    ...notation,
    width: Number.POSITIVE_INFINITY,
    listWidth: Number.POSITIVE_INFINITY,
  });
}

/** Formatters put each of several objects with several fields on lines of its own, however short. */
function mustSpread(value: Json, notation: Notation): boolean {
  if (isPlain(value) || notation.listWidth === Number.POSITIVE_INFINITY) return false;
  const items: Json[] = Object.values(value as object);
  const several = (item: Json) => !isPlain(item) && Object.keys(item as object).length > 1;
  return (
    (Array.isArray(value) && items.length > 1 && items.every(several)) ||
    items.some((item) => mustSpread(item, notation))
  );
}

function isPlain(value: Json): boolean {
  return typeof value !== "object" || value === null;
}
