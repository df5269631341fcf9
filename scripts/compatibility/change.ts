/** What a change asks of the next version, by the rules from 1.0 on. */
export type Impact = "major" | "minor" | "patch";

export interface Change {
  impact: Impact;
  /** For people: an operation and the path from there, or a path from the root. */
  place: string;
  what: string;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** `#/paths/~1kites/get/parameters/0` -> `GET /kites parameters.0` */
export function placeOf(pointer: string): string {
  const parts = pointer
    .replace(/^#\/?/, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (parts[0] !== "paths" || parts[1] === undefined) return parts.join(".") || "the root";
  const [, path, method = "", ...rest] = parts;
  const [head, tail] = methods.includes(method)
    ? [`${method.toUpperCase()} ${path}`, rest]
    : [path, parts.slice(2)];
  return tail.length === 0 ? head : `${head} ${tail.join(".")}`;
}
