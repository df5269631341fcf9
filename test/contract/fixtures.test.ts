import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, inject, test } from "vitest";
import type { Fixture, Fixtures } from "../../scripts/generate/fixtures.ts";
import { document, operations } from "../support/spec.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../generated/${name}`, import.meta.url), "utf8")) as unknown;
const { version, cases } = read("fixtures.json") as Fixtures;

/** As a team without this client would send it. */
function send({ request, prefer }: Fixture): Promise<Response> {
  const { method, path, query, headers, body } = request;
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query)}`;
  return fetch(inject("mockUrl") + path + search, {
    method,
    headers: { ...headers, ...(prefer === undefined ? {} : { Prefer: prefer }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe.each(operations.map(({ operation }) => operation.operationId))("%s", (operationId) => {
  const own = cases.filter((fixture) => fixture.operationId === operationId);

  test.each(own)("$id", async (fixture) => {
    const actual = await send(fixture);
    const body = await actual.text();
    const { response } = fixture;
    expect(actual.status).toBe(response.status);
    expect(body === "" ? undefined : JSON.parse(body)).toEqual(response.body);
    for (const [name, value] of Object.entries(response.headers)) {
      expect(actual.headers.get(name)).toBe(value);
    }
  });

  test("has cases of each kind, and every status", () => {
    expect(new Set(own.map(({ kind }) => kind))).toEqual(new Set(["response", "request", "refusal"]));
    const found = operations.find(({ operation }) => operation.operationId === operationId);
    const statuses = Object.keys(found?.operation.responses ?? {}).filter((key) => key !== "default");
    expect(own.map(({ response }) => String(response.status))).toEqual(expect.arrayContaining(statuses));
  });
});

describe("the index", () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
    read("fixtures.schema.json") as object,
  );

  test("fits its schema, which refuses another", () => {
    validate(read("fixtures.json"));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ $schema: "", version, cases: [{ ...cases[0], id: "countBackups" }] })).toBe(false);
    expect(validate({ $schema: "", version, cases: [] })).toBe(false);
  });

  test("has the version of the description, and no name twice", () => {
    expect(version).toBe(document.info.version);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test("tells the code of every error, whatever its shape", () => {
    const errors = cases.filter(({ response }) => response.status >= 400);
    for (const { error, response } of errors) {
      expect(error?.code).toMatch(/^\S+( \S+)*$/);
      expect(JSON.stringify(response.body)).toContain(`"${error?.code}"`);
    }
    expect(cases.filter(({ error }) => error !== undefined)).toHaveLength(errors.length);
  });

  test("holds no credential", () => {
    const credentials = cases.map(({ request }) => request.headers["X-Auth-Token"]);
    expect(new Set(credentials)).toEqual(new Set(["any-token", undefined]));
  });
});
