/** What the examples of the description give: requests to send, answers to expect, values to refuse. */
import {
  type Document,
  type FoundOperation,
  type Json,
  type MediaType,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from "./document.ts";

/** A status that the answer can have, an example of it by name, and its body. */
export interface Answer {
  status: number;
  /** Undefined where the answer has no body. */
  example: string | undefined;
  body: Json | undefined;
}

/** Statuses that the gateway is known to send where an operation has only its default. */
const gatewayStatuses = [502, 504];

/** Every named example of every answer of an operation. */
export function answersOf(document: Document, { operation }: FoundOperation): Answer[] {
  return Object.entries(operation.responses).flatMap(([key, node]): Answer[] => {
    const media = resolve<Response>(document, node).content?.["application/json"];
    if (media === undefined) return [{ status: Number(key), example: undefined, body: undefined }];
    const statuses = key === "default" ? gatewayStatuses : [Number(key)];
    return statuses.flatMap((status) => namedValues(document, media).map((named) => ({ status, ...named })));
  });
}

/** The example bodies of an operation's request, by name; one nameless where it takes no body. */
export function bodiesOf(
  document: Document,
  { operation }: FoundOperation,
): { example: string; body: Json | undefined }[] {
  const media = operation.requestBody?.content["application/json"];
  return media === undefined ? [{ example: "no body", body: undefined }] : namedValues(document, media);
}

function namedValues(document: Document, { examples = {} }: MediaType): { example: string; body: Json }[] {
  return Object.entries(examples).map(([example, held]) => ({
    example,
    body: resolve<{ value: Json }>(document, held as { value: Json }).value,
  }));
}

export function byExample(parameters: Parameter[]): Record<string, Json> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, example as Json]));
}

/** The path with its parameters filled in. */
export function fillPath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
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
