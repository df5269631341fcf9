import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Document } from "./document.ts";

const { factory } = ts;

/**
 * The types of paths, components and operations, by openapi-typescript. Values that are known of an
 * open text (x-extensible-enum) become a union that editors complete and that takes any other text.
 */
export async function schemaTypes(document: Document): Promise<string> {
  // It takes the document's own text: an object would be changed in place.
  const nodes = await openapiTS(JSON.stringify(document), {
    silent: true,
    // A member with a default may still be left out of a request.
    defaultNonNullable: false,
    transform: (schema) => {
      const known = (schema as { "x-extensible-enum"?: string[] })["x-extensible-enum"];
      return known === undefined ? undefined : openUnion(known);
    },
  });
  return astToString(nodes);
}

/** "a" | "b" | (string & {}): plain string would swallow the names. */
function openUnion(known: string[]): ts.TypeNode {
  const names = known.map((name) => factory.createLiteralTypeNode(factory.createStringLiteral(name)));
  const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const any = factory.createIntersectionTypeNode([text, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...names, factory.createParenthesizedType(any)]);
}
