import type { Document, Json, MediaType, Parameter, Schema } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { replaceParameters } from "../../src/spec/paths.ts";
import { resolve } from "../../src/spec/reference.ts";
import { type ResponseFields, responseFieldsOf } from "./response-fields.ts";

/** One call of an operation with example values, all read from the document. */
export interface SampleCall {
  operationId: string;
  /** In capitals, as on the wire. */
  method: string;
  /** With its parameters in braces, as in the document. */
  path: string;
  /** The header that carries the token. */
  tokenHeader: string;
  /** The server that the sample calls without CSBS_ENDPOINT. */
  endpoint: string;
  /** Parameters of the path, except the project, which the sample reads from the environment. */
  segments: Segment[];
  query: { name: string; value: Json }[];
  body: Json | undefined;
  responseFields: ResponseFields;
}

/** A parameter of the path and its value. */
export interface Segment {
  name: string;
  value: string;
  /** The value is always the same, and our client fills it in. */
  fixed: boolean;
  /** The value may contain characters that a path must escape. */
  escaped: boolean;
}

/** The parameter of every path that is read from OS_PROJECT_ID. */
export const projectParameter = "project_id";

/** One call of each operation, in the order of the document. */
export function sampleCalls(document: Document): SampleCall[] {
  return listOperations(document).map((found) => callOf(document, found));
}

export function callOf(document: Document, found: FoundOperation): SampleCall {
  const { operation, method, path, parameters } = found;
  const other = parameters.find(
    ({ in: place, required }) => required === true && !["path", "query"].includes(place),
  );
  if (other !== undefined) throw new Error(`${operation.operationId}: no sample sends a ${other.in} yet.`);
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    tokenHeader: tokenHeaderOf(document),
    endpoint: endpointOf(document, found),
    segments: parameters
      .filter(({ in: place, name }) => place === "path" && name !== projectParameter)
      .map((parameter) => segmentOf(document, parameter)),
    query: queryOf(document, found).map(({ name, example = null }) => ({ name, value: example })),
    body: bodyOf(document, found),
    responseFields: responseFieldsOf(document, found),
  };
}

function tokenHeaderOf(document: Document): string {
  const { name } = resolve<{ name: string }>(document, { $ref: "#/components/securitySchemes/tokenAuth" });
  return name;
}

/** The first server of a cloud that documents the operation; its URL names the cloud. */
function endpointOf({ servers }: Document, { operation }: FoundOperation): string {
  const clouds = operation["x-csbs-clouds"];
  const server = servers.find(({ url }) => clouds.some((cloud) => url.includes(cloud))) ?? servers[0];
  if (server === undefined) throw new Error("The bundle names no server.");
  return replaceParameters(server.url, (name) => server.variables?.[name]?.default ?? "");
}

function segmentOf(document: Document, { name, example, ...parameter }: Parameter): Segment {
  const schema = resolve<Schema>(document, parameter.schema as Schema & { $ref: string });
  return {
    name,
    value: String(example),
    fixed: parameter["x-csbs-bound"] === true,
    escaped: !isId(name) && schema.const === undefined,
  };
}

/**
 * The required parameters and, for a GET, the first filter of each common kind: a state, an ID, a
 * time. Without any of these, the first filter with free text.
 */
function queryOf(document: Document, { operation, method, parameters }: FoundOperation): Parameter[] {
  const query = parameters.filter((parameter) => parameter.in === "query" && parameter.example !== undefined);
  const filters = query.filter(({ name }) => method === "get" && name !== operation["x-csbs-pages"]?.by);
  const first = (kind: Kind) =>
    filters.find(
      ({ name, schema }) => kindOf(name, resolve<Schema>(document, schema as { $ref: string })) === kind,
    );
  const preferred = (["state", "id", "time"] as const).flatMap((kind) => first(kind) ?? []);
  const chosen = preferred.length > 0 ? preferred : [first("text")];
  return query.filter((parameter) => parameter.required === true || chosen.includes(parameter));
}

type Kind = "state" | "id" | "time" | "text" | undefined;

function kindOf(name: string, { enum: values, title, type, pattern }: Schema): Kind {
  if (values !== undefined) return "state";
  if (isId(name)) return "id";
  if (title === "Timestamp") return "time";
  return type === "string" && pattern === undefined ? "text" : undefined;
}

/** IDs consist of letters, digits, `-` and `_`. No page says so, so their schema is a plain string. */
function isId(name: string): boolean {
  return name.endsWith("_id");
}

/** The first example of the body; if it has no values, the shortest example that has some. */
function bodyOf(document: Document, { operation }: FoundOperation): Json | undefined {
  if (operation.requestBody === undefined) return undefined;
  const media: MediaType | undefined = operation.requestBody.content["application/json"];
  const examples = Object.values(media?.examples ?? {}).map(
    (held) => resolve<{ value: Json }>(document, held as { value: Json }).value,
  );
  const [first] = examples;
  if (first === undefined) throw new Error(`${operation.operationId}: its body has no example.`);
  if (saysSomething(first)) return first;
  const preferred = examples.filter(saysSomething);
  return (
    preferred.sort((one, other) => JSON.stringify(one).length - JSON.stringify(other).length)[0] ?? first
  );
}

function saysSomething(value: Json): boolean {
  return typeof value === "object" && value !== null ? Object.values(value).some(saysSomething) : true;
}
