import { readFileSync } from "node:fs";
import {
  type Document,
  type FoundOperation,
  type Json,
  listOperations,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from "../../scripts/generate/document.ts";

/** The bundle, as it is committed. */
export const document = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
) as Document;

export const operations: FoundOperation[] = listOperations(document);

export function findOperation(operationId: string): FoundOperation {
  const found = operations.find(({ operation }) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`no operation ${operationId}`);
  return found;
}

/** A status that the answer can have, an example of it by name, and its body. */
export interface Answer {
  status: number;
  /** Undefined where the answer has no body. */
  example: string | undefined;
  body: Json | undefined;
}

/** Statuses that the gateway is known to answer where an operation has only its default. */
const gatewayStatuses = [429, 502, 504];

/** Every named example of every answer of an operation. */
export function answersOf({ operation }: FoundOperation): Answer[] {
  return Object.entries(operation.responses).flatMap(([key, node]): Answer[] => {
    const media = resolve<Response>(document, node).content?.["application/json"];
    if (media === undefined) return [{ status: Number(key), example: undefined, body: undefined }];
    const examples = media.examples ?? {};
    const statuses = key === "default" ? gatewayStatuses : [Number(key)];
    return statuses.flatMap((status) =>
      Object.entries(examples).map(([example, held]) => ({
        status,
        example,
        body: resolve<{ value: Json }>(document, held as { value: Json }).value,
      })),
    );
  });
}

export function queryOf({ parameters }: FoundOperation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "query");
}

/** Values that the schema refuses, one for each thing that it demands. */
export function invalidValues(node: Schema): unknown[] {
  const schema = resolve<Schema>(document, node);
  if (schema.type === "array") return invalidValues(schema.items ?? {}).map((value) => [value]);
  if (schema.type === "boolean") return ["maybe", 2];
  return [
    ...(schema.enum === undefined ? [] : ["broken", "ERROR"]),
    ...(schema.format === "uuid" ? ["not-a-uuid", "9422f270-6fcf-4ba2-9319"] : []),
    ...(schema.pattern === undefined ? [] : ["no match!", "2017-04-15T04:25:38Z"]),
    ...(schema.maxLength === undefined ? [] : ["x".repeat(schema.maxLength + 1)]),
  ];
}
