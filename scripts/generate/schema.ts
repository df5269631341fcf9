import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Document, Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { docComment } from "./doc-comments.ts";
import { isTimeSchema } from "./times.ts";

const { factory } = ts;

/**
 * The types of paths, components and operations, by openapi-typescript. Values that are known of an
 * open text (x-extensible-enum) become a union that editors complete and that takes any other text.
 */
export async function schemaTypes(document: Document): Promise<string> {
  // It takes the document's own text: an object would be changed in place.
  const nodes = await openapiTS(withoutOpenness(describeReferences(document)), {
    silent: true,
    // A field with a default may still be left out of a request.
    defaultNonNullable: false,
    transform: (schema) => {
      const known = (schema as { "x-extensible-enum"?: string[] })["x-extensible-enum"];
      return known === undefined ? undefined : openUnion(known);
    },
  });
  return Object.entries(structures).reduce(
    (text, [name, line]) =>
      text.replace(new RegExp(`^export \\w+ ${name}\\b`, "m"), `${docComment([line])}\n$&`),
    astToString(nodes),
  );
}

const structures = {
  paths: "Every path with its operations, as openapi-typescript writes them: the type of `csbs.http`.",
  components: 'Every schema of the description by name: `components["schemas"]["Backup"]`.',
  operations:
    "Every operation by its operationId, with parameters, body and responses, as openapi-typescript writes them.",
};

/**
 * A copy whose properties that only refer to a schema say what that schema says, because editors show
 * the text of the property, and would show none.
 */
function describeReferences(document: Document): Document {
  const copy = structuredClone(document);
  visit(copy);
  return copy;

  function visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as Schema;
    if (typeof properties === "object") for (const schema of Object.values(properties)) describe(schema);
    for (const child of Object.values(node)) visit(child);
  }

  function describe(schema: Schema): void {
    if (schema.$ref === undefined) return;
    const { description, title } = resolve<Schema>(document, { $ref: schema.$ref });
    const text = schema.description ?? description ?? title;
    const reading = isTimeSchema(schema)
      ? " Read it by `parseTime`: `new Date(text)` would take it for local time."
      : "";
    if (text !== undefined) schema.description = `${text.trim()}${reading}`;
  }
}

/**
 * Without `additionalProperties: true`: it would become an index signature, by which the compiler takes
 * any misspelt property for one that the service has added.
 */
function withoutOpenness(document: Document): string {
  return JSON.stringify(document, (key, value) =>
    key === "additionalProperties" && value === true ? undefined : value,
  );
}

/** "a" | "b" | (string & {}): plain string would swallow the names. */
function openUnion(known: string[]): ts.TypeNode {
  const names = known.map((name) => factory.createLiteralTypeNode(factory.createStringLiteral(name)));
  const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const any = factory.createIntersectionTypeNode([text, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...names, factory.createParenthesizedType(any)]);
}
