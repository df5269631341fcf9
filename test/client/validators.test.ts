import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, test } from "vitest";
import { parse } from "yaml";
import { forms } from "../../generated/validators.js";
import type { Json, JsonObject, Response as Spec } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import type { ValueToCheck } from "../../src/validation/validation.ts";
import { requestValidator, responseValidator, validator } from "../../src/validators.ts";
import { secret } from "../support/client.ts";
import { mutationsOf, type ShapeSchema } from "../support/mutations.ts";
import { bodiesOf } from "../support/requests.ts";
import { document, operations } from "../support/spec.ts";

type Kind = Exclude<ValueToCheck["kind"], "parameters">;

/** A value of the corpora that the spec takes or refuses. */
interface Sample {
  operation: string;
  kind: Kind;
  value: Json;
}

const generated = new URL("../../generated/validators.js", import.meta.url);

/** What the bundle says, by ajv at run time; the validators must say the same. */
const ajv = addFormats.default(new Ajv2020({ strict: false }));
const compiled = new Map<string, ValidateFunction>();
const schemas = { body: schemasOf("body"), response: schemasOf("response") };

const payloads = corpus<{ status: number; body?: Json }[]>("payloads").flatMap(([operation, list]) =>
  operation === "errors" ? [] : list.map((payload) => ({ operation, ...payload })),
);
const requests = corpus<{ good: { body?: Json }[]; bad: { body?: Json }[] }>("requests");
const good = requests.flatMap(([operation, { good }]) => samplesOf(operation, "body", good));
const bad = requests.flatMap(([operation, { bad }]) => samplesOf(operation, "body", bad));
const responses = payloads
  .filter(({ status }) => status < 300)
  .flatMap((payload) => samplesOf(payload.operation, "response", [payload]));

describe("what the validators take", () => {
  test.for(operations)("$operation.operationId: the responses of the corpus", ({ operation }, { expect }) => {
    const own = payloads.filter((payload) => payload.operation === operation.operationId);
    for (const { body } of own.filter(({ status }) => status < 300)) {
      const check: ValueToCheck = { operation: operation.operationId, kind: "response", value: body };
      expect(responseValidator(check)).toBeUndefined();
      expect(validator(check)).toBeUndefined();
    }
  });

  test("every body of the examples", ({ expect }) => {
    const examples = operations.flatMap((found) =>
      samplesOf(found.operation.operationId, "body", bodiesOf(found)),
    );
    expect(examples.length).toBeGreaterThan(20);
    expect(examples.filter((sample) => requestValidator(sample) !== undefined)).toEqual([]);
  });

  test("every good body of the requests", ({ expect }) => {
    expect(good.length).toBeGreaterThan(40);
    expect(good.filter((sample) => requestValidator(sample) !== undefined)).toEqual([]);
  });
});

describe("what ajv at run time says, they say", () => {
  const differing = (samples: Sample[]) =>
    samples.filter((sample) => (validator(sample) === undefined) !== expected(sample));

  test("of at least 2,000 mutations, all refused", ({ expect }) => {
    const mutated = [...responses, ...good].flatMap(mutants);
    expect(mutated.length).toBeGreaterThan(2000);
    expect(differing(mutated)).toEqual([]);
    expect(mutated.filter(expected)).toEqual([]);
  });

  test("of the bad bodies of the requests", ({ expect }) => {
    expect(bad.length).toBeGreaterThan(40);
    expect(differing(bad)).toEqual([]);
  });

  test("of what belongs to another operation", ({ expect }) => {
    const swapped = [...responses, ...good].flatMap((sample) =>
      Object.keys(schemas[sample.kind]).map((operation) => ({ ...sample, operation })),
    );
    expect(differing(swapped)).toEqual([]);
    expect(swapped.filter(expected).length).toBeGreaterThan(responses.length + good.length);
    expect(swapped.filter((sample) => !expected(sample)).length).toBeGreaterThan(500);
  });
});

describe("who is asked about what", () => {
  const response = { operation: "countBackups", kind: "response", value: {} } as const;
  const body = { operation: "createBackup", kind: "body", value: {} } as const;

  test("each checks its kind, and the one both", ({ expect }) => {
    expect([responseValidator(response), requestValidator(response)]).toEqual([
      expect.any(String),
      undefined,
    ]);
    expect([responseValidator(body), requestValidator(body)]).toEqual([undefined, expect.any(String)]);
    expect([validator(response), validator(body)]).toEqual([expect.any(String), expect.any(String)]);
  });

  test("nothing is said where the description says nothing", ({ expect }) => {
    for (const operation of ["addBackupTag", "deletePolicy", "unheardOf", "constructor"]) {
      expect(responseValidator({ operation, kind: "response", value: 1 })).toBeUndefined();
    }
    expect(requestValidator({ operation: "countBackups", kind: "body", value: 1 })).toBeUndefined();
  });

  test("a response may be missing only where it may be empty", ({ expect }) => {
    const missing = (operation: string) =>
      responseValidator({ operation, kind: "response", value: undefined });
    expect(missing("deleteBackup")).toBeUndefined();
    expect(missing("countBackups")).toBe("the body is missing");
  });

  test("a body is checked as it will be on the wire", ({ expect }) => {
    const policy = (more: object) => ({
      operation: "updatePolicy",
      kind: "body" as const,
      value: { policy: { name: "a", ...more } },
    });
    expect(requestValidator(policy({ unknown: undefined }))).toBeUndefined();
    expect(requestValidator(policy({ description: new Date(0) }))).toBeUndefined();
    expect(requestValidator(policy({ description: 7n }))).toBe("the body cannot be written as JSON");
    expect(requestValidator({ ...policy({}), value: undefined })).toBe("the body is missing");
  });
});

describe("messages", () => {
  const id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
  const item = { id, checkpoint_id: id, status: "available", resource_id: id, extend_info: {} };

  test.for<[string, Kind, unknown, string]>([
    ["countBackups", "response", [], "the body must be an object"],
    ["countBackups", "response", {}, 'the body must have the field "count"'],
    ["countBackups", "response", { count: -1 }, "count must be at least 0"],
    [
      "getBackup",
      "response",
      { checkpoint_item: { ...item, extend_info: { progress: [] } } },
      "checkpoint_item/extend_info/progress must be an integer",
    ],
    [
      "listBackups",
      "response",
      { checkpoint_items: [item, { ...item, id: 7 }] },
      "checkpoint_items/1/id must be a string",
    ],
    ["findBackupsByTag", "response", {}, "the body has none of the fields that identify it"],
    ["updatePolicy", "body", { policy: {} }, "policy must have at least 1 field"],
    [
      "updatePolicy",
      "body",
      { policy: { nmae: "a" } },
      'policy has the unknown field "nmae"; did you mean "name"?',
    ],
    [
      "updatePolicy",
      "body",
      { policy: { name: "a b" } },
      "policy/name must be letters, digits, hyphens and underscores",
    ],
    [
      "updatePolicy",
      "body",
      { policy: { provider_id: "a" } },
      'policy/provider_id must be "fc4d5750-22e7-4798-8a46-f48f62c4c1da"',
    ],
    [
      "updatePolicy",
      "body",
      { policy: { "a\nb": 1 } },
      'policy has the unknown field "a\\nb"; expected one of name, description, resources, scheduled_operations, parameters, provider_id',
    ],
    [
      "updateBackupTags",
      "body",
      { action: "update", tags: [{ key: "a" }] },
      'action must be "create", or action must be "delete"',
    ],
    ["updateBackupTags", "body", { action: "delete", tags: [{ key: 7 }] }, "tags/0/key must be a string"],
    [
      "updateBackupTags",
      "body",
      {
        action: "create",
        tags: [
          { key: "a", value: "" },
          { key: "a", value: "" },
        ],
      },
      "tags must not repeat an item; remove item 1 or 0, which are equal",
    ],
  ])("%s %s %j: %s", ([operation, kind, value, message], { expect }) => {
    expect(validator({ operation, kind, value })).toBe(message);
  });

  test("never contain the value, are one line, and know every rule that is broken", ({ expect }) => {
    const broken = [...responses, ...good].flatMap(({ value, ...sample }) =>
      [secret, secret.repeat(400), [secret], [secret, secret]].flatMap((replacement) =>
        leavesReplaced(value, replacement).map((value) => ({ ...sample, value })),
      ),
    );
    const messages = [...broken, ...bad].flatMap((sample) => validator(sample) ?? []);
    expect(messages.length).toBeGreaterThan(2000);
    expect(messages.filter((message) => /\n|does not match the description|undefined/.test(message))).toEqual(
      [],
    );
    expect(messages.filter((message) => message.includes(secret))).toEqual([]);
    const patterns = Object.keys(forms);
    expect(messages.filter((message) => patterns.some((pattern) => message.includes(pattern)))).toEqual([]);
  });
});

describe("the generated module", () => {
  const text = readFileSync(generated, "utf8");

  test("needs nothing else, and evaluates no text", ({ expect }) => {
    expect(text).not.toMatch(/\bnew Function\b|\bFunction\(|\beval\(|\brequire\(|\bimport\b|schemaPath/);
    expect([...text.matchAll(/\bexport\b\s*\{[^}]*\}/g)]).toHaveLength(1);
  });

  test("runs where text must not be evaluated, as under a browser's policy", async ({ expect }) => {
    const program = `
      const { responses } = await import(${JSON.stringify(generated.href)});
      console.log(responses.countBackups({ count: 1 }), responses.countBackups({}));`;
    const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval"];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, program]);
    expect(stdout).toBe("true false\n");
  });
});

/** As in test/contract: one file an operation; `{{ab*3}}` stands for ababab. */
function corpus<Content>(folder: string): [operation: string, content: Content][] {
  const url = new URL(`../contract/${folder}/`, import.meta.url);
  return readdirSync(url).map((file) => {
    const text = readFileSync(new URL(file, url), "utf8");
    const expanded = text.replaceAll(/\{\{([^{}*]+)\*(\d+)\}\}/g, (_, part, count) => part.repeat(count));
    return [file.replace(".yaml", ""), parse(expanded, { merge: true }) as Content];
  });
}

function samplesOf(operation: string, kind: Kind, held: { body?: Json | undefined }[]): Sample[] {
  return held.flatMap(({ body }) => (body === undefined ? [] : { operation, kind, value: body }));
}

function schemasOf(kind: Kind): { [operation: string]: ShapeSchema } {
  const found = operations.flatMap(({ operation }): [string, ShapeSchema][] => {
    const [response] = Object.entries(operation.responses)
      .filter(([status]) => status.startsWith("2"))
      .map(([, node]) => resolve<Spec>(document, node));
    const holder = kind === "body" ? operation.requestBody : response;
    const schema = holder?.content?.["application/json"]?.schema as ShapeSchema | undefined;
    return schema === undefined ? [] : [[operation.operationId, schema]];
  });
  return Object.fromEntries(found);
}

/** References are local to the bundle, so its components go along. */
function compile(schema: ShapeSchema): ValidateFunction {
  const key = JSON.stringify(schema);
  const validate = compiled.get(key) ?? ajv.compile({ ...schema, components: document.components });
  compiled.set(key, validate);
  return validate;
}

function expected({ operation, kind, value }: Sample): boolean {
  const schema = schemas[kind][operation];
  return schema === undefined || compile(schema)(value);
}

/** Of a choice, mutated is what the branch that takes the value demands: constants tell branches apart. */
function mutants({ operation, kind, value }: Sample): Sample[] {
  const schema = schemas[kind][operation] as ShapeSchema;
  const { oneOf: branches = [schema] } = resolve<ShapeSchema>(document, schema as { $ref: string });
  return branches
    .filter((branch) => compile(branch)(value))
    .flatMap((branch) => mutationsOf(document, branch, value))
    .map(({ payload }) => ({ operation, kind, value: payload }));
}

/** One copy for each text, number or the like in the value, with something else in its place. */
function leavesReplaced(value: Json, replacement: Json): Json[] {
  if (typeof value !== "object" || value === null) return [replacement];
  return Object.entries(value).flatMap(([name, field]) =>
    leavesReplaced(field, replacement).map((changed) => {
      const copy = structuredClone(value) as JsonObject;
      copy[name] = changed;
      return copy;
    }),
  );
}
