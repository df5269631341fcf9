import { describe, expect, inject, test } from "vitest";
import { CsbsApiError, type CsbsClient, errorCatalogue, explainError } from "../../src/index.ts";
import { rejection, secret, testClient } from "../support/client.ts";
import { bodiesOf, byExample, expectedPath, pathArguments } from "../support/requests.ts";
import { startRecorder } from "../support/server.ts";
import { operations, queryOf, responsesOf } from "../support/spec.ts";

type Call = (parameters: object, options?: object) => Promise<{ data: unknown; response: Response }>;

function methodOf(csbs: CsbsClient, operationId: string): Call {
  return csbs.withResponse[operationId as keyof CsbsClient["withResponse"]] as unknown as Call;
}

/** From the spec: every operation, every status, every named example, through the client. */
describe.each(operations)("$operation.operationId, its responses", (found) => {
  const { operationId } = found.operation;
  const [first] = bodiesOf(found);
  const given = { ...pathArguments(found), ...(first?.body === undefined ? {} : { body: first.body }) };

  test.each(responsesOf(found))("$status $example", async ({ status, example, body }) => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const prefer = example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
    const call = methodOf(testClient({ endpoint: url }), operationId)(given, { headers: { Prefer: prefer } });

    if (status < 300) {
      const { data, response } = await call;
      expect(data).toEqual(body);
      expect(response.status).toBe(status);
    } else {
      const error = (await rejection(call)) as CsbsApiError;
      expect(error).toBeInstanceOf(CsbsApiError);
      expect(error).toMatchObject({ status, body, operation: operationId, ...expectedOf(body) });
      expect(error.message).toContain(`${operationId}: responded ${status}`);
      expect(error.message).not.toContain("no reason given");
      expect(error.retryAfter).toBe(status === 429 ? 1000 : undefined);
      expect(JSON.stringify([error, error.message, error.stack])).not.toContain(secret);
    }

    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: found.method.toUpperCase(),
      target: expectedPath(found),
      headers: { "x-auth-token": secret, prefer },
    });
    expect(requests[0]?.body).toBe(first?.body === undefined ? "" : JSON.stringify(first.body));
  });
});

describe.each(operations)("$operation.operationId, its requests", (found) => {
  const { operationId } = found.operation;
  const query = byExample(queryOf(found));

  test.each(bodiesOf(found))("$example, with every parameter", async ({ body }) => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const given = { ...pathArguments(found), ...query, ...(body === undefined ? {} : { body }) };
    const { response } = await methodOf(testClient({ endpoint: url }), operationId)(given);
    expect(response.ok).toBe(true);

    const arrived = new URL(requests[0]?.target ?? "", url);
    const sent = Object.entries(query).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, String(value)]),
    );
    expect(arrived.pathname).toBe(expectedPath(found));
    expect([...arrived.searchParams]).toEqual(sent);
    expect(requests[0]?.headers["content-type"]).toBe(body === undefined ? undefined : "application/json");
    expect(requests[0]?.body === "" ? undefined : JSON.parse(requests[0]?.body ?? "")).toEqual(body);
  });
});

test("every code of an example is in the catalogue, with the status it comes with", () => {
  const strays = operations.flatMap((found) =>
    responsesOf(found)
      .filter(({ body }) => (body as { error_code?: string } | undefined)?.error_code !== undefined)
      .filter(({ status, body }) => {
        const code = (body as { error_code: string }).error_code;
        // The page names no code for 503, and gateway responses are tried with each gateway status.
        return status === 503 || status === 429 || status > 500
          ? explainError({ code, status }) === undefined
          : explainError({ code, status })?.status !== status;
      })
      .map(({ status, example }) => `${found.operation.operationId} ${status} ${example}`),
  );
  expect(strays).toEqual([]);
  expect(errorCatalogue.filter(({ code }) => !code.startsWith("APIGW."))).toHaveLength(53);
});

/** Code and request ID as each shape of an error gives them. */
function expectedOf(body: unknown): { code: string; requestId: string | undefined } {
  const { error_code, request_id, error, ...fault } = body as Record<string, unknown>;
  const { title } = (error ?? {}) as { title?: string };
  const code = (error_code ?? title ?? Object.keys(fault)[0]) as string;
  return { code, requestId: request_id as string | undefined };
}
