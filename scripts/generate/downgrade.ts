import { Converter } from "@apiture/openapi-down-convert";
import type { Document, Json, JsonObject } from "../../src/spec/document.ts";

/** Keywords of schemas that 3.0 has no word for, and which nothing here replaces. */
const unknownTo30 = [
  ...["patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "contains"],
  ...["prefixItems", "unevaluatedProperties", "unevaluatedItems", "else", "$defs"],
];

/**
 * The same API as OpenAPI 3.0, for tools that stop there.
 * The converter does most of it; the rest is done here: conditions on names, lists of types, and the summary.
 *
 * @throws for what 3.0 cannot say, so that nothing else is lost without a word.
 */
export function downgrade(document: Document): JsonObject {
  const known = withoutConditions(document as unknown as Json) as JsonObject;
  const result = withoutTypeLists(
    new Converter(known, { allOfTransform: true }).convert() as Json,
  ) as JsonObject;
  delete (result.info as JsonObject).summary;
  return result;
}

/**
 * Conditions on the names of properties: 3.0 could say them by `required` inside `not` and `anyOf`, of which
 * generators make models by the dozen, so that "one of these must be there" becomes "one must be there", and
 * "needs another" is left to the description.
 */
function withoutConditions(node: Json): Json {
  return mapSchemas(node, ({ if: condition, then: consequence, ...rest }) => {
    const unknown = unknownTo30.find((keyword) => keyword in rest);
    if (unknown !== undefined) throw new Error(`OpenAPI 3.0 has no keyword ${unknown}.`);
    if (!demandsNames(rest.not)) return rest;
    const { not: _, ...others } = rest;
    return { ...others, minProperties: 1 };
  });
}

function demandsNames(negated: Json | undefined): boolean {
  return typeof negated === "object" && negated !== null && "propertyNames" in negated;
}

/** Constraints that hold for values of one type only. */
const ofOneType = ["minimum", "maximum", "minLength", "maxLength", "pattern", "additionalProperties"];

/**
 * A list of several types is left out, and what holds for one of them; the description names them, null included.
 * Of eight generators tried, five (Go, Java, Kotlin, PHP, Rust) cannot read a value of anyOf or oneOf over plain types,
 * and all read a property of any type. Redocly refuses `nullable` where there is no type.
 */
function withoutTypeLists(node: Json): Json {
  return mapSchemas(node, ({ type, ...rest }) => {
    if (!Array.isArray(type)) return type === undefined ? rest : { type, ...rest };
    const others = type.filter((name) => name !== "null");
    const nullable: JsonObject = type.includes("null") ? { nullable: true } : {};
    if (others.length === 1) return { type: others[0] as string, ...nullable, ...rest };
    const kept = Object.entries(rest).filter(([keyword]) => !ofOneType.includes(keyword));
    return { ...Object.fromEntries(kept), description: describedTypes(rest.description, type as string[]) };
  });
}

function describedTypes(description: Json | undefined, types: string[]): string {
  const named = `Its type is ${types.join(" or ")}.`;
  return typeof description === "string" ? `${description} ${named}` : named;
}

/** Where a map from names to schemas is: a property may have the name of a keyword. */
const mapsOfSchemas = ["properties", "schemas"];

/** Rebuilds a document, calls the function for each object except maps of schemas and examples. */
function mapSchemas(node: Json, change: (schema: JsonObject) => JsonObject): Json {
  if (Array.isArray(node)) return node.map((item) => mapSchemas(item, change));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(change(node)).map(([key, value]): [string, Json] => {
    if (["example", "examples", "value", "const", "enum"].includes(key) || key.startsWith("x-"))
      return [key, value];
    if (!mapsOfSchemas.includes(key)) return [key, mapSchemas(value, change)];
    return [key, mapValues(value as JsonObject, (schema) => mapSchemas(schema, change))];
  });
  return Object.fromEntries(entries);
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
