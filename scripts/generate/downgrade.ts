import { Converter } from "@apiture/openapi-down-convert";
import type { Document, Json, JsonObject } from "./document.ts";

/** Constraints that 3.0 has no word for. What they demand stands in the descriptions too. */
const newerKeywords = ["patternProperties", "propertyNames", "dependentRequired"];

/**
 * The same API as OpenAPI 3.0, for generators that stop there.
 * The converter does most of it; what it leaves is mended here: members and constraints that 3.0
 * does not know, types that are lists, which become anyOf, and components that nothing uses then.
 */
export function downgrade(document: Document): JsonObject {
  const known = withoutNewer(document as unknown as Json) as JsonObject;
  const result = spreadTypes(new Converter(known, { allOfTransform: true }).convert() as Json) as JsonObject;
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

function spreadTypes(node: Json): Json {
  return mapObjects(node, ({ type, ...rest }) => {
    if (!Array.isArray(type)) return type === undefined ? rest : { type, ...rest };
    const nullable = type.includes("null") ? { nullable: true } : {};
    const others = type.filter((name) => name !== "null");
    return others.length === 1
      ? { type: others[0] as string, ...nullable, ...rest }
      : // The choice says nullable once more, which means nothing in 3.0, for generators that look only there.
        { ...nullable, ...rest, anyOf: others.map((name) => ({ type: name, ...nullable })) };
  });
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
