import type { Document } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";

const text = { type: "string" };
const texts = { type: "object", additionalProperties: text };
const anything = {};

/** fixtures.schema.json: what fixtures.json holds, for those who read it in another language. */
export function fixturesSchema(document: Document): object {
  const operationIds = listOperations(document).map(({ operation }) => operation.operationId);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Fixtures of csbs-api",
    description: "Exchanges with the Cloud Server Backup Service, from the examples of its description.",
    ...closed({
      $schema: text,
      version: { ...text, description: "Version of the description that the cases come from." },
      cases: { type: "array", minItems: 1, items: { $ref: "#/$defs/Case" } },
    }),
    $defs: {
      Case: caseSchema(operationIds),
      Request: requestSchema,
      Response: closed(
        {
          status: { type: "integer", minimum: 200, maximum: 599 },
          headers: {
            ...texts,
            description: "Headers that the response has among others; names in any case.",
          },
          body: { ...anything, description: "The JSON that comes. Left out where no body does." },
        },
        ["body"],
      ),
      Error: closed(
        {
          code: {
            ...text,
            description: "The code of the error, or the title or the name of the fault where it has none.",
          },
          requestId: text,
        },
        ["requestId"],
      ),
    },
  };
}

function caseSchema(operationIds: string[]): object {
  return closed(
    {
      id: {
        ...text,
        pattern: "^\\w+(/\\w+){2,3}$",
        description:
          "Name of the case, such as countBackups/200/someBackups. It stays the same from version to version.",
      },
      kind: {
        enum: ["response", "request", "refusal"],
        description: [
          "response: each example of a response, to a plain request.",
          "request: each example of a request, and each parameter alone.",
          "refusal: what the mock refuses by itself. A client with types may be unable to send it.",
        ].join(" "),
      },
      operationId: { enum: operationIds },
      request: { $ref: "#/$defs/Request" },
      prefer: {
        ...text,
        description:
          "Value of the header Prefer that selects this response of the mock. Absent if the mock sends it by default.",
      },
      response: { $ref: "#/$defs/Response" },
      error: {
        $ref: "#/$defs/Error",
        description: "What a client should tell of the response, where it is an error.",
      },
    },
    ["prefer", "error"],
  );
}

const requestSchema = closed(
  {
    method: { enum: ["GET", "POST", "PUT", "DELETE", "PATCH"] },
    pathTemplate: {
      ...text,
      description: "The path as in the description, such as /v1/{project_id}/policies.",
    },
    path: { ...text, description: "The path with its parameters filled in and encoded." },
    query: {
      type: "array",
      description: "Name and value of each part of the query, not encoded, in order. A name may come twice.",
      items: { type: "array", prefixItems: [text, text], items: false, minItems: 2 },
    },
    headers: { ...texts, description: "Headers to send. What stands for a credential is none." },
    parameters: {
      type: "object",
      description:
        "Parameters of path and query by name, with the types of the description, for a client that takes them so.",
    },
    body: { ...anything, description: "The JSON to send. Left out where the operation takes no body." },
  },
  ["body"],
);

/** An object with these fields and no other, all of them needed but the optional ones. */
function closed(properties: { [name: string]: object }, optional: string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", additionalProperties: false, required, properties };
}
