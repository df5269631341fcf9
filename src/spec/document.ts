/** The parts of the bundled OpenAPI document that this project reads. */

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
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  not?: Schema;
  if?: Schema;
  then?: Schema;
  discriminator?: { propertyName: string; mapping?: { [value: string]: string } };
  "x-csbs-differences"?: string[];
  "x-csbs-form"?: string;
  "x-extensible-enum"?: Json[];
}

/**
 * How traffic shows a row of the record of differences: by a value that this schema accepts, by any value that the
 * description refuses there, or not at all, because the row is about meaning.
 */
export type Evidence = "refusal" | "none" | Schema;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description: string;
  schema: Schema;
  example?: Json;
  "x-csbs-bound"?: boolean;
  "x-csbs-differences"?: string[];
  /** Whether it begins or ends a period; an operation has at most one of each. */
  "x-csbs-range"?: "start" | "end";
}

export interface MediaType {
  schema: Schema;
  examples?: { [name: string]: { summary?: string; value?: Json; $ref?: string } };
}

export interface Response {
  description: string;
  content?: { [mediaType: string]: MediaType };
  "x-csbs-differences"?: string[];
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
  tags: string[];
  "x-csbs-clouds": string[];
  "x-csbs-differences"?: string[];
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
  tags: { name: string }[];
  servers: Server[];
  "x-csbs-error-codes": ErrorCodeEntry[];
  /** By row of the record of differences. */
  "x-csbs-evidence": { [row: string]: Evidence };
  paths: { [path: string]: { [method: string]: unknown } };
  components: { [kind: string]: JsonObject };
}
