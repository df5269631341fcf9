import { describe, inject, test } from "vitest";
import { type BadRequest, type CorpusRequest, completeRequest, corpora } from "../support/request-corpus.ts";
import { findOperation, operations, responsesOf } from "../support/spec.ts";

/** test:tools runs these tests with stock Prism, which serves either file. */
const by30 = inject("descriptionFile") === "openapi-3.0.json";
const isUnknown = ({ unknownTo30 = false }: BadRequest) => by30 && unknownTo30;

/** Raw requests to every operation. countBackups has requests.test.ts. */
for (const [operationId, { good, bad }] of corpora) {
  describe(operationId, () => {
    test.for(good)("accepts: $name", async (request, { expect }) => {
      const response = await send(operationId, request);
      expect(response.status).toBe(exampleOf(operationId, (status) => status < 300).status);
    });

    test.for(bad.filter(isUnknown))("accepts by OpenAPI 3.0: $name", async (request, { expect }) => {
      const response = await send(operationId, request);
      expect(response.status).toBe(exampleOf(operationId, (status) => status < 300).status);
    });

    test.for(bad.filter((request) => !isUnknown(request)))("refuses: $name", async (request, { expect }) => {
      const { status = 400 } = request;
      const response = await send(operationId, request);
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(exampleOf(operationId, (other) => other === status).body);
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

function send(operationId: string, request: CorpusRequest): Promise<Response> {
  const { method, target, headers, body } = completeRequest(operationId, request);
  return fetch(inject("mockUrl") + target, { method, headers, ...(body === undefined ? {} : { body }) });
}

/** The first response whose status fits: the one that the mock gives unasked. */
function exampleOf(
  operationId: string,
  fits: (status: number) => boolean,
): { status: number; body: unknown } {
  const { operation } = findOperation(operationId);
  const status = Object.keys(operation.responses).map(Number).find(fits);
  if (status === undefined) throw new Error(`${operationId} has no such response`);
  const example = responsesOf(findOperation(operationId)).find((other) => other.status === status);
  return { status, body: example?.body };
}
