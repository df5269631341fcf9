import type { Document, Json, JsonObject, Parameter, Schema } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { fillPath } from "../../src/spec/paths.ts";
import { resolve } from "../../src/spec/reference.ts";
import {
  bodiesOf,
  byExample,
  invalidValues,
  queryPairs,
  type ResponseExample,
  responsesOf,
} from "./examples.ts";

/** What stands for a credential. The mock takes any; no service takes this. */
const placeholder = "any-token";

export interface FixtureRequest {
  method: string;
  pathTemplate: string;
  path: string;
  query: [name: string, value: string][];
  headers: { [name: string]: string };
  parameters: { [name: string]: Json };
  body?: Json;
}

/** One exchange: what to send, and what then comes back from the mock. */
export interface Fixture {
  id: string;
  kind: "response" | "request" | "refusal";
  operationId: string;
  request: FixtureRequest;
  /** The header that selects this response of the mock; none if the mock sends it by default. */
  prefer?: string;
  response: { status: number; headers: { [name: string]: string }; body?: Json };
  /** Of a response that is an error: what a client should tell of it. */
  error?: { code: string; requestId?: string };
}

export interface Fixtures {
  $schema: string;
  version: string;
  cases: Fixture[];
}

/** Every exchange that the examples of the description give. */
export function fixturesOf(document: Document): Fixtures {
  const credential = credentialOf(document);
  const cases = listOperations(document).flatMap((found) => casesOf(document, found, credential));
  return { $schema: "./fixtures.schema.json", version: document.info.version, cases };
}

/** fixtures.json: a case a line, so that a difference shows which case has changed. */
export function fixturesJson(document: Document): string {
  const { cases, ...head } = fixturesOf(document);
  const fields = Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},`);
  const rows = cases.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  return ["{", ...fields, '  "cases": [', rows, "  ]", "}", ""].join("\n");
}

/** The header of the first scheme of security, which needs no signature. */
function credentialOf(document: Document): { [name: string]: string } {
  const [scheme] = Object.values(document.components.securitySchemes ?? {}) as { name: string }[];
  if (scheme === undefined) throw new Error("The description has no scheme of security.");
  return { [scheme.name]: placeholder };
}

/** A case before it has a name in full: what to vary of the plain request, and what comes of it. */
interface Variation {
  id: string;
  kind: Fixture["kind"];
  query?: { [name: string]: Json };
  body?: Json | undefined;
  headers?: { [name: string]: string };
  response: ResponseExample;
  /** Whether the mock must be told to send this response. */
  told: boolean;
}

function casesOf(
  document: Document,
  found: FoundOperation,
  credential: { [name: string]: string },
): Fixture[] {
  const [plain] = bodiesOf(document, found);
  return [
    ...responsesAsked(document, found),
    ...requestsTaken(document, found),
    ...refusals(document, found),
  ].map(({ id, kind, query = {}, body = plain?.body, headers = credential, response, told }) => ({
    id: `${found.operation.operationId}/${id}`,
    kind,
    operationId: found.operation.operationId,
    request: requestOf(found, { query, body, headers }),
    ...(told ? { prefer: preferOf(response) } : {}),
    ...responseOf(response),
  }));
}

/** The plainest request, with each response that there is an example of. */
function responsesAsked(document: Document, found: FoundOperation): Variation[] {
  return responsesOf(document, found).map((response) => ({
    id: [response.status, response.example ?? "noBody"].join("/"),
    kind: "response",
    response,
    told: true,
  }));
}

/** Each body with every parameter, and each parameter alone. */
function requestsTaken(document: Document, found: FoundOperation): Variation[] {
  const query = queryOf(found);
  const rest = {
    kind: "request",
    response: responseWith(document, found, (status) => status < 300),
    told: true,
  } as const;
  const wholes = bodiesOf(document, found).map(({ example, body }) => ({
    ...rest,
    id: `request/${body === undefined ? "everyParameter" : example}`,
    query: byExample(query),
    body,
  }));
  const alone = query.flatMap((parameter) =>
    Object.entries(valuesOf(document, parameter)).map(([variant, value]) => ({
      ...rest,
      id: `parameter/${parameter.name}${variant}`,
      query: { [parameter.name]: value },
    })),
  );
  return [...wholes, ...alone];
}

/** The example of a parameter, and for a list the examples of its items together. */
function valuesOf(document: Document, { example, schema }: Parameter): { [variant: string]: Json } {
  const { items = {} } = resolve<Schema>(document, schema);
  const { examples = [] } = resolve<Schema & { examples?: Json[] }>(document, items);
  return { "": example as Json, ...(examples.length > 1 ? { "/several": examples } : {}) };
}

/** What the mock refuses by itself: a request without a credential, and each value that does not fit. */
function refusals(document: Document, found: FoundOperation): Variation[] {
  const rest = { kind: "refusal", told: false } as const;
  const unauthorized = responseWith(document, found, (status) => status === 401);
  const invalid = responseWith(document, found, (status) => status === 400);
  const values = queryOf(found).flatMap(({ name, schema }) =>
    Object.entries(invalidValues(document, schema)).map(([flaw, value]) => ({
      ...rest,
      id: `refused/${name}/${flaw}`,
      query: { [name]: value },
      response: invalid,
    })),
  );
  return [{ ...rest, id: "refused/noCredential", headers: {}, response: unauthorized }, ...values];
}

/** The first such response, which is the one that the mock gives unasked. */
function responseWith(
  document: Document,
  found: FoundOperation,
  fits: (status: number) => boolean,
): ResponseExample {
  const response = responsesOf(document, found).find(({ status }) => fits(status));
  if (response === undefined)
    throw new Error(`${found.operation.operationId} has no example of a response asked for.`);
  return response;
}

function queryOf({ parameters }: FoundOperation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "query");
}

function requestOf(
  { path, method, parameters }: FoundOperation,
  {
    query,
    body,
    headers,
  }: { query: JsonObject; body: Json | undefined; headers: { [name: string]: string } },
): FixtureRequest {
  const inPath = byExample(parameters.filter((parameter) => parameter.in === "path"));
  return {
    method: method.toUpperCase(),
    pathTemplate: path,
    path: fillPath(path, inPath),
    query: queryPairs(query),
    headers: { Accept: "application/json", ...(body === undefined ? {} : contentType), ...headers },
    parameters: { ...inPath, ...query },
    ...(body === undefined ? {} : { body }),
  };
}

const contentType = { "Content-Type": "application/json" };

function preferOf({ status, example }: ResponseExample): string {
  return example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
}

function responseOf({ status, body }: ResponseExample): Pick<Fixture, "response" | "error"> {
  return {
    response: {
      status,
      headers: body === undefined ? {} : contentType,
      ...(body === undefined ? {} : { body }),
    },
    ...(status < 400 ? {} : { error: errorOf(body) }),
  };
}

/**
 * Code and request ID as each shape of an error gives them: the service's own, IAM's, whose code is
 * a title, and a fault of the layer inside, whose code is the name of its one field.
 */
function errorOf(body: Json | undefined): { code: string; requestId?: string } {
  const { error_code, request_id, error, ...fault } = body as JsonObject;
  const { title } = (error ?? {}) as JsonObject;
  const code = (error_code ?? title ?? Object.keys(fault)[0]) as string;
  return { code, ...(request_id === undefined ? {} : { requestId: request_id as string }) };
}
