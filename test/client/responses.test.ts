import { type AddressInfo, createServer } from "node:net";
import { inspect } from "node:util";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";
import {
  CsbsApiError,
  CsbsConnectionError,
  type CsbsError,
  CsbsResponseError,
  waitForBackup,
} from "../../src/index.ts";
import { json, projectId, rejection, secret, stubbedClient, testClient } from "../support/client.ts";
import { startServer } from "../support/server.ts";

const requestId = "acbc548ac6f2a0dbdb9e3518a7c0ff84";
const bodyId = "req-6c6f3a0e-52a1-4a7c-9e0e-2f0f4f6b7d11";

describe("a good response", () => {
  test("resolves to the body", async () => {
    expect(await testClient().countBackups({ status: "error" })).toEqual({ count: 10 });
  });

  test("withResponse adds the response", async () => {
    const { data, response } = await testClient().withResponse.countBackups(
      {},
      { headers: { Prefer: "example=noBackups" } },
    );
    expect(data).toEqual({ count: 0 });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  });

  test("keeps fields that the spec does not know", async () => {
    const { csbs } = stubbedClient(() => json({ count: 3, extra: true }));
    expect(await csbs.countBackups()).toEqual({ count: 3, extra: true });
  });

  test("methods work without their object", async () => {
    const { countBackups } = testClient();
    expect(await countBackups()).toEqual({ count: 10 });
  });
});

describe("a response that is not the promised JSON", () => {
  const responses: [title: string, response: () => Response, message: string][] = [
    [
      "HTML",
      () => new Response("<html>", { headers: { "content-type": "text/html" } }),
      "a body that is not a JSON object (text/html)",
    ],
    [
      "cut-off JSON",
      () => new Response('{"count":', { headers: { "content-type": "application/json" } }),
      "a body that is not a JSON object (application/json)",
    ],
    ["nothing", () => new Response(""), "an empty body"],
    ["nothing, and says so", () => new Response("", { headers: { "content-length": "0" } }), "an empty body"],
    [
      "bytes without a type",
      () => new Response(new Uint8Array([0xff])),
      "a body that is not a JSON object (no content type)",
    ],
  ];
  for (const [title, response, message] of responses) {
    test(title, async () => {
      const { csbs } = stubbedClient(response);
      const error = (await rejection(csbs.countBackups())) as CsbsResponseError;
      expect(error).toBeInstanceOf(CsbsResponseError);
      expect(error.message).toBe(`countBackups: responded 200 with ${message}`);
      expect(error).toMatchObject({ status: 200, operation: "countBackups" });
    });
  }

  test("says the ID of the request", async () => {
    const { csbs } = stubbedClient(() => new Response("?", { headers: { "x-request-id": requestId } }));
    expect(await rejection(csbs.countBackups())).toMatchObject({ requestId, body: "?" });
  });
});

describe("an error response", () => {
  const bodies: [title: string, body: unknown, code: string | undefined, message: string][] = [
    [
      "of the service",
      { error_code: "CSBS.3001", error_msg: "gone" },
      "CSBS.3001",
      "responded 400 CSBS.3001: gone",
    ],
    ["without a message", { error_code: "CSBS.1" }, "CSBS.1", "responded 400 CSBS.1: no reason given"],
    ["without a code", { error_msg: "gone" }, undefined, "responded 400: gone"],
    ["of Karbor", { badRequest: { code: 400, message: "no" } }, "badRequest", "responded 400 badRequest: no"],
    [
      "of IAM",
      { error: { code: 401, message: "no", title: "Unauthorized" } },
      "Unauthorized",
      "responded 400 Unauthorized: no",
    ],
    [
      "of IAM without a title",
      { error: { code: "IAM.0001" } },
      "IAM.0001",
      "responded 400 IAM.0001: no reason given",
    ],
    ["of no known shape", { a: 1 }, undefined, "responded 400: no reason given"],
    ["a list", [], undefined, "responded 400: no reason given"],
    ["a number", 7, undefined, "responded 400: no reason given"],
    ["null", null, undefined, "responded 400: no reason given"],
    ["two fields", { a: { message: "x" }, b: 1 }, undefined, "responded 400: no reason given"],
  ];
  for (const [title, body, code, message] of bodies) {
    test(title, async () => {
      const { csbs } = stubbedClient(() => json(body, { status: 400, statusText: "Bad Request" }));
      const error = (await rejection(csbs.countBackups())) as CsbsApiError;
      expect(error).toBeInstanceOf(CsbsApiError);
      expect(error).toMatchObject({ status: 400, code, body, operation: "countBackups" });
      expect(error.message).toBe(`countBackups: ${message}`);
    });
  }

  test("HTML of a proxy", async () => {
    const { csbs } = stubbedClient(() => new Response("<h1>Bad Gateway</h1>", { status: 502 }));
    expect(await rejection(csbs.countBackups())).toMatchObject({
      name: "CsbsApiError",
      status: 502,
      code: undefined,
      body: "<h1>Bad Gateway</h1>",
      message: "countBackups: responded 502: no reason given",
    });
  });

  test("an empty body", async () => {
    const { csbs } = stubbedClient(
      () => new Response(null, { status: 503, headers: { "content-length": "0" } }),
    );
    expect(await rejection(csbs.countBackups())).toMatchObject({
      name: "CsbsApiError",
      status: 503,
      body: undefined,
    });
  });

  test("the ID of the request, from the body or a header", async () => {
    const withId = { error_code: "APIGW.0301", error_msg: "no", request_id: bodyId };
    const headers = { "x-request-id": requestId };
    const both = stubbedClient(() => json(withId, { status: 401, headers }));
    const header = stubbedClient(() =>
      json({ error_code: "CSBS.9999", error_msg: "x" }, { status: 500, headers }),
    );
    expect(await rejection(both.csbs.countBackups())).toMatchObject({
      requestId: bodyId,
      message: `countBackups: responded 401 APIGW.0301: no (request id ${bodyId})`,
    });
    expect(await rejection(header.csbs.countBackups())).toMatchObject({ requestId });
  });
});

describe("no response", () => {
  test("nobody listens", async () => {
    const error = (await rejection(
      testClient({ endpoint: "http://127.0.0.1:2" }).countBackups(),
    )) as CsbsError;
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(error.message).toBe("countBackups: no response from http://127.0.0.1:2 (ECONNREFUSED)");
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.operation).toBe("countBackups");
  });

  test("the connection breaks before a response", async () => {
    const endpoint = await startServer((request) => request.socket.destroy());
    const error = await rejection(testClient({ endpoint }).countBackups());
    expect(error).toBeInstanceOf(CsbsConnectionError);
  });

  test.each([
    ["breaks off", { "content-length": "100" }],
    ["is not gzip", { "content-encoding": "gzip" }],
    ["never ends", {}],
  ])("an error whose body %s keeps its status", async (_, headers) => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(403, headers as Record<string, string>);
      response.write("not", () => "content-length" in headers && response.destroy());
    });
    const csbs = testClient({ endpoint, timeout: 300 });
    for (const call of [csbs.countBackups(), waitForBackup(csbs, { checkpoint_item_id: requestId })]) {
      expect(await rejection(call)).toMatchObject({ name: "CsbsApiError", status: 403 });
    }
  });

  test("the connection breaks inside a 200", async () => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(200, { "content-length": "100", "content-type": "application/json" });
      response.write('{"count":', () => response.destroy());
    });
    const error = (await rejection(testClient({ endpoint }).countBackups())) as Error;
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(error.message).toMatch(/^countBackups: the response ended early \(.+\)$/);
  });

  test("a fetch that throws something else", async () => {
    const { csbs } = stubbedClient(() => {
      throw "no error object";
    });
    expect(await rejection(csbs.countBackups())).toMatchObject({
      message: "countBackups: no response from https://csbs.example.com (unknown reason)",
    });
  });

  test("a redirect is not followed: the token would go along", async () => {
    let followed = false;
    const elsewhere = await startServer((_, response) => {
      followed = true;
      response.end("{}");
    });
    const endpoint = await startServer((_, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    const error = (await rejection(testClient({ endpoint }).countBackups())) as Error;
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(error.message).toContain("unexpected redirect");
    expect(followed).toBe(false);
  });
});

describe("csbs.http", () => {
  const path = "/v1/{project_id}/checkpoint_items/count";

  test("thinks in paths, and authenticates", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 4 }));
    const { data, response } = await csbs.http.GET(path, {
      params: { path: { project_id: projectId }, query: { status: "error" } },
    });
    expect([data, response.status]).toEqual([{ count: 4 }, 200]);
    expect(requests[0]?.headers.get("x-auth-token")).toBe(secret);
  });

  test("resolves to the error body on an error status", async () => {
    const params = { path: { project_id: projectId } };
    const { data, error } = await testClient().http.GET(path, { params, headers: { Prefer: "code=503" } });
    expect([data, error]).toEqual([undefined, expect.objectContaining({ error_code: "CSBS.9998" })]);
  });

  test("its middleware sees the requests of methods", async () => {
    const { csbs } = stubbedClient(() => json({ count: 4 }));
    const seen: string[] = [];
    csbs.http.use({ onRequest: ({ schemaPath }) => void seen.push(schemaPath) });
    await csbs.countBackups();
    expect(seen).toEqual([path]);
  });

  test("what middleware throws passes through", async () => {
    const { csbs } = stubbedClient(() => json({ count: 4 }));
    const reason = new Error("not today");
    csbs.http.use({
      onRequest() {
        throw reason;
      },
    });
    expect(await rejection(csbs.countBackups())).toBe(reason);
  });

  test("refuses a path parameter that leads elsewhere", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 4 }));
    await expect(csbs.http.GET(path, { params: { path: { project_id: ".." } } })).rejects.toThrow(
      /must not be/,
    );
    // @ts-expect-error: the types demand it too.
    await expect(csbs.http.GET(path, { params: { path: {} } })).rejects.toThrow(/must be a string/);
    expect(requests).toHaveLength(0);
  });
});

test("the global fetch is looked up at each call", async () => {
  const csbs = testClient();
  vi.stubGlobal("fetch", () => Promise.resolve(json({ count: 99 })));
  expect(await csbs.countBackups()).toEqual({ count: 99 });
  vi.unstubAllGlobals();
  expect(await csbs.countBackups()).toEqual({ count: 10 });
  expect(inject("mockUrl")).toMatch(/^http:/);
});

describe("responses that are not JSON by design", () => {
  const tag = { resource_id: "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190", body: { tag: { key: "a", value: "" } } };
  const checkpoint_id = "f672a1bb-6912-446a-816c-72792c5263e0";

  test("204 is undefined", async () => {
    const { csbs } = stubbedClient(() => new Response(null, { status: 204 }));
    expect(await csbs.addBackupTag(tag)).toBeUndefined();
  });

  test("204 where JSON is promised is refused", async () => {
    const { csbs } = stubbedClient(() => new Response(null, { status: 204 }));
    expect(await rejection(csbs.countBackups())).toMatchObject({
      name: "CsbsResponseError",
      message: "countBackups: responded 204 with an empty body",
    });
  });

  test("a deletion may respond {} or nothing", async () => {
    const object = stubbedClient(() => json({}));
    const nothing = stubbedClient(() => new Response(""));
    expect(await object.csbs.deleteBackup({ checkpoint_id })).toEqual({});
    expect(await nothing.csbs.deleteBackup({ checkpoint_id })).toBeUndefined();
  });
});

describe("bodies and fixed parameters", () => {
  const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";

  test("the body is sent as JSON, provider_id filled in", async () => {
    const { csbs, requests } = stubbedClient(() => json({ checkpoint: { id: "x", status: "protecting" } }));
    await csbs.createBackup({ resource_id, body: { protect: { backup_name: "a" } } });
    expect(requests[0]?.url).toContain("/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/resources/");
    expect(await requests[0]?.text()).toBe('{"protect":{"backup_name":"a"}}');
  });

  test("provider_id may be another for one call", async () => {
    const { csbs, requests } = stubbedClient(() => json({}));
    const checkpoint_id = "f672a1bb-6912-446a-816c-72792c5263e0";
    await csbs.deleteBackup({ checkpoint_id, provider_id: "another" as never });
    expect(requests[0]?.url).toContain("/providers/another/checkpoints/");
  });

  test("a missing body or path parameter is refused before anything is sent", async () => {
    const { csbs, requests } = stubbedClient(() => json({}));
    // @ts-expect-error: the types demand it too.
    await expect(csbs.createBackup({ resource_id })).rejects.toThrow("createBackup: the body is missing");
    // @ts-expect-error: the types demand it too.
    await expect(csbs.getBackup({})).rejects.toThrow(
      "getBackup: the path parameter checkpoint_item_id must be",
    );
    expect(requests).toHaveLength(0);
  });

  test("a key of a tag stays in its segment", async () => {
    const { csbs, requests } = stubbedClient(() => new Response(null, { status: 204 }));
    await csbs.removeBackupTag({ resource_id, key: "a/../b?c" });
    expect(requests[0]?.url).toMatch(/\/tags\/a%2F\.\.%2Fb%3Fc$/);
  });
});

test("a 200 with an error in its body is that error", async () => {
  const body = { error_code: "CSBS.9999", error_msg: "x failed", request_id: requestId };
  const { csbs } = stubbedClient(() => json(body));
  expect(await rejection(csbs.countBackups())).toMatchObject({
    name: "CsbsApiError",
    status: 200,
    code: "CSBS.9999",
    requestId,
  });
});

test("JSON is taken as such whatever its content type", async () => {
  const { csbs } = stubbedClient(
    () => new Response('{"count":2}', { headers: { "content-type": "text/html" } }),
  );
  expect(await csbs.countBackups()).toEqual({ count: 2 });
});

describe("a success that holds an error", () => {
  test.each([
    [{ error_code: "IAM.0011" }, "IAM.0011"],
    [{ error: { code: 401, title: "Unauthorized" } }, "Unauthorized"],
  ])("%j", async (body, code) => {
    const { csbs } = stubbedClient(() => json(body));
    expect(await rejection(csbs.countBackups())).toMatchObject({ name: "CsbsApiError", status: 200, code });
    const params = { path: { project_id: projectId } };
    const { data, error, response } = await csbs.http.GET("/v1/{project_id}/checkpoint_items/count", {
      params,
    });
    expect([data, error, response.status]).toEqual([undefined, body, 200]);
    csbs.http.use({ onRequest: () => undefined });
    expect(await rejection(csbs.countBackups())).toMatchObject({ name: "CsbsApiError", status: 200, code });
  });
});

describe("the structure of JSON", () => {
  const escaped = JSON.stringify('\\"[{,'.repeat(1_000_000));
  test.each([
    ["nested lists", `{"count":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, /nested more than 100 deep/],
    ["nested objects", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`, /nested more than 100 deep/],
    ["a list of numbers", `{"count":[${"1,".repeat(2_000_000)}1]}`, /more than 1000000 values/],
    ["a list of lists", `{"count":[${"[],".repeat(600_000)}[]]}`, /more than 1000000 values/],
  ])("is bounded before parsing: %s", async (_, text, message) => {
    const { csbs } = stubbedClient(() => new Response(text));
    const params = { path: { project_id: projectId } };
    const path = csbs.http.GET("/v1/{project_id}/checkpoint_items/count", { params });
    for (const call of [csbs.countBackups(), path]) {
      const error = (await rejection(call)) as Error;
      expect(error).toBeInstanceOf(CsbsResponseError);
      expect(error.message).toMatch(message);
    }
  });

  test("does not count what stands in strings", async () => {
    const { csbs } = stubbedClient(() => new Response(`{"count":3,"text":${escaped}}`));
    expect(await csbs.countBackups()).toMatchObject({ count: 3 });
  });
});

test("what the platform says is kept without the bytes that it has read", async () => {
  const endpoint = await startSocketServer((token) => [
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"cou\r\nzz${token}\r\n`,
    `HTTP/1.1 200 OK\r\nX: ${token}\u0001\r\n\r\n`,
  ]);
  for (let nth = 0; nth < 2; nth += 1) {
    const error = (await rejection(testClient({ endpoint }).countBackups())) as CsbsError;
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect((error.cause as Error).message).not.toBe("");
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(secret);
    for (let one: unknown = error; one instanceof Error; one = one.cause) {
      expect(one).not.toHaveProperty("data");
    }
  }
});

/** Sends bytes that are not HTTP, which hold the token of the request. */
async function startSocketServer(replies: (token: string) => string[]): Promise<string> {
  let nth = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (data) => {
      const token = /x-auth-token: (\S+)/i.exec(String(data))?.[1] ?? "";
      socket.end(replies(token)[nth++] ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
