import fc, { type Arbitrary } from "fast-check";
import type { Document, Json, JsonObject, Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";

/** What a schema of requests may say, beyond what the generators read. */
export interface FuzzSchema extends Omit<Schema, "items" | "properties"> {
  items?: FuzzSchema;
  properties?: { [name: string]: FuzzSchema };
  required?: string[];
  additionalProperties?: boolean | FuzzSchema;
  /** Of both only the form that the description has: one of these names demands those. */
  if?: { not?: { propertyNames?: { not?: { enum?: string[] } } } };
  then?: FuzzSchema;
  minProperties?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  oneOf?: FuzzSchema[];
}

const readKeywords = new Set(
  (
    "$ref type enum const format pattern minLength maxLength minimum maximum items minItems maxItems uniqueItems " +
    "properties required additionalProperties if then minProperties oneOf " +
    "title description example examples default deprecated discriminator"
  ).split(" "),
);

/** Lists of a thousand are allowed, but show no more than lists of five. */
const longestList = 5;

/** Of texts without a limit: with every parameter given, a request still fits into the 16 kB that Node takes. */
const longestText = 60;

/**
 * Values that a schema takes, edges among them. json-schema-faker would do this too, but draws from a
 * random of its own: nothing would be made small, and no seed would repeat it.
 *
 * @throws for a keyword that this does not know, so that a new one is not passed over.
 */
export function valuesOf(document: Document, node: FuzzSchema): Arbitrary<Json> {
  const schema = resolve<FuzzSchema>(document, node as { $ref: string });
  const unknown = Object.keys(schema).filter((key) => !readKeywords.has(key) && !key.startsWith("x-"));
  if (unknown.length > 0) throw new Error(`values of ${unknown.join(", ")} cannot be made yet`);
  if (schema.oneOf !== undefined)
    return fc.oneof(...schema.oneOf.map((branch) => valuesOf(document, branch)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  return fc.oneof(...[schema.type ?? []].flat().map((type) => valuesOfType(document, schema, type)));
}

function valuesOfType(document: Document, schema: FuzzSchema, type: string): Arbitrary<Json> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return integers(schema);
    case "string":
      return texts(schema);
    case "array":
      return lists(document, schema);
    case "object":
      return objects(document, schema);
    default:
      throw new Error(`values of the type ${type} cannot be made yet`);
  }
}

function integers({ minimum, maximum, format }: FuzzSchema): Arbitrary<number> {
  const limit = format === "int32" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  return fc
    .maxSafeInteger()
    .chain(() => fc.integer({ min: minimum ?? -limit, max: Math.min(maximum ?? limit, 2 ** 31 - 1) }));
}

function texts({ format, pattern, minLength = 0, maxLength = longestText }: FuzzSchema): Arbitrary<string> {
  if (format === "uuid") return fc.uuid().chain((id) => fc.constantFrom(id, id.toUpperCase()));
  if (format !== undefined) throw new Error(`texts of the format ${format} cannot be made yet`);
  if (pattern !== undefined) {
    const length = (text: string) => [...text].length;
    return fc
      .stringMatching(new RegExp(pattern, "u"), { size: "small" })
      .filter((text) => length(text) >= minLength && length(text) <= maxLength);
  }
  const units = ["grapheme-ascii", "binary-ascii", "binary"] as const;
  const longest = Math.min(maxLength, 300);
  const edges = [minLength, longest].map((size) =>
    fc.string({ unit: "binary", minLength: size, maxLength: size }),
  );
  return fc.oneof(...units.map((unit) => fc.string({ unit, minLength, maxLength: longest })), ...edges);
}

function lists(document: Document, schema: FuzzSchema): Arbitrary<Json[]> {
  const { items = {}, minItems: minLength = 0, maxItems = longestList, uniqueItems } = schema;
  const constraints = { minLength, maxLength: Math.max(minLength, Math.min(maxItems, longestList)) };
  const values = valuesOf(document, items);
  if (uniqueItems !== true) return fc.array(values, constraints);
  return fc.uniqueArray(values, { ...constraints, selector: (value) => JSON.stringify(value) });
}

function objects(document: Document, schema: FuzzSchema): Arbitrary<JsonObject> {
  const {
    properties = {},
    required = [],
    if: condition,
    then: consequence,
    additionalProperties,
    minProperties = 0,
  } = schema;
  const triggers = condition?.not?.propertyNames?.not?.enum ?? [];
  const demanded = consequence?.required ?? [];
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, valuesOf(document, field)]),
  );
  const known = fc.record(fields, { requiredKeys: required }).map((value) => {
    const given = value as JsonObject;
    const lacking = demanded.every((needed) => needed in given) ? [] : triggers;
    return Object.fromEntries(Object.entries(given).filter(([name]) => !lacking.includes(name)));
  });
  const whole =
    additionalProperties === false
      ? known
      : fc
          .tuple(
            fc.dictionary(
              fc.string({ unit: "binary" }),
              fc.json().map((text) => JSON.parse(text) as Json),
              { maxKeys: 2 },
            ),
            known,
          )
          .map(([more, own]) => ({ ...without(more, properties), ...own }) as JsonObject);
  return whole.filter((value) => Object.keys(value).length >= minProperties);
}

function without(more: Record<string, unknown>, properties: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(more).filter(([name]) => !Object.hasOwn(properties, name)));
}
