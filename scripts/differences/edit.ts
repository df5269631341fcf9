import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Place, Sources } from "./sources.ts";

/** Adds an entry at the end of the map at a place, or of a map in it. Comments and the form of the rest stay. */
export function addEntry(sources: Sources, { file, path }: Place, lines: readonly string[]): void {
  const text = sources.read(file);
  const map = mapAt(text, path);
  const first = map?.items[0]?.key as Node | undefined;
  const last = map?.items.at(-1)?.value as Node | undefined;
  const start = first?.range?.[0];
  const end = last?.range?.[1];
  if (map === undefined || start === undefined || end === undefined || map.flow === true) return;
  const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
  // The range of a block ends after its line break.
  const lineEnd = text[end - 1] === "\n" ? end : endOfLine(text, end);
  const added = lines.map((line) => `${indent}${line}\n`).join("");
  sources.write(file, text.slice(0, lineEnd) + added + text.slice(lineEnd));
}

/** Replaces the value of a key, or adds the key. */
export function setEntry(sources: Sources, place: Place, key: string, value: string): void {
  const text = sources.read(place.file);
  const pair = mapAt(text, place.path)?.items.find((one) => isScalar(one.key) && one.key.value === key) as
    | Pair
    | undefined;
  const range = (pair?.value as Node | undefined)?.range;
  if (!range) addEntry(sources, place, [`${key}: ${value}`]);
  else sources.write(place.file, text.slice(0, range[0]) + value + text.slice(range[1]));
}

/** The texts of a list under a key; that of a single text for a text. */
export function listAt(sources: Sources, { file, path }: Place, key: string): string[] {
  const value = mapAt(sources.read(file), path)?.get(key, true);
  if (isSeq(value)) return value.items.map((item) => String(isScalar(item) ? item.value : item));
  return isScalar(value) ? [String(value.value)] : [];
}

/** A list on one line. */
export function flow(values: readonly string[]): string {
  return `[${values.map((value) => (/^[A-Za-z][\w.:-]*$/.test(value) && value !== "null" ? value : JSON.stringify(value))).join(", ")}]`;
}

function mapAt(text: string, path: Place["path"]): YAMLMap | undefined {
  const document = parseDocument(text);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}
