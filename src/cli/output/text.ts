import { cellText, isScalar } from "./cells.ts";
import { colourOfStatus, type Painter, pad } from "./colours.ts";
import { table } from "./table.ts";

type Item = { [key: string]: unknown };

/** A response as text for people: a list as a table, an object as lines of key and value. */
export function responseText(response: unknown, paint: Painter, columns: number | undefined): string {
  const content = unwrap(response);
  const list = listIn(content);
  if (list !== undefined) return list.length === 0 ? "(none)\n" : table(list, paint, columns);
  return isItem(content) ? keyValues(content, paint) : `${cellText(content)}\n`;
}

/** Responses wrap what they hold: {"policy": {…}}, {"quotas": {"resources": […]}}. */
function unwrap(response: unknown): unknown {
  if (!isItem(response)) return response;
  const [only, ...others] = Object.values(response);
  return others.length === 0 && isItem(only) ? unwrap(only) : response;
}

/** A list, or the one of a response that has, but for links and totals, nothing else. */
function listIn(content: unknown): Item[] | undefined {
  if (Array.isArray(content) && content.every(isItem)) return content;
  if (!isItem(content)) return undefined;
  const fields = Object.entries(content).filter(
    ([name, value]) => !name.endsWith("_links") && typeof value !== "number",
  );
  const [only, ...others] = fields.map(([, value]) => value);
  return others.length === 0 && Array.isArray(only) && only.every(isItem) ? only : undefined;
}

/** What lies deeper gets its path as key: extend_info.progress. What is empty is left out. */
function keyValues(item: Item, paint: Painter): string {
  const lines = flatten(item, "");
  const width = Math.max(0, ...lines.map(([key]) => key.length));
  return lines
    .map(([key, value]) => {
      const colour = /(^|\.)status$/.test(key) ? colourOfStatus(value) : undefined;
      return `${paint("dim", pad(key, width))}  ${paint(colour, value)}\n`;
    })
    .join("");
}

function flatten(node: unknown, path: string): [key: string, value: string][] {
  if (isScalar(node)) {
    const text = cellText(node);
    return text === "" ? [] : [[path, text]];
  }
  return Object.entries(node as Item).flatMap(([key, value]) =>
    flatten(value, path === "" ? cellText(key) : `${path}.${cellText(key)}`),
  );
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
