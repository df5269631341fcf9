/** What the examples of the description give: requests to send, responses to expect, values to refuse. */
import type { Document, Json, Parameter, Schema } from "../../src/spec/document.ts";
import { listExamples } from "../../src/spec/examples.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { listResponses, requestJson } from "../../src/spec/responses.ts";

/** A status that the response can have, an example of it by name, and its body. */
export interface ResponseExample {
  status: number;
  /** Undefined where the response has no body. */
  example: string | undefined;
  body: Json | undefined;
}

/** Statuses that the gateway is known to send where an operation has only its default. */
const gatewayStatuses = [502, 504];

/** Every named example of every response of an operation. */
export function responsesOf(document: Document, { operation }: FoundOperation): ResponseExample[] {
  return listResponses(document, operation).flatMap(({ key, json }): ResponseExample[] => {
    if (json === undefined) return [{ status: Number(key), example: undefined, body: undefined }];
    const statuses = key === "default" ? gatewayStatuses : [Number(key)];
    const examples = listExamples(document, json);
    return statuses.flatMap((status) =>
      examples.map(({ name, value }) => ({ status, example: name, body: value })),
    );
  });
}

/** The example bodies of an operation's request, by name; one nameless where it takes no body. */
export function bodiesOf(
  document: Document,
  { operation }: FoundOperation,
): { example: string; body: Json | undefined }[] {
  const media = requestJson(document, operation);
  if (media === undefined) return [{ example: "no body", body: undefined }];
  return listExamples(document, media).map(({ name, value }) => ({ example: name, body: value }));
}

export function byExample(parameters: Parameter[]): Record<string, Json> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, example as Json]));
}

/** Query parameters as they go on the wire: a list is repeated. */
export function queryPairs(values: Record<string, unknown>): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, given]) =>
    [given].flat().map((value): [string, string] => [name, String(value)]),
  );
}

/** Values that the schema refuses, one or two for each thing that it demands, by what is wrong with them. */
export function invalidValues(document: Document, node: Schema): Record<string, Json> {
  const schema = resolve<Schema>(document, node);
  if (schema.type === "array") {
    const items = Object.entries(invalidValues(document, schema.items ?? {}));
    return Object.fromEntries(items.map(([flaw, value]) => [flaw, [value]]));
  }
  if (schema.type === "boolean") return { word: "maybe", number: 2 };
  return {
    ...(schema.enum === undefined ? {} : { unknown: "broken", capitals: "ERROR" }),
    ...(schema.pattern === undefined ? {} : { noMatch: "no match!", withZone: "2017-04-15T04:25:38Z" }),
    ...(schema.maxLength === undefined ? {} : { tooLong: "x".repeat(schema.maxLength + 1) }),
    ...(schema.type === "integer" ? { word: "many" } : {}),
    ...(schema.minimum === undefined ? {} : { tooSmall: schema.minimum - 1 }),
  };
}
