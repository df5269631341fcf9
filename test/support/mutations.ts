import type { Document, Json, JsonObject } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";

/** What a schema says of fields and types. Its other keywords only narrow further, so that a walk may pass them over. */
export interface ShapeSchema {
  $ref?: string;
  type?: string | string[];
  required?: string[];
  dependentRequired?: { [name: string]: string[] };
  minProperties?: number;
  properties?: { [name: string]: ShapeSchema };
  patternProperties?: { [pattern: string]: ShapeSchema };
  items?: ShapeSchema;
  allOf?: ShapeSchema[];
  anyOf?: ShapeSchema[];
  oneOf?: ShapeSchema[];
}

/** A payload with one thing broken: a field taken out that there must be, or a value of a type not allowed there. */
export interface Mutation {
  kind: "missing" | "type";
  /** Where and how, as in `count: missing` or `tags/0/key: null`. */
  title: string;
  payload: Json;
}

interface Edit {
  kind: Mutation["kind"];
  path: (string | number)[];
  value?: Json;
}

/** One value of each type of JSON, and a number that is not an integer. */
const samples: Json[] = [null, true, 7, 1.5, "x", [], {}];

/**
 * Every mutation that the schema must refuse, given that it takes the payload. Fields that the
 * schema does not know are left alone, and so is the payload's own type.
 */
export function mutationsOf(document: Document, schema: ShapeSchema, payload: Json): Mutation[] {
  return walk(document, schema, payload, []).map((edit) => ({
    kind: edit.kind,
    title: `${edit.path.join("/")}: ${edit.kind === "missing" ? "missing" : JSON.stringify(edit.value)}`,
    payload: mutate(payload, edit),
  }));
}

function walk(document: Document, schema: ShapeSchema, value: Json, path: Edit["path"]): Edit[] {
  const parts = partsOf(document, schema, value);
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => part.items ?? []);
    return value.flatMap((item, index) => walkField(document, items, item, [...path, index]));
  }
  if (!isObject(value)) return [];
  return [
    ...requiredNames(parts, value).map((name) => ({ kind: "missing" as const, path: [...path, name] })),
    ...Object.entries(value).flatMap(([name, field]) =>
      walkField(document, fieldSchemas(parts, name), field, [...path, name]),
    ),
  ];
}

function walkField(document: Document, schemas: ShapeSchema[], value: Json, path: Edit["path"]): Edit[] {
  const refused = samples.filter((sample) => !schemas.every((schema) => allows(document, schema, sample)));
  return [
    ...refused.map((sample) => ({ kind: "type" as const, path, value: sample })),
    ...schemas.flatMap((schema) => walk(document, schema, value, path)),
  ];
}

/**
 * The schema and all that it joins to itself. Of a choice, the one branch that the value is made
 * for: told by type and required fields, so that breaking a value cannot fit it to another.
 */
function partsOf(document: Document, schema: ShapeSchema, value: Json): ShapeSchema[] {
  const joined = [...referenced(document, schema), ...(schema.allOf ?? [])];
  const chosen = [schema.anyOf, schema.oneOf].flatMap((branches) => {
    if (branches === undefined) return [];
    const [branch, ...more] = branches.filter((branch) => isMadeFor(document, branch, value));
    if (branch === undefined || more.length > 0) {
      throw new Error(`cannot tell which of ${JSON.stringify(branches)} holds for ${JSON.stringify(value)}`);
    }
    return [branch];
  });
  return [schema, ...[...joined, ...chosen].flatMap((part) => partsOf(document, part, value))];
}

function isMadeFor(document: Document, branch: ShapeSchema, value: Json): boolean {
  if (!allows(document, branch, value)) return false;
  const { required = [] } = resolve<ShapeSchema>(document, branch as { $ref: string });
  return !isObject(value) || required.every((name) => name in value);
}

/** Whether a value's type is allowed, whatever else is demanded of it. */
function allows(document: Document, schema: ShapeSchema, value: Json): boolean {
  const { type, allOf = [], anyOf, oneOf } = schema;
  return (
    (type === undefined || [type].flat().some((name) => isOfType(name, value))) &&
    [...referenced(document, schema), ...allOf].every((part) => allows(document, part, value)) &&
    [anyOf, oneOf].every((branches) => branches?.some((branch) => allows(document, branch, value)) ?? true)
  );
}

function isOfType(type: string, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "object") return isObject(value);
  return typeof value === type;
}

function referenced(document: Document, { $ref }: ShapeSchema): ShapeSchema[] {
  return $ref === undefined ? [] : [resolve<ShapeSchema>(document, { $ref })];
}

function fieldSchemas(parts: ShapeSchema[], name: string): ShapeSchema[] {
  return parts.flatMap(({ properties = {}, patternProperties = {} }) => [
    ...(Object.hasOwn(properties, name) ? [properties[name] as ShapeSchema] : []),
    ...Object.entries(patternProperties)
      .filter(([pattern]) => new RegExp(pattern, "u").test(name))
      .map(([, schema]) => schema),
  ]);
}

/** Names that there must be; all of them where the object has just as many as it needs. */
function requiredNames(parts: ShapeSchema[], value: JsonObject): string[] {
  const present = Object.keys(value);
  const names = parts.flatMap(({ required = [], dependentRequired = {}, minProperties }) => [
    ...required,
    ...Object.entries(dependentRequired).flatMap(([name, needed]) => (name in value ? needed : [])),
    ...(minProperties === present.length ? present : []),
  ]);
  return [...new Set(names)];
}

function mutate(payload: Json, { kind, path, value }: Edit): Json {
  const copy = structuredClone(payload);
  let parent = copy as JsonObject;
  for (const name of path.slice(0, -1)) parent = parent[name] as JsonObject;
  const last = path.at(-1) as string;
  if (kind === "missing") delete parent[last];
  else parent[last] = value as Json;
  return copy;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
