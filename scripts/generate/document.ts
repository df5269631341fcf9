/** The parts of a bundled OpenAPI document that the generators read, and how to walk them. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface Schema {
  $ref?: string;
  title?: string;
  type?: string | string[];
  description?: string;
  enum?: Json[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  items?: Schema;
  properties?: { [name: string]: Schema };
  required?: string[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  const?: Json;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description: string;
  schema: Schema;
  example?: Json;
  "x-csbs-bound"?: boolean;
}

export interface MediaType {
  schema: Schema;
  examples?: { [name: string]: { summary?: string; value?: Json; $ref?: string } };
}

export interface Response {
  description: string;
  content?: { [mediaType: string]: MediaType };
  "x-csbs-optional-body"?: boolean;
}

/**
 * Which property of a response holds its items, which of an item is its ID, and what selects the next page.
 * Not `id`: validators of draft-04 take a property of that name for the ID of a schema.
 */
export interface Pages {
  items: string;
  key: string;
  by: "marker" | "offset";
  /** The field with the number of all items, where the service sends one. */
  total?: string;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  externalDocs: { url: string };
  "x-csbs-clouds": string[];
  "x-csbs-safe"?: boolean;
  "x-csbs-pages"?: Pages;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: { [mediaType: string]: MediaType } };
  responses: { [status: string]: Response | { $ref: string } };
}

export interface ErrorCodeEntry {
  code: string;
  status: number;
  message: string;
  meaning: string;
  remedy: string;
  clouds?: string[];
}

export interface Server {
  url: string;
  description: string;
  variables?: { [name: string]: { default: string; enum?: string[] } };
}

export interface Document {
  openapi: string;
  info: { version: string };
  servers: Server[];
  "x-csbs-error-codes": ErrorCodeEntry[];
  paths: { [path: string]: { [method: string]: unknown } };
  components: { [kind: string]: JsonObject };
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Follows local references until something else is found. */
export function resolve<T>(document: Document, node: T | { $ref: string }): T {
  let found: unknown = node;
  while (typeof found === "object" && found !== null && "$ref" in found) {
    found = lookUp(document, (found as { $ref: string }).$ref);
  }
  return found as T;
}

function lookUp(document: Document, reference: string): unknown {
  let found: unknown = document;
  for (const part of reference.slice("#/".length).split("/")) {
    found = (found as JsonObject)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (found === undefined) throw new Error(`The bundle has nothing at ${reference}.`);
  return found;
}

export interface FoundOperation {
  path: string;
  method: string;
  operation: Operation;
  parameters: Parameter[];
}

/** Every operation in the order of the document, its path's parameters joined to its own. */
export function listOperations(document: Document): FoundOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => {
        const operation = item[method] as Operation;
        const shared = (item.parameters ?? []) as (Parameter | { $ref: string })[];
        const parameters = [...shared, ...(operation.parameters ?? [])];
        return {
          path,
          method,
          operation,
          parameters: parameters.map((parameter) => resolve<Parameter>(document, parameter)),
        };
      }),
  );
}

/** The last part of a local reference: the component's name. */
export function componentName(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
