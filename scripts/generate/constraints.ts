import addFormats from "ajv-formats";
import type { Json, JsonObject } from "../../src/spec/document.ts";
import { componentName } from "../../src/spec/reference.ts";

/** Keywords that demand something, and those whose value holds schemas: one, several, or by name. */
const plain = [
  ...["type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "required"],
  ...["dependentRequired", "minProperties", "maxProperties", "minItems", "maxItems", "uniqueItems"],
];
const holdOne = ["items", "additionalProperties", "propertyNames", "not", "if", "then"];
const holdSeveral = ["oneOf", "anyOf", "allOf"];
const holdByName = ["properties", "patternProperties"];

/** Keywords that demand nothing of a value. The branches of a choice tell themselves apart. */
const annotations = ["title", "description", "examples", "default", "deprecated", "discriminator"];

export const formats = { uuid: addFormats.default.get("uuid") };
const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** What each pattern says in words, by pattern. */
export type Forms = { [pattern: string]: string };

/**
 * A schema with nothing but its constraints, because ajv's code carries parts of schemas along. Adds the words for
 * its patterns to `forms`.
 *
 * @throws Error for an unknown keyword, which would be left unchecked, and for a pattern without words.
 */
export function constraintsOf(schema: Json, forms: Forms): Json {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  const within = (value: Json) => constraintsOf(value, forms);
  const keywords = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    if (plain.includes(keyword)) return [[keyword, value]];
    if (holdOne.includes(keyword)) return [[keyword, within(value)]];
    if (holdSeveral.includes(keyword)) return [[keyword, (value as Json[]).map(within)]];
    if (holdByName.includes(keyword)) return [[keyword, mapValues(value as JsonObject, within)]];
    if (keyword === "$ref") return [[keyword, referenceOf(value as string)]];
    if (keyword === "format" || keyword.startsWith("x-") || annotations.includes(keyword)) return [];
    throw new Error(`The validators do not know the keyword ${keyword}.`);
  });
  addForm(schema, forms);
  return namesListed({ ...Object.fromEntries(keywords), ...formatOf(schema) });
}

function addForm({ pattern, "x-csbs-form": form }: JsonObject, forms: Forms): void {
  if (typeof pattern !== "string") return;
  if (typeof form !== "string") throw new Error(`The pattern ${pattern} needs x-csbs-form, its words.`);
  if ((forms[pattern] ?? form) !== form) throw new Error(`The pattern ${pattern} has two x-csbs-form.`);
  forms[pattern] = form;
}

/** A closed object lists the names that it knows, so that messages can suggest one. */
function namesListed({ additionalProperties, ...schema }: JsonObject): JsonObject {
  if (additionalProperties === undefined) return schema;
  const closed = additionalProperties === false && schema.patternProperties === undefined;
  const names = Object.keys(schema.properties ?? {});
  return { ...schema, ...(closed ? { knownProperties: names } : { additionalProperties }) };
}

/** Components are schemas of their own to ajv, each under its name. */
function referenceOf(reference: string): string {
  if (!/^#\/components\/schemas\/\w+$/.test(reference)) {
    throw new Error(`The validators follow references to components only, not ${reference}.`);
  }
  return componentName(reference);
}

/** int32 as limits, which needs no function; int64 demands no more than its type, integer, does. */
function formatOf({ format, type, minimum, maximum }: JsonObject): JsonObject {
  if (format === undefined) return {};
  if (typeof format === "string" && format in formats) return { format };
  const isInteger = [type].flat().includes("integer");
  if (format === "int64" && isInteger) return {};
  if (format === "int32" && isInteger) {
    return {
      minimum: Math.max(int32.minimum, Number(minimum ?? int32.minimum)),
      maximum: Math.min(int32.maximum, Number(maximum ?? int32.maximum)),
    };
  }
  throw new Error(`The validators do not know the format ${format} of ${type}.`);
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
