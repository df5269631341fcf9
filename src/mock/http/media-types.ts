import type { IncomingHttpHeaders } from "node:http";

interface Range {
  type: string;
  quality: number;
}

/** Whether Accept takes one of these media types, whatever their parameters. Unreadable ranges are ignored. */
export function accepts(header: string | undefined, types: readonly string[]): boolean {
  if (header === undefined || types.length === 0) return true;
  const ranges = header.split(",").flatMap(readRange);
  return types.some((type) => {
    const fitting = ranges.filter((range) => fits(range.type, type));
    // The most precise range counts: "application/json;q=0, */*" does not take JSON.
    const [best] = fitting.sort((one, other) => wildcards(one.type) - wildcards(other.type));
    return best !== undefined && best.quality > 0;
  });
}

function readRange(text: string): Range[] {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  if (!/^(\*\/\*|[^\s/*]+\/(\*|[^\s/*]+))$/.test(type)) return [];
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
  return /^(0(\.\d*)?|1(\.0*)?)$/.test(quality) ? [{ type, quality: Number(quality) }] : [];
}

function fits(pattern: string, type: string): boolean {
  const [main] = type.split("/");
  return [type, `${main}/*`, "*/*"].includes(pattern);
}

function wildcards(pattern: string): number {
  return pattern.split("*").length;
}

/** Why a body of these headers cannot be read; undefined if it can. JSON is in UTF-8. */
export function unsupportedBody(headers: IncomingHttpHeaders, types: readonly string[]): string | undefined {
  const { "content-type": header, "content-encoding": encoding = "identity" } = headers;
  const expected = `expected ${types.join(" or ")}`;
  if (encoding.toLowerCase() !== "identity") {
    return `unsupported Content-Encoding "${encoding}"; send the body without it`;
  }
  if (header === undefined) return `Content-Type is missing; ${expected}`;
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  if (types.includes(type) && parameters.every(isReadable)) return undefined;
  return `unsupported Content-Type "${header}"; ${expected}, in UTF-8`;
}

function isReadable(parameter: string): boolean {
  return /^($|charset="?utf-?8"?$|(?!charset)[\w-]+=)/.test(parameter);
}
