import type { Document, JsonObject, MediaType, Operation, Parameter } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { componentName } from "../../src/spec/reference.ts";
import { listSuccesses, requestJson } from "../../src/spec/responses.ts";
import { checksModule, checkTypes, type Row } from "./checks-module.ts";

/**
 * validators.js: a function for the parameters, the body and the response of success of every operation, compiled
 * ahead by ajv, so that a browser needs neither ajv nor `eval`. A component becomes one function, which everything
 * that refers to it calls.
 */
export async function validatorsModule(document: Document): Promise<string> {
  const found = listOperations(document);
  const tables = {
    parameters: found.map(({ operation: { operationId } }): Row => [operationId, `${operationId}Parameters`]),
    bodies: found.map(({ operation }): Row => [operation.operationId, bodyOf(document, operation)]),
    responses: found.map(({ operation }): Row => [operation.operationId, responseOf(document, operation)]),
  };
  const inline = found.map(({ operation, parameters }) => [
    `${operation.operationId}Parameters`,
    parameterSchema(parameters),
  ]);
  return checksModule(document, tables, Object.fromEntries(inline));
}

/** The parameters of an operation as the properties of one object. All may be left out: the client checks that. */
function parameterSchema(parameters: readonly Parameter[]): JsonObject {
  const schemas = parameters.map(({ name, schema }) => [name, schema as unknown as JsonObject]);
  return { type: "object", properties: Object.fromEntries(schemas) };
}

/** validators.d.ts. */
export const validatorsTypes = `${checkTypes}
/** By operationId: the parameters in path and query, as one object. */
export declare const parameters: { readonly [operationId: string]: Check };

/** By operationId: the bodies of requests. */
export declare const bodies: { readonly [operationId: string]: Check };

/** By operationId: the bodies of success. */
export declare const responses: { readonly [operationId: string]: Check };
`;

function bodyOf(document: Document, operation: Operation): string | undefined {
  return schemaName(operation.operationId, requestJson(document, operation));
}

/** The one schema of all responses of success; undefined where none has JSON. */
function responseOf(document: Document, operation: Operation): string | undefined {
  const { operationId } = operation;
  const names = listSuccesses(document, operation).flatMap(({ json }) => schemaName(operationId, json) ?? []);
  const [name, ...others] = new Set(names);
  if (others.length > 0) throw new Error(`${operationId} has several schemas of success`);
  return name;
}

function schemaName(operationId: string, media: MediaType | undefined): string | undefined {
  if (media === undefined) return undefined;
  const { $ref } = media.schema;
  if ($ref === undefined) throw new Error(`${operationId} has a schema that is not a component.`);
  return componentName($ref);
}
