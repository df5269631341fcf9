import { readFileSync } from "node:fs";
import type { ResponseExample } from "../../scripts/generate/examples.ts";
import * as examples from "../../scripts/generate/examples.ts";
import type { Document, Parameter, Schema } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";

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

export function responsesOf(found: FoundOperation): ResponseExample[] {
  return examples.responsesOf(document, found);
}

export function queryOf({ parameters }: FoundOperation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "query");
}

export function invalidValues(schema: Schema): unknown[] {
  return Object.values(examples.invalidValues(document, schema));
}

/** Status and error code of a named example of an error response. */
export function errorExample(
  operationId: string,
  status: number,
  example: string,
): { status: number; code: string } {
  const responses = responsesOf(findOperation(operationId));
  const found = responses.find((response) => response.status === status && response.example === example);
  if (found === undefined) throw new Error(`${operationId} has no example ${example} of ${status}`);
  return { status, code: (found.body as { error_code: string }).error_code };
}
