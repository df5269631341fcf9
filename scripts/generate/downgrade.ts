import { Converter } from "@apiture/openapi-down-convert";
import type { Document, Json, JsonObject } from "./document.ts";

/**
 * The same API as OpenAPI 3.0, for generators that stop there.
 * The converter does most of it; what it leaves is mended here: members that 3.0 does not know, and
 * types that are lists, which become anyOf.
 */
export function downgrade(document: Document): JsonObject {
  const converted = new Converter(structuredClone(document), { allOfTransform: true }).convert();
  const result = mend(converted as JsonObject) as JsonObject;
  delete result.jsonSchemaDialect;
  delete (result.info as JsonObject).summary;
  return result;
}

function mend(node: Json): Json {
  if (Array.isArray(node)) return node.map(mend);
  if (typeof node !== "object" || node === null) return node;
  const mended = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mend(value)]));
  return Array.isArray(mended.type) ? spreadTypes(mended, mended.type as string[]) : mended;
}

function spreadTypes({ type: _, ...rest }: JsonObject, types: string[]): JsonObject {
  const nullable = types.includes("null") ? { nullable: true } : {};
  const others = types.filter((type) => type !== "null");
  return others.length === 1
    ? { type: others[0] as string, ...nullable, ...rest }
    : { ...rest, ...nullable, anyOf: others.map((type) => ({ type })) };
}
