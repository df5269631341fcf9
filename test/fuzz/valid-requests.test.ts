import { describe, expect, inject } from "vitest";
import { fixedParameters } from "../../src/index.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { validator } from "../../src/validators.ts";
import { projectId, secret, stubbedClient, testClient } from "../support/client.ts";
import { startRecorder } from "../support/server.ts";
import { operations, queryOf } from "../support/spec.ts";
import { bodySchema, methodOf, type Parameters, takes, validCalls } from "./calls.ts";
import { holds } from "./property.ts";

/** A request as it arrived, from any recorder. */
interface Recorded {
  method: string;
  url: URL;
  header: (name: string) => string | null | undefined;
  body: string;
}

describe("a request that satisfies the description leaves as it was asked for", () => {
  for (const found of operations) {
    const { csbs, requests } = stubbedClient(() => new Response("{}"), {
      validate: (check) => (check.kind === "body" ? validator(check) : undefined),
    });
    holds(found.operation.operationId, 900, validCalls(found), async (parameters) => {
      const schema = bodySchema(found);
      if (schema !== undefined) expect(takes(schema, parameters.body)).toBe(true);
      await methodOf(csbs, found)(parameters);
      const [request, ...more] = requests.splice(0) as [Request, ...Request[]];
      expect(more).toEqual([]);
      const { method, headers } = request;
      const header = (name: string) => headers.get(name);
      expectAsAsked(
        { method, url: new URL(request.url), header, body: await request.text() },
        found,
        parameters,
      );
    });
  }
});

describe("the mock takes it, and it arrives as it was asked for", () => {
  for (const found of operations) {
    let recorder: ReturnType<typeof startRecorder> | undefined;
    holds(found.operation.operationId, 60, validCalls(found), async (parameters) => {
      recorder ??= startRecorder(inject("mockUrl"));
      const { url: endpoint, requests } = await recorder;
      await methodOf(testClient({ endpoint, validate: validator }), found)(parameters);
      const { method, target, headers, body } = requests.splice(0)[0] as (typeof requests)[0];
      const header = (name: string) => headers[name.toLowerCase()] as string | undefined;
      expectAsAsked({ method, url: new URL(target, endpoint), header, body }, found, parameters);
    });
  }
});

function expectAsAsked(
  { method, url, header, body }: Recorded,
  found: FoundOperation,
  parameters: Parameters,
): void {
  expect(method).toBe(found.method.toUpperCase());
  const bound: Record<string, string> = { ...fixedParameters, project_id: projectId };
  const segments = found.path.split("/").map((segment) => {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    return name === undefined ? segment : (parameters[name] ?? bound[name]);
  });
  expect(url.pathname.split("/").map(decodeURIComponent)).toEqual(segments);
  const asked = queryOf(found)
    .filter(({ name }) => parameters[name] !== undefined)
    .flatMap(({ name }) => [parameters[name]].flat().map((value) => [name, String(value)]));
  expect([...url.searchParams].sort(byName)).toEqual(asked.sort(byName));
  expect(header("X-Auth-Token")).toBe(secret);
  expect(body === "" ? undefined : JSON.parse(body)).toEqual(parameters.body);
  expect(header("Content-Type") ?? undefined).toBe(
    parameters.body === undefined ? undefined : "application/json",
  );
}

function byName([one = ""]: string[], [other = ""]: string[]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
