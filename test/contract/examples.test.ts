import { inject, test } from "vitest";
import { CsbsApiError } from "../../src/index.ts";
import { projectId, rejection, secret, testClient } from "../support/client.ts";
import { startRecorder } from "../support/server.ts";
import { answersOf, operations } from "../support/spec.ts";

/** From the spec: every operation, every status, every named example, through the client. */
for (const found of operations) {
  const { operationId } = found.operation;
  for (const { status, example, body } of answersOf(found)) {
    test(`${operationId} ${status} ${example}`, async ({ expect }) => {
      const { url, requests } = await startRecorder(inject("mockUrl"));
      const csbs = testClient({ endpoint: url });
      const headers = { Prefer: `code=${status}, example=${example}` };
      const call = csbs.withResponse[operationId as "countBackups"]({}, { headers });

      if (status < 300) {
        const { data, response } = await call;
        expect(data).toEqual(body);
        expect(response.status).toBe(status);
      } else {
        const error = (await rejection(call)) as CsbsApiError;
        expect(error).toBeInstanceOf(CsbsApiError);
        expect(error).toMatchObject({ status, body, operation: operationId, ...expectedOf(body) });
        expect(error.message).toContain(`${operationId}: answered ${status}`);
        expect(error.message).not.toContain("no reason given");
        expect(JSON.stringify([error, error.message, error.stack])).not.toContain(secret);
      }

      expect(requests).toHaveLength(1);
      expect(requests[0]).toMatchObject({
        method: found.method.toUpperCase(),
        target: found.path.replace("{project_id}", projectId),
        headers: { "x-auth-token": secret, prefer: headers.Prefer },
        body: "",
      });
    });
  }
}

/** Code and request ID as each of the three shapes of an error gives them. */
function expectedOf(body: unknown): { code: string; requestId: string | undefined } {
  const { error_code, request_id, error, ...fault } = body as Record<string, unknown>;
  const { title } = (error ?? {}) as { title?: string };
  const code = (error_code ?? title ?? Object.keys(fault)[0]) as string;
  return { code, requestId: request_id as string | undefined };
}
