import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { CsbsApiError, CsbsConnectionError, CsbsTimeoutError } from "../../src/index.ts";
import { Deadline } from "../../src/transport/deadline.ts";
import { json, projectId, rejection, stubbedClient, testClient } from "../support/client.ts";
import { startServer } from "../support/server.ts";

const silent = () => startServer(() => {});

describe("timeout", () => {
  test("of the client", async () => {
    const endpoint = await silent();
    const error = (await rejection(testClient({ endpoint, timeout: 30 }).countBackups())) as CsbsTimeoutError;
    expect(error).toBeInstanceOf(CsbsTimeoutError);
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(error).toMatchObject({ timeout: 30, operation: "countBackups" });
    expect(error.message).toMatch(/^countBackups: no complete response within 30 ms/);
  });

  test("of a call wins", async () => {
    const endpoint = await silent();
    const csbs = testClient({ endpoint, timeout: Number.POSITIVE_INFINITY });
    expect(await rejection(csbs.countBackups({}, { timeout: 20 }))).toMatchObject({ timeout: 20 });
  });

  test("covers a body that never ends", async () => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"count":');
    });
    expect(await rejection(testClient({ endpoint, timeout: 50 }).countBackups())).toBeInstanceOf(
      CsbsTimeoutError,
    );
  });

  test("covers an error body that never ends, whose status is known", async () => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(500, { "content-type": "application/json" });
      response.write('{"error_');
    });
    expect(await rejection(testClient({ endpoint, timeout: 500 }).countBackups())).toBeInstanceOf(
      CsbsApiError,
    );
  });

  test("holds for csbs.http too", async () => {
    const endpoint = await silent();
    const { http } = testClient({ endpoint, timeout: 30 });
    const params = { path: { project_id: projectId } };
    const error = await rejection(http.GET("/v1/{project_id}/checkpoint_items/count", { params }));
    expect(error).toBeInstanceOf(CsbsTimeoutError);
  });
});

describe("signal", () => {
  test("ends a call, which throws its reason", async () => {
    const endpoint = await silent();
    const controller = new AbortController();
    const call = rejection(testClient({ endpoint }).countBackups({}, { signal: controller.signal }));
    const reason = new Error("changed my mind");
    setTimeout(() => controller.abort(reason), 20);
    expect(await call).toBe(reason);
  });

  test("that has aborted already sends nothing", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    const error = await rejection(csbs.countBackups({}, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(requests).toHaveLength(0);
  });

  test("is left without a listener, and no timer stays", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { signal } = new AbortController();
    const { csbs } = stubbedClient(() => json({ count: 1 }));
    await csbs.countBackups({}, { signal });
    const failing = stubbedClient(() => json({}, { status: 500 }));
    await rejection(failing.csbs.countBackups({}, { signal }));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe("Deadline", () => {
  const error = () => new Error("time is up");

  test("settles as the promise does", async () => {
    const reason = new Error("own");
    const deadline = new Deadline(1000, { error });
    expect(await deadline.race(Promise.resolve(7))).toBe(7);
    expect(await rejection(deadline.race(Promise.reject(reason)))).toBe(reason);
    deadline.stop();
  });

  test("ends a promise that never settles, and aborts its signal with the same reason", async () => {
    const deadline = new Deadline(20, { error });
    const reason = await rejection(deadline.race(new Promise(() => {})));
    expect(reason).toMatchObject({ message: "time is up" });
    expect(deadline.signal.reason).toBe(reason);
    expect(await rejection(deadline.race(Promise.resolve(7)))).toBe(reason);
    expect(await rejection(deadline.pause(1))).toBe(reason);
  });

  test("does not mind a clock that is set", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const deadline = new Deadline(1000, { error });
    vi.setSystemTime(Date.now() + 3_600_000);
    expect(deadline.left).toBeGreaterThan(0);
    expect(await deadline.race(Promise.resolve(7))).toBe(7);
    deadline.stop();
    vi.useRealTimers();
  });

  test("gives an abort without a reason one", async () => {
    const signal = Object.assign(new EventTarget(), { aborted: true }) as unknown as AbortSignal;
    expect(() => new Deadline(1000, { signal, error })).toThrow(
      expect.objectContaining({ name: "AbortError" }) as unknown as Error,
    );
  });
});
