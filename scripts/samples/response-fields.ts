import type { Document, Json, JsonObject, Schema } from "../../src/spec/document.ts";
import { listExamples } from "../../src/spec/examples.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { listSuccesses } from "../../src/spec/responses.ts";

/** What a sample prints of the response: nothing, some members of it, or a line for each item. */
export type Shown =
  | { kind: "nothing" }
  | { kind: "members"; way: Step[]; members: Member[] }
  | { kind: "items"; way: Step[]; members: Member[] };

/** A member on the way from the response to what is printed. */
export interface Step {
  name: string;
  /** It may be absent. */
  optional: boolean;
  /** It is there in one form of the response only. */
  oneForm: boolean;
}

/** A member to print. */
export interface Member {
  name: string;
  type: "string" | "integer" | "number" | "boolean";
  /** A list of such values. */
  list: boolean;
  optional: boolean;
}

/** More members than this are too much for a line. */
const most = 3;

/** Follows the first example of success, which is what the mock returns. */
export function shownOf(document: Document, found: FoundOperation): Shown {
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
  /** The member that holds the items of a page. */
  items: string | undefined;
  /** Members of these names repeat what was sent. */
  echoed: string[];
}

function walk(document: Document, schema: Schema, example: JsonObject, way: Step[], hints: Hints): Shown {
  const form = formOf(document, schema, example);
  const into = (name: string): Step[] => [
    ...way,
    { name, optional: form.required?.includes(name) !== true, oneForm: form.oneForm },
  ];
  const asItems = (name: string): Shown => {
    const list = resolve<Schema>(document, form.properties?.[name] as { $ref: string });
    const [item] = example[name] as JsonObject[];
    const members = membersOf(document, list.items ?? {}, item ?? {}, { least: 2 });
    return { kind: "items", way: into(name), members };
  };
  if (hints.items !== undefined) return asItems(hints.items);
  const [only = "", ...more] = Object.keys(example);
  if (more.length === 0 && isObject(example[only] ?? null)) {
    return walk(document, form.properties?.[only] ?? {}, example[only] as JsonObject, into(only), hints);
  }
  const members = membersOf(document, schema, example, hints).filter(({ list }) => !list);
  const listed = Object.keys(example).find((name) => isListOfObjects(example[name] ?? null));
  if (listed !== undefined && members.every(({ optional }) => optional)) return asItems(listed);
  return members.length === 0 ? { kind: "nothing" } : { kind: "members", way, members };
}

/** The schema itself, or the one of its forms that the example has. */
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
 * Members with a type of their own, in the order of the schema: those that are always there, if they
 * are as many as it takes to tell one thing from another, or else those that the example has. IDs of
 * other things, and what was sent, tell the least.
 */
function membersOf(
  document: Document,
  schema: Schema,
  example: JsonObject,
  { echoed = [] as string[], least = 1 },
): Member[] {
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

function isPlain(type: Schema["type"]): type is Member["type"] {
  return typeof type === "string" && ["string", "integer", "number", "boolean"].includes(type);
}

function isListOfObjects(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
