import { createHash } from "node:crypto";

/** A UUID that looks like any other, and is the same each time for the same names. */
export function deterministicUuid(...names: (string | number)[]): string {
  const hex = createHash("sha256").update(names.join("/")).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
