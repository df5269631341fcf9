import type { Json, Schema } from "../spec/document.ts";

/** One step from a value to a value inside it. */
export interface Step {
  /** The name of a field; undefined for an item of a list. */
  name?: string;
  /** Whether the description has a field of this name there. */
  described?: boolean;
}

export type Kind = "type" | "value" | "missing" | "undescribed" | "status" | "media type" | "operation";

/** A value that the description refuses or does not have, or one that shows a known difference. */
export interface Finding {
  path: readonly Step[];
  /** Undefined for a value that the description accepts. */
  kind?: Kind;
  /** What the description says of the place. */
  expected: string;
  /** The type of the value. */
  received: string;
  value?: Json | undefined;
  /** Rows of the record of differences that it shows. */
  rows: readonly string[];
}

/** The type of a value, as JSON Schema has it. */
export function typeOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

/** What a schema says of a value, in a few words. It contains nothing but the description's own texts. */
export function wordsOf(schema: Schema): string {
  const types = [schema.type ?? []].flat();
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const known = schema["x-extensible-enum"];
  const limits = (["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const)
    .filter((name) => schema[name] !== undefined)
    .map((name) => `${name} ${schema[name]}`);
  const parts = [
    ...(types.length === 0 ? [] : [types.join(" or ")]),
    ...(values === undefined ? [] : [`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`]),
    ...(known === undefined
      ? []
      : [`known values ${known.map((value) => JSON.stringify(value)).join(", ")}`]),
    ...(schema["x-csbs-form"] === undefined ? [] : [schema["x-csbs-form"]]),
    ...(schema.format === undefined ? [] : [`format ${schema.format}`]),
    ...limits,
  ];
  return parts.join(", ") || "any value";
}

export function findingOf(
  kind: Kind,
  path: readonly Step[],
  expected: string,
  received: string,
  value?: Json,
): Finding {
  return { path, kind, expected, received, value, rows: [] };
}
