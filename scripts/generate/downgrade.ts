import { Converter } from "@apiture/openapi-down-convert";
import type { Document, Json, JsonObject } from "./document.ts";

/** Constraints that 3.0 has no word for. What they demand stands in the descriptions too. */
const newerKeywords = ["patternProperties", "propertyNames", "dependentRequired"];

/**
 * The same API as OpenAPI 3.0, for generators that stop there.
 * The converter does most of it; what it leaves is mended here: members and constraints that 3.0
 * does not know, types that are lists, and components that nothing uses then.
 */
export function downgrade(document: Document): JsonObject {
  const known = withoutNewer(document as unknown as Json) as JsonObject;
  const result = withoutTypeLists(
    new Converter(known, { allOfTransform: true }).convert() as Json,
  ) as JsonObject;
  delete result.jsonSchemaDialect;
  delete (result.info as JsonObject).summary;
  return withoutUnused(result);
}

/** Copies the document. `not` is known to 3.0, but what it negates may not be. */
function withoutNewer(node: Json): Json {
  return mapObjects(node, (object) => {
    const kept = Object.entries(object).filter(([key, value]) => !isNewer(key, value));
    return Object.fromEntries(kept);
  });
}

function isNewer(key: string, value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  return newerKeywords.includes(key) || (key === "not" && newerKeywords.some((keyword) => keyword in value));
}

/** Constraints that hold for values of one type only. */
const ofOneType = ["minimum", "maximum", "minLength", "maxLength", "pattern"];

/**
 * A list of types is left out, and what holds for one of them; the description names them. Most generators
 * make an empty class, or one that fails, of anyOf or oneOf over plain types, and a member of any type of none.
 */
function withoutTypeLists(node: Json): Json {
  return mapObjects(node, ({ type, ...rest }) => {
    if (!Array.isArray(type)) return type === undefined ? rest : { type, ...rest };
    const others = type.filter((name) => name !== "null");
    if (others.length === 1) {
      return { type: others[0] as string, ...(type.includes("null") ? { nullable: true } : {}), ...rest };
    }
    const kept = Object.entries(rest).filter(([keyword]) => !ofOneType.includes(keyword));
    return { ...Object.fromEntries(kept), description: describedTypes(rest.description, type as string[]) };
  });
}

function describedTypes(description: Json | undefined, types: string[]): string {
  const named = `Its type is ${types.slice(0, -1).join(", ")} or ${types.at(-1)}.`;
  return typeof description === "string" ? `${description} ${named}` : named;
}

/** Rebuilds a tree, each object by way of the function. */
function mapObjects(node: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(node)) return node.map((item) => mapObjects(item, change));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(change(node)).map(([key, value]) => [key, mapObjects(value, change)]),
  );
}

function withoutUnused(document: JsonObject): JsonObject {
  const text = JSON.stringify(document);
  const components = document.components as { [kind: string]: JsonObject };
  for (const name of Object.keys(components.schemas ?? {})) {
    if (!text.includes(`"#/components/schemas/${name}"`)) delete components.schemas?.[name];
  }
  return document;
}
