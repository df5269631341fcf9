import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { type MockOptions, startMock } from "../../src/mock.ts";
import { projectId, rejection, secret, testClient } from "../support/client.ts";
import { playing } from "../support/scenario.ts";

async function started(options?: MockOptions) {
  const mock = await startMock(options);
  onTestFinished(() => mock.stop());
  return { mock, csbs: testClient({ endpoint: mock.url }) };
}

const order = { resource_id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e", body: { protect: {} } };

test("stops once, however often it is told to", async () => {
  const mock = await startMock();
  await Promise.all([mock.stop(), mock.stop()]);
  await mock.stop();
});

test.each([
  ["CONNECT", "CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["what cannot be read", "garbage\r\n\r\n"],
])("stops with %s behind a request that hangs", async (_, behind) => {
  const mock = await startMock({ scenario: { operations: { countBackups: [{ fault: { hang: {} } }] } } });
  const { port } = new URL(mock.url);
  const socket = connect({ port: Number(port), host: "127.0.0.1" });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.on("error", () => {});
  const path = `/v1/${projectId}/checkpoint_items/count`;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: t\r\n\r\n${behind}`);
  await expect.poll(() => mock.requests[0]?.operation).toBe("countBackups");
  await mock.stop();
  await closed;
});

test("is reached by this machine's own address where it listens on all", async () => {
  const { csbs, mock } = await started({ host: "0.0.0.0" });
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await csbs.countBackups()).toEqual({ count: 10 });
});

test.each(["4010", -1, 65_536, 1.5, Number.NaN])("%j is not a port", async (port) => {
  const error = await rejection(startMock({ port: port as number }));
  expect(error).toMatchObject({ name: "CsbsConfigError", message: expect.stringMatching(/^port must be/) });
});

test.each([Number.NaN, -1, 1e12, Number.POSITIVE_INFINITY, "5", undefined])(
  "time does not move by %j",
  async (seconds) => {
    const { mock, csbs } = await playing({ state: {} });
    expect(() => mock.advance(seconds as number)).toThrow(/^the mock's time cannot advance by/);
    expect((await csbs.createBackup(order)).checkpoint.id).toBeDefined();
  },
);

test("a log that throws changes nothing", async () => {
  const { csbs } = await started({
    log: () => {
      throw new Error("full");
    },
  });
  expect(await csbs.countBackups()).toEqual({ count: 10 });
});

describe("requests", () => {
  test("say why the description refuses one", async () => {
    const { mock, csbs } = await started();
    await rejection(csbs.countBackups({ status: "broken" as "error" }));
    await csbs.countBackups();
    expect(mock.requests.map(({ reasons }) => reasons)).toEqual([
      [expect.stringMatching(/^Request query parameter status must be equal to one of/)],
      [],
    ]);
  });

  test.each(["/v3/auth/tokens", "/v3/auth/tokens?nocatalog", "/v3/auth/tokens/", "/v3/elsewhere"])(
    "hold no body to %s",
    async (path) => {
      const { mock } = await started();
      const user = { name: "ann", password: secret, domain: { name: "Default" } };
      const body = JSON.stringify({ auth: { identity: { methods: ["password"], password: { user } } } });
      const headers = { "Content-Type": "application/json" };
      const { status } = await fetch(mock.url + path, { method: "POST", body, headers });
      expect(status).toBe(path.includes("tokens") ? 201 : 404);
      expect(JSON.stringify(mock.requests)).not.toContain(secret);
    },
  );

  test("are forgotten, the oldest first, when their bodies have too many values", async () => {
    const { mock } = await started();
    const body = JSON.stringify(Array.from({ length: 9000 }, () => 1));
    const headers = { "Content-Type": "application/json", "X-Auth-Token": "t" };
    for (let index = 0; index < 60; index += 1) {
      const { status } = await fetch(`${mock.url}/v1/${projectId}/policies`, {
        method: "POST",
        body,
        headers,
      });
      expect(status).toBe(400);
    }
    const kept = mock.requests.reduce((sum, request) => sum + (request.body as number[]).length, 0);
    expect(kept).toBeLessThanOrEqual(500_000);
    expect(kept).toBeGreaterThan(480_000);
  });

  test("have a status when it gets a response, not before", async () => {
    const { mock, csbs } = await playing({ any: [{ delay: 60_000 }] });
    const call = rejection(csbs.countBackups({}, { timeout: 300, retries: 0 }));
    await expect.poll(() => mock.requests[0]?.operation).toBe("countBackups");
    expect(mock.requests[0]?.status).toBeUndefined();
    expect(await call).toMatchObject({ name: "CsbsTimeoutError" });
  });
});

test("what hangs is done all the same", async () => {
  const { csbs } = await playing({ state: {}, operations: { createBackup: [{ fault: { hang: {} } }] } });
  expect(await rejection(csbs.createBackup(order, { timeout: 300 }))).toMatchObject({
    name: "CsbsTimeoutError",
  });
  expect(await csbs.countBackups({ resource_id: order.resource_id })).toEqual({ count: 1 });
});

test("a path that no operation has gets the gateway's 404", async () => {
  const { mock } = await started();
  const path = `/v1/${projectId}/nothing`;
  expect((await fetch(mock.url + path)).status).toBe(404);
  expect(mock.requests).toMatchObject([{ target: path, status: 404, body: undefined }]);
});
