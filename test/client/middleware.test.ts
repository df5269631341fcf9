import { describe, expect, test } from "vitest";
import { type CsbsClient, CsbsConfigError, CsbsTimeoutError } from "../../src/index.ts";
import { json, projectId, rejection, stubbedClient } from "../support/client.ts";
import { bodiesOf, byExample, pathArguments } from "../support/requests.ts";
import { operations, queryOf } from "../support/spec.ts";

/** Middleware that sees every step and changes none. */
const onlooker = { onRequest: () => undefined, onResponse: () => undefined };

/** What a client sends, once by the light Request and once by the Request of the platform. */
function bothWays(response: () => Response, headers?: Record<string, string>) {
  const options = headers === undefined ? {} : { headers };
  const [short, long] = [stubbedClient(response, options), stubbedClient(response, options)];
  long.csbs.http.use(onlooker);
  return [short, long];
}

type Call = (parameters: object, options?: object) => Promise<unknown>;
const call = (csbs: CsbsClient, operationId: string) =>
  csbs[operationId as keyof CsbsClient] as unknown as Call;

const sent = async (request: Request | undefined) =>
  request && {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    redirect: request.redirect,
    body: await request.text(),
  };

describe("methods send the same with middleware as without", () => {
  test.each(operations)("$operation.operationId", async (found) => {
    for (const { body } of bodiesOf(found)) {
      const given = { ...pathArguments(found), ...byExample(queryOf(found)), ...(body ? { body } : {}) };
      const both = bothWays(() => json({}), { "X-Team": "one" });
      for (const { csbs } of both) {
        await call(csbs, found.operation.operationId)(given, { headers: { "X-Call": "two" } });
      }
      const [short, long] = await Promise.all(both.map(({ requests }) => sent(requests[0])));
      expect(short).toEqual(long);
      expect(short?.headers).toMatchObject({ "x-team": "one", "x-call": "two" });
    }
  });

  test("headers of a call win over those of the client, whatever their case", async () => {
    for (const { csbs, requests } of bothWays(() => json({ count: 1 }), { "X-Team": "one" })) {
      await csbs.countBackups({}, { headers: { "x-TEAM": "two" } });
      expect(requests[0]?.headers.get("x-team")).toBe("two");
    }
  });
});

describe("methods take an error the same with middleware as without", () => {
  test.each([
    ["the service's", '{"error_code":"CSBS.3001","error_msg":"no"}'],
    ["a page of HTML", "<html>502</html>"],
    ["an empty one", ""],
    ["null", "null"],
  ])("%s", async (_, text) => {
    const [short, long] = await Promise.all(
      bothWays(() => new Response(text, { status: 400 })).map(({ csbs }) => rejection(csbs.countBackups())),
    );
    expect(short).toEqual(long);
  });
});

test("middleware sees the requests of methods from when it is registered until it is taken out", async () => {
  const { csbs } = stubbedClient(() => json({ count: 1 }));
  const seen: string[] = [];
  const middleware = { onRequest: ({ schemaPath }: { schemaPath: string }) => void seen.push(schemaPath) };
  await csbs.countBackups();
  csbs.http.use(middleware, onlooker);
  await csbs.countBackups();
  csbs.http.eject(middleware);
  await csbs.countBackups();
  expect(seen).toEqual(["/v1/{project_id}/checkpoint_items/count"]);
});

const countPath = "/v1/{project_id}/checkpoint_items/count";
const params = { path: { project_id: projectId } };
const never = () => new Promise<undefined>(() => {});

describe("calls by path have the limits of the client, also while middleware hangs", () => {
  test.each([{ onRequest: never }, { onResponse: never }])("%o", async (middleware) => {
    const { csbs } = stubbedClient(() => json({ count: 1 }), { deadline: 50 });
    csbs.http.use(middleware);
    const reason = new Error("enough");
    const signal = () => AbortSignal.abort(reason);
    for (const call of [
      (init: object) => csbs.http.GET(countPath, { params, ...init }),
      (init: object) => csbs.http.request("get", countPath, { params, ...init }),
    ]) {
      expect(await rejection(call({}))).toBeInstanceOf(CsbsTimeoutError);
      expect(await rejection(call({ signal: signal() }))).toBe(reason);
    }
  });
});

describe("no credential goes to another origin", () => {
  const elsewhere = "https://elsewhere.example.com";

  test("by path with another base", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    const error = await rejection(csbs.http.GET(countPath, { params, baseUrl: elsewhere }));
    expect([error instanceof CsbsConfigError, requests]).toEqual([true, []]);
    expect((error as Error).message).toContain(`the request goes to ${elsewhere}, but`);
  });

  test("by middleware that returns another request", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    csbs.http.use({ onRequest: () => new Request(`${elsewhere}/v1/x`) });
    for (const call of [csbs.countBackups(), csbs.http.GET(countPath, { params })]) {
      expect(await rejection(call)).toBeInstanceOf(CsbsConfigError);
    }
    expect(requests).toEqual([]);
  });
});
