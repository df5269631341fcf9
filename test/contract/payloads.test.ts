import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, test } from "vitest";
import { parse } from "yaml";
import { operationTable } from "../../generated/operations.ts";
import { CsbsApiError } from "../../src/index.ts";
import type { Json, Response as Spec } from "../../src/spec/document.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { json, rejection, stubbedClient } from "../support/client.ts";
import { type Mutation, mutationsOf, type ShapeSchema } from "../support/mutations.ts";
import { bodiesOf, pathArguments } from "../support/requests.ts";
import { document, findOperation, operations } from "../support/spec.ts";

/**
 * Responses as the service is known to send them, one file an operation, each with the rows of the
 * guide on differences that it shows. errors.yaml holds what any operation may return.
 */
interface Payload {
  name: string;
  rows?: string[];
  status: number;
  /** Left out where the response has none. */
  body?: Json;
}

const folder = join(import.meta.dirname, "payloads");
const corpus = Object.fromEntries(
  readdirSync(folder).map((file) => [
    file.replace(/\.yaml$/, ""),
    parse(readFileSync(join(folder, file), "utf8")) as Payload[],
  ]),
);
const { errors = [], ...byOperation } = corpus;

/** Rows of the guide on differences that a response can show. */
const shownRows = [
  "average-speed",
  "backup-data-types",
  "backup-status",
  "bare-metal",
  "capability-error-fields",
  "copy-status-words",
  "dec-size",
  "delete-body",
  "empty-string-enums",
  "error-code-form",
  "error-shapes",
  "extra-info",
  "fail-code",
  "incremental-meaning",
  "long-term-range",
  "missing-503",
  "nullable",
  "opdef-types",
  "paging-styles",
  "plan-id-fake",
  "policy-optional",
  "policy-samples-ids",
  "policy-status",
  "progress-type",
  "quota-types",
  "rebind",
  "remove-tag-idempotent",
  "replication-records-type",
  "replication-regions",
  "resource-graph",
  "resources-empty",
  "restore-status-type",
  "retention-range",
  "schedule-interval",
  "shared-action-path",
  "shared-disks",
  "space-saving-ratio",
  "status-503",
  "status-codes-general",
  "tag-filter-sample",
  "tag-key-limits",
  "tag-value-list",
  "time-format",
  "trigger-response",
];

/** Payloads that no mutation of a kind can break, by operation and name, with the reason. */
const unbreakable: { [payload: string]: { [kind in Mutation["kind"]]?: string } } = {
  "deleteBackup accepted, with an empty object": {
    missing: "it has no fields",
    type: "it has no fields",
  },
  // None of its fields is required by itself; that one of them must be there has a test of its own.
  "findBackupsByTag nothing found": { missing: "either field will do" },
  "findBackupsByTag count only": { missing: "no field is required by itself" },
  "findBackupsByTag a bare backup, as the page prints it": {
    missing: "no field is required by itself",
    type: "none of its fields is one that the table has",
  },
};

describe("the corpus", () => {
  test("has at least 80 payloads, each with a name of its own in its file", ({ expect }) => {
    const all = Object.values(corpus).flat();
    expect(all.length).toBeGreaterThanOrEqual(80);
    for (const payloads of Object.values(corpus)) {
      expect(new Set(payloads.map(({ name }) => name)).size).toBe(payloads.length);
    }
  });

  // A new operation has the tests that come from its examples; what is seen of it may come later.
  test("has files for operations that there are", ({ expect }) => {
    const ids = Object.keys(byOperation);
    expect(ids.filter((id) => !Object.hasOwn(operationTable, id))).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(29);
  });

  test("has the payloads that are said to be unbreakable", ({ expect }) => {
    const titles = Object.entries(corpus).flatMap(([id, payloads]) =>
      payloads.map(({ name }) => `${id} ${name}`),
    );
    expect(titles).toEqual(expect.arrayContaining(Object.keys(unbreakable)));
  });

  test("of a search by tag must be told by one of three fields", ({ expect }) => {
    const found = findOperation("findBackupsByTag");
    for (const body of [{}, { resouces: [] }, { total: 1 }, { name: "a", status: "available" }]) {
      expect(complaints(found, { name: "broken", status: 200, body })).not.toEqual([]);
    }
  });

  test("shows every row that a response can show", ({ expect }) => {
    const rows = Object.values(corpus).flatMap((payloads) => payloads.flatMap(({ rows = [] }) => rows));
    expect(rows).toEqual(expect.arrayContaining(shownRows));
  });
});

for (const [operationId, payloads] of Object.entries(byOperation)) {
  describe(operationId, () => {
    for (const payload of payloads) {
      const { name, status, body } = payload;
      const title = `${operationId} ${name}`;

      test(`takes: ${name}`, ({ expect }) => {
        expect(complaints(findOperation(operationId), payload)).toEqual([]);
      });

      test(`through the client: ${name}`, async ({ expect }) => {
        const call = callThrough(operationId, payload);
        if (status < 300) expect(await call).toEqual(body);
        else expect(await rejection(call)).toMatchObject({ status, body, operation: operationId });
      });

      if (body === undefined) continue;

      test(`refuses mutations of: ${name}`, ({ expect }) => {
        const { schema, validate } = responseOf(findOperation(operationId), status) as Documented;
        const mutations = mutationsOf(document, schema, body);
        const taken = mutations.filter((mutation) => validate(mutation.payload));
        expect(taken.map((mutation) => mutation.title)).toEqual([]);
        if (status >= 300) return;
        for (const kind of ["missing", "type"] as const) {
          const some = mutations.some((mutation) => mutation.kind === kind);
          expect({ kind, some }).toEqual({ kind, some: unbreakable[title]?.[kind] === undefined });
        }
      });
    }
  });
}

describe("errors of any operation", () => {
  for (const payload of errors) {
    test(`takes: ${payload.name}`, ({ expect }) => {
      for (const found of operations) expect(complaints(found, payload)).toEqual([]);
    });

    test(`refuses mutations of: ${payload.name}`, ({ expect }) => {
      for (const found of operations) {
        const { schema, validate } = responseOf(found, payload.status) as Documented;
        const mutations = mutationsOf(document, schema, payload.body as Json);
        expect(mutations.length).toBeGreaterThan(0);
        expect(mutations.filter((mutation) => validate(mutation.payload))).toEqual([]);
      }
    });

    test(`through the client: ${payload.name}`, async ({ expect }) => {
      for (const { operation } of operations) {
        const error = (await rejection(callThrough(operation.operationId, payload))) as CsbsApiError;
        expect(error).toBeInstanceOf(CsbsApiError);
        expect(error).toMatchObject({ status: payload.status, body: payload.body, code: expect.any(String) });
        expect(error.message).not.toContain("no reason given");
      }
    });
  }
});

interface Documented {
  schema: ShapeSchema;
  /** Whether the body may be missing. */
  optional: boolean;
  validate: ValidateFunction;
}

/** As in src/cli/values.ts: keywords of OpenAPI and of this project mean nothing to ajv. */
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
const validators = new Map<string, ValidateFunction>();

/** The schema of an operation's response by status; undefined where the response is not JSON. */
function responseOf({ operation }: FoundOperation, status: number): Documented | undefined {
  const { [status]: response = operation.responses.default } = operation.responses;
  if (response === undefined) throw new Error(`${operation.operationId} has no response ${status}`);
  const { content, "x-csbs-optional-body": optional = false } = resolve<Spec>(document, response);
  const schema = content?.["application/json"]?.schema as ShapeSchema | undefined;
  if (schema === undefined) return undefined;
  const key = JSON.stringify(schema);
  // References are local to the bundle, so its components go along.
  const validate = validators.get(key) ?? ajv.compile({ ...schema, components: document.components });
  validators.set(key, validate);
  return { schema, optional, validate };
}

/** What the spec has against a payload. */
function complaints(found: FoundOperation, { status, body }: Payload): string[] {
  const response = responseOf(found, status);
  if (body === undefined)
    return response === undefined || response.optional ? [] : [`the response ${status} has JSON`];
  if (response === undefined) return [`the response ${status} is not JSON`];
  if (response.validate(body)) return [];
  return (response.validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Calls the operation with the spec's own examples; it gets a response with the payload. */
async function callThrough(operationId: string, { status, body }: Payload): Promise<unknown> {
  const { csbs } = stubbedClient(() =>
    body === undefined ? new Response(null, { status }) : json(body, { status }),
  );
  const found = findOperation(operationId);
  const [first] = bodiesOf(found);
  const given = { ...pathArguments(found), ...(first?.body === undefined ? {} : { body: first.body }) };
  return csbs[operationId as "countBackups"](given as object);
}

describe("mutations", () => {
  const schema: ShapeSchema = {
    type: "object",
    required: ["id"],
    dependentRequired: { unit: ["size"] },
    properties: {
      id: { type: ["string", "null"] },
      size: {
        anyOf: [
          { type: "integer" },
          { type: "object", required: ["mb"], properties: { mb: { type: "number" } } },
        ],
      },
      tags: { type: "array", items: { $ref: "#/components/schemas/Tag" } },
      free: {},
    },
  };
  const Tag = { type: "object", minProperties: 1, patternProperties: { "^k": { type: "string" } } };
  const titlesOf = (payload: Json) =>
    mutationsOf({ ...document, components: { schemas: { Tag } } }, schema, payload).map(({ title }) => title);

  test("take out what is required, and put in what is not allowed", ({ expect }) => {
    expect(titlesOf({ id: "a" })).toEqual([
      "id: missing",
      "id: true",
      "id: 7",
      "id: 1.5",
      "id: []",
      "id: {}",
    ]);
  });

  test("take out what other fields need", ({ expect }) => {
    expect(titlesOf({ id: "a", size: 1, unit: "MB" })).toContain("size: missing");
  });

  test("walk into the branch of a choice that is taken", ({ expect }) => {
    expect(titlesOf({ id: "a", size: { mb: 1 } })).toEqual(
      expect.arrayContaining(["size: 1.5", "size/mb: missing", 'size/mb: "x"']),
    );
  });

  test("walk into lists, references and fields named by a pattern", ({ expect }) => {
    expect(titlesOf({ id: "a", tags: [{ key: "b" }] })).toEqual(
      expect.arrayContaining(["tags: null", "tags/0: []", "tags/0/key: missing", "tags/0/key: 7"]),
    );
  });

  test("leave alone what may be anything", ({ expect }) => {
    expect(
      titlesOf({ id: "a", free: 1, unknown: { size: 1 } }).filter((title) => !title.startsWith("id")),
    ).toEqual([]);
  });
});
