import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { type CsbsAttempt, CsbsTimeoutError, token } from "../../src/index.ts";
import { Deadline } from "../../src/transport/deadline.ts";
import { json, rejection, stubbedClient, testClient } from "../support/client.ts";
import { startServer } from "../support/server.ts";

describe("timeout and deadline", () => {
  test("each attempt has the timeout, all of them the deadline", async () => {
    const endpoint = await startServer(() => {});
    const attempts: CsbsAttempt[] = [];
    const csbs = testClient({
      endpoint,
      // Long enough for a busy machine to fit two attempts in.
      timeout: 200,
      deadline: 600,
      retries: { attempts: 9, baseDelay: 1 },
      hooks: { onAttempt: (attempt) => attempts.push(attempt) },
    });
    const started = performance.now();
    const error = (await rejection(csbs.countBackups())) as CsbsTimeoutError;
    expect(error).toBeInstanceOf(CsbsTimeoutError);
    expect(attempts.length).toBeGreaterThanOrEqual(2);
    expect(attempts.length).toBeLessThanOrEqual(4);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("no time is too long for a timer", async () => {
    const deadline = new Deadline(2 ** 31, { error: () => new Error("too early") });
    let over = false;
    const pause = deadline.pause(2 ** 31).then(() => {
      over = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([over, deadline.signal.aborted]).toEqual([false, false]);
    deadline.stop();
    pause.catch(() => {});
  });

  test("a timeout of an order is final, because it may have been carried out", async () => {
    const endpoint = await startServer(() => {});
    const attempts: CsbsAttempt[] = [];
    const hooks = { onAttempt: (attempt: CsbsAttempt) => attempts.push(attempt) };
    const csbs = testClient({ endpoint, timeout: 30, retries: 2, hooks });
    const order = { resource_id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e", body: { protect: {} } };
    expect(await rejection(csbs.createBackup(order))).toMatchObject({
      timeout: 30,
      operation: "createBackup",
    });
    expect(attempts).toHaveLength(1);
  });

  test("the deadline covers a body that drips", async () => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(timer));
    });
    const csbs = testClient({ endpoint, timeout: Number.POSITIVE_INFINITY, deadline: 80 });
    expect(await rejection(csbs.countBackups())).toMatchObject({ name: "CsbsTimeoutError", timeout: 80 });
  });
});

test("10,000 calls leave no timer and no listener behind", async () => {
  const { signal } = new AbortController();
  let calls = 0;
  const { csbs } = stubbedClient(() => (++calls % 3 === 0 ? json({}, { status: 400 }) : json({ count: 1 })));
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  for (let round = 0; round < 100; round++) {
    await Promise.allSettled(Array.from({ length: 100 }, () => csbs.countBackups({}, { signal })));
  }
  expect(calls).toBe(10_000);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  // The runner has timers of its own that come and go; a leak would be thousands.
  expect(timers()).toBeLessThan(before + 10);
});

test("a token that does not come is given up with the call", async () => {
  const { csbs, requests } = stubbedClient(() => json({ count: 1 }), {
    auth: token(() => new Promise(() => {})),
    timeout: 30,
  });
  expect(await rejection(csbs.countBackups())).toMatchObject({ name: "CsbsTimeoutError", timeout: 30 });
  const reason = new Error("enough");
  const controller = new AbortController();
  const call = rejection(csbs.countBackups({}, { signal: controller.signal }));
  controller.abort(reason);
  expect([await call, requests.length]).toEqual([reason, 0]);
});
