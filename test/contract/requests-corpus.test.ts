import { readdirSync, readFileSync } from "node:fs";
import { describe, inject, test } from "vitest";
import { parse } from "yaml";
import { resolve, type Schema } from "../../scripts/generate/document.ts";
import { projectId, secret } from "../support/client.ts";
import { answersOf, document, findOperation, operations } from "../support/spec.ts";

/**
 * Raw requests to every operation, as other programs send them or get them wrong, from requests/:
 * one file an operation. A bad one breaks one limit. countBackups has requests.test.ts.
 */
interface RawRequest {
  name: string;
  /** Goes into the path as it is, so already encoded; project_id and provider_id have defaults. */
  path?: Record<string, string>;
  query?: string;
  /** Instead of the token. */
  headers?: Record<string, string>;
  body?: unknown;
}

interface Corpus {
  good: RawRequest[];
  bad: (RawRequest & { status?: number })[];
}

const folder = new URL("requests/", import.meta.url);
const corpora = new Map(
  readdirSync(folder).map((file) => [
    file.replace(".yaml", ""),
    readCorpus(readFileSync(new URL(file, folder), "utf8")),
  ]),
);

/** `{{ab*3}}` stands for ababab; `<<` merges, which YAML 1.2 has to be told. */
function readCorpus(text: string): Corpus {
  const expanded = text.replaceAll(/\{\{([^{}*]+)\*(\d+)\}\}/g, (_, part, count) => part.repeat(count));
  return parse(expanded, { merge: true }) as Corpus;
}

for (const [operationId, { good, bad }] of corpora) {
  describe(operationId, () => {
    test.for(good)("accepts: $name", async (request, { expect }) => {
      const response = await send(operationId, request);
      expect(response.status).toBe(answer(operationId, (status) => status < 300).status);
    });

    test.for(bad)("refuses: $name", async (request, { expect }) => {
      const { status = 400 } = request;
      const response = await send(operationId, request);
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(answer(operationId, (other) => other === status).body);
    });
  });
}

/** A new operation has the tests that come from its examples; what others send of it may be known later. */
test("the requests are of operations that there are, good and bad of each", ({ expect }) => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect([...corpora.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  expect(corpora.size).toBeGreaterThanOrEqual(28);
  for (const [operationId, { good, bad }] of corpora) {
    expect(good.length, operationId).toBeGreaterThan(0);
    expect(bad.length, operationId).toBeGreaterThan(0);
  }
});

test("there are enough of both", ({ expect }) => {
  const all = [...corpora.values()];
  expect(all.flatMap(({ good }) => good).length).toBeGreaterThanOrEqual(75);
  expect(all.flatMap(({ bad }) => bad).length).toBeGreaterThanOrEqual(75);
});

function send(operationId: string, request: RawRequest): Promise<Response> {
  const { method, path, parameters } = findOperation(operationId);
  const provider = parameters.find(({ name }) => name === "provider_id")?.schema ?? {};
  const values: Record<string, unknown> = {
    project_id: projectId,
    provider_id: resolve<Schema>(document, provider).const,
    ...request.path,
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`${operationId}, ${request.name}: no ${name}`);
    return String(values[name]);
  });
  const query = request.query === undefined ? "" : `?${request.query}`;
  const { headers = { "X-Auth-Token": secret }, body } = request;
  return fetch(inject("mockUrl") + filled + query, {
    method: method.toUpperCase(),
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The first answer whose status fits: the one that the mock gives unasked. */
function answer(operationId: string, fits: (status: number) => boolean): { status: number; body: unknown } {
  const { operation } = findOperation(operationId);
  const status = Object.keys(operation.responses).map(Number).find(fits);
  if (status === undefined) throw new Error(`${operationId} has no such answer`);
  const example = answersOf(findOperation(operationId)).find((other) => other.status === status);
  return { status, body: example?.body };
}
