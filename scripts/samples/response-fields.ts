import type { Document, Json, JsonObject, Schema } from "../../src/spec/document.ts";
import { listExamples } from "../../src/spec/examples.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { listSuccesses } from "../../src/spec/responses.ts";

/** What a sample prints of the response: nothing, some fields, or a line for each item. */
export type ResponseFields =
  | { kind: "nothing" }
  | { kind: "fields"; path: Step[]; fields: Field[] }
  | { kind: "items"; path: Step[]; fields: Field[] };

/** One field on the path from the response body to the printed fields or items. */
export interface Step {
  name: string;
  /** The response may lack it. */
  optional: boolean;
  /** Only one form of the response has it. */
  oneForm: boolean;
}

/** A field that the sample prints. */
export interface Field {
  name: string;
  type: "string" | "integer" | "number" | "boolean";
  /** A list of such values. */
  list: boolean;
  optional: boolean;
}

/** The most fields that a sample prints on one line. */
const most = 3;

/** Chooses the fields by the first example of success, which the mock returns. */
export function responseFieldsOf(document: Document, found: FoundOperation): ResponseFields {
  const response = responseOf(document, found);
  if (response === undefined) return { kind: "nothing" };
  const pages = found.operation["x-csbs-pages"];
  const echoed = found.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  return walk(document, response.schema, response.example, [], { items: pages?.items, echoed });
}

function responseOf(
  document: Document,
  { operation }: FoundOperation,
): { schema: Schema; example: JsonObject } | undefined {
  const { response, json } = listSuccesses(document, operation)[0] ?? {};
  if (json === undefined || response?.["x-csbs-optional-body"] === true) return undefined;
  const example = listExamples(document, json)[0]?.value ?? null;
  return isObject(example) ? { schema: json.schema, example } : undefined;
}

interface Hints {
  /** The field with the items of a page. */
  items: string | undefined;
  /** Parameters of the path: fields of these names only echo the request. */
  echoed: string[];
}

function walk(
  document: Document,
  schema: Schema,
  example: JsonObject,
  path: Step[],
  hints: Hints,
): ResponseFields {
  const form = formOf(document, schema, example);
  const into = (name: string): Step[] => [
    ...path,
    { name, optional: form.required?.includes(name) !== true, oneForm: form.oneForm },
  ];
  const asItems = (name: string): ResponseFields => {
    const list = resolve<Schema>(document, form.properties?.[name] as { $ref: string });
    const [item] = example[name] as JsonObject[];
    const fields = printableFields(document, list.items ?? {}, item ?? {}, { least: 2 });
    return { kind: "items", path: into(name), fields };
  };
  if (hints.items !== undefined) return asItems(hints.items);
  const [only = "", ...more] = Object.keys(example);
  if (more.length === 0 && isObject(example[only] ?? null)) {
    return walk(document, form.properties?.[only] ?? {}, example[only] as JsonObject, into(only), hints);
  }
  const fields = printableFields(document, schema, example, hints).filter(({ list }) => !list);
  const listed = Object.keys(example).find((name) => isListOfObjects(example[name] ?? null));
  if (listed !== undefined && fields.every(({ optional }) => optional)) return asItems(listed);
  return fields.length === 0 ? { kind: "nothing" } : { kind: "fields", path, fields };
}

/** The schema itself, or the form of it that the example has. */
function formOf(
  document: Document,
  schema: Schema,
  example: JsonObject,
): Pick<Schema, "properties" | "required"> & { oneForm: boolean } {
  const found = resolve<Schema>(document, schema as { $ref: string });
  const forms = found.oneOf ?? found.anyOf;
  if (forms === undefined) return { ...found, oneForm: false };
  const form = forms
    .map((candidate) => resolve<Schema>(document, candidate as { $ref: string }))
    .find(({ required = [] }) => required.every((name) => name in example));
  return { ...form, oneForm: true };
}

/**
 * The fields with plain values, in the order of the schema: the required ones if there are at least
 * `least`, else those that the example has. Leaves out echoes of the request and IDs of other things.
 */
function printableFields(
  document: Document,
  schema: Schema,
  example: JsonObject,
  { echoed = [] as string[], least = 1 },
): Field[] {
  const { properties = {}, required = [] } = formOf(document, schema, example);
  const all = Object.entries(properties).flatMap(([name, property], index) => {
    const found = resolve<Schema>(document, property as { $ref: string });
    const list = found.type === "array";
    const value = list ? resolve<Schema>(document, (found.items ?? {}) as { $ref: string }) : found;
    const otherId = name.endsWith("_id") && index > 0;
    if (!(name in example) || echoed.includes(name) || otherId || !isPlain(value.type)) return [];
    return [{ name, type: value.type, list, optional: !required.includes(name) }];
  });
  const sure = all.filter(({ optional, list }) => !optional || list);
  return (sure.length < least ? all : sure).slice(0, most);
}

function isPlain(type: Schema["type"]): type is Field["type"] {
  return typeof type === "string" && ["string", "integer", "number", "boolean"].includes(type);
}

function isListOfObjects(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
