import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { accessKey } from "../../src/index.ts";
import type { Fault, Step } from "../../src/mock.ts";
import { startMock } from "../../src/mock.ts";
import { projectId, rejection } from "../support/client.ts";
import { playing } from "../support/scenario.ts";

/** Everything that comes over a connection until it ends, and how that was. */
function raw(
  url: string,
): Promise<{ text: string; head: string; body: string; error: string | undefined; times: number[] }> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let text = "";
    let error: string | undefined;
    const times: number[] = [];
    socket.on("data", (chunk) => {
      times.push(performance.now());
      text += chunk;
    });
    socket.on("error", (reason: NodeJS.ErrnoException) => {
      error = reason.code;
    });
    socket.on("close", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n");
      resolve({ text, head, body, error, times });
    });
    const path = `/v1/${projectId}/checkpoint_items`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nX-Auth-Token: t\r\nConnection: close\r\n\r\n`);
  });
}

async function responseWith(step: Step) {
  const { mock } = await playing({ any: [step] });
  const before = performance.now();
  return { ...(await raw(mock.url)), before, mock };
}

const fault = (one: Fault) => responseWith({ fault: one });
const lengthIn = (head: string) => Number(/content-length: (\d+)/i.exec(head)?.[1]);

describe("what is on the wire", () => {
  test("without a fault", async () => {
    const { head, body, error } = await responseWith({});
    expect([head.split("\r\n")[0], error]).toEqual(["HTTP/1.1 200 OK", undefined]);
    expect(lengthIn(head)).toBe(Buffer.byteLength(body));
    expect(JSON.parse(body).checkpoint_items).toHaveLength(2);
  });

  test("latency", async () => {
    const { times, before } = await responseWith({ delay: 200 });
    expect((times[0] ?? 0) - before).toBeGreaterThanOrEqual(195);
  });

  test("slow drip: in pieces, and whole at last", async () => {
    const { head, body, times } = await fault({ slowDrip: { bytes: 500, pause: 20 } });
    expect(times.length).toBeGreaterThanOrEqual(4);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(55);
    expect(lengthIn(head)).toBe(Buffer.byteLength(body));
  });

  test("reset before headers", async () => {
    const { text, error, mock } = await fault({ resetBeforeHeaders: {} });
    expect([text, error]).toEqual(["", "ECONNRESET"]);
    expect(mock.requests).toMatchObject([{ fault: "resetBeforeHeaders", status: undefined }]);
  });

  test("reset after headers", async () => {
    const { head, body, error } = await fault({ resetAfterHeaders: {} });
    expect([head.split("\r\n")[0], error]).toEqual(["HTTP/1.1 200 OK", "ECONNRESET"]);
    expect(body.length).toBeLessThan(lengthIn(head));
    expect(body.length).toBeGreaterThan(0);
  });

  test("truncated JSON, of the length that is promised", async () => {
    const { head, body, error } = await fault({ truncated: {} });
    expect([lengthIn(head), error]).toEqual([Buffer.byteLength(body), undefined]);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  test("wrong length", async () => {
    const { head, body } = await fault({ wrongLength: {} });
    expect(lengthIn(head)).toBe(Buffer.byteLength(body) + 10);
  });

  test("HTML 502", async () => {
    const { head, body } = await fault({ html: {} });
    expect(head).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n[\s\S]*content-type: text\/html/i);
    expect(body).toMatch(/^<html>/);
  });

  test("empty 200", async () => {
    const { head, body } = await fault({ empty: {} });
    expect([head.split("\r\n")[0], lengthIn(head), body]).toEqual(["HTTP/1.1 200 OK", 0, ""]);
  });

  test("redirect", async () => {
    const { head } = await fault({ redirect: { to: "https://elsewhere.example/x", status: 302 } });
    expect(head).toMatch(/^HTTP\/1\.1 302 Found\r\n[\s\S]*location: https:\/\/elsewhere\.example\/x/i);
  });

  test("Retry-After, in both forms", async () => {
    const seconds = await responseWith({ status: 429, retryAfter: { seconds: 7 } });
    expect(seconds.head).toMatch(/^HTTP\/1\.1 429 [\s\S]*retry-after: 7\r\n/i);
    expect(seconds.body).toContain("APIGW.0308");
    const date = await responseWith({ status: 503, retryAfter: { date: 60 } });
    const asked = Date.parse(/retry-after: (.*GMT)\r\n/i.exec(date.head)?.[1] ?? "");
    expect(Math.abs(asked - Date.now() - 60_000)).toBeLessThan(10_000);
  });
});

describe("clock skew", () => {
  const auth = accessKey({ accessKey: "AK", secretKey: "SK" });

  test.each([
    [{ seconds: 3600, tolerance: 900 }, false],
    [{ seconds: -3600, tolerance: 900 }, false],
    [{ seconds: 600, tolerance: 900 }, true],
    [{}, false],
  ])("%j: a signed request is taken: %s", async (clockSkew, taken) => {
    const { csbs } = await playing({ any: [{ fault: { clockSkew } }] }, { auth });
    const outcome = await csbs.countBackups().catch((error) => [error.status, error.code]);
    expect(outcome).toEqual(taken ? { count: 10 } : [401, "APIGW.0301"]);
  });

  test("does not concern tokens", async () => {
    const { csbs } = await playing("clock-skew");
    expect(await csbs.countBackups()).toEqual({ count: 10 });
  });
});

test("what is asked for is done all the same when only the response is lost", async () => {
  const { csbs } = await playing({
    state: {},
    operations: { createBackup: [{ fault: { resetBeforeHeaders: {} } }] },
  });
  const order = { resource_id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e", body: { protect: {} } };
  expect(await rejection(csbs.createBackup(order))).toMatchObject({ name: "CsbsConnectionError" });
  expect(await csbs.countBackups()).toEqual({ count: 1 });
});

describe("stop", () => {
  const unfinished: [title: string, step: Step][] = [
    ["open keep-alive", {}],
    ["a delay", { delay: 3_600_000 }],
    ["a slow drip", { fault: { slowDrip: { bytes: 1, pause: 1000 } } }],
    ["no response", { fault: { hang: {} } }],
  ];

  test.each(unfinished)("cuts off %s at once", async (_, step) => {
    const mock = await startMock({ scenario: { any: [step] } });
    const url = `${mock.url}/v1/${projectId}/checkpoint_items`;
    const response = fetch(url, { headers: { "X-Auth-Token": "t" } }).then((response) => response.text());
    const settled = response.then(
      () => "responded",
      () => "cut off",
    );
    await expect.poll(() => mock.requests.length).toBe(1);
    if (Object.keys(step).length === 0) expect(await settled).toBe("responded");
    const begun = performance.now();
    await mock.stop();
    expect(performance.now() - begun).toBeLessThan(2000);
    if (Object.keys(step).length > 0) expect(await settled).toBe("cut off");
    expect(await rejection(fetch(url))).toBeInstanceOf(TypeError);
  });
});
