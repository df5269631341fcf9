import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type CsbsApiError,
  type CsbsAttempt,
  type CsbsClientOptions,
  CsbsConnectionError,
  type OutgoingRequest,
} from "../../src/index.ts";
import type { Outcome } from "../../src/transport/attempt.ts";
import { retryAfterOf } from "../../src/transport/headers.ts";
import { mayRepeat, RetryBudget, readRetries, waitAfter } from "../../src/transport/retry.ts";
import { json, rejection, stubbedClient, testClient } from "../support/client.ts";
import { startServer } from "../support/server.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  onTestFinished(() => void vi.useRealTimers());
});

const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const order = { resource_id, body: { protect: {} } };
const checkpoint = { checkpoint: { id: "f672a1bb-6912-446a-816c-72792c5263e0", status: "protecting" } };
const count = { count: 1 };

/** A client that gets these responses one after the other, the last one again and again. */
function responding(responses: (() => Response)[], options: Partial<CsbsClientOptions> = {}) {
  const attempts: CsbsAttempt[] = [];
  let next = 0;
  const stub = stubbedClient(() => (responses[Math.min(next++, responses.length - 1)] as () => Response)(), {
    retries: 2,
    hooks: { onAttempt: (attempt) => attempts.push(attempt) },
    ...options,
  });
  return { ...stub, attempts };
}

const fails =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    json({ error_code: "X", error_msg: "no" }, { status, headers });

/** Lets every wait pass at once. */
async function settled<T>(call: Promise<T>): Promise<T> {
  const guarded = call.catch(() => {});
  await vi.runAllTimersAsync();
  await guarded;
  return call;
}

describe("what is repeated", () => {
  const outcome = (status: number, headers = {}): Outcome => ({
    response: new Response(null, { status, headers }),
  });
  const lost: Outcome = { error: new CsbsConnectionError("reset", { cause: new TypeError("x") }) };
  const refused: Outcome = {
    error: new CsbsConnectionError("refused", {
      cause: new TypeError("x", { cause: { code: "ECONNREFUSED" } }),
    }),
  };
  const redirected: Outcome = {
    error: new CsbsConnectionError("no response", { cause: new TypeError("unexpected redirect") }),
  };
  const after = { "retry-after": "1" };

  /** Which of: a read, a change by POST or DELETE, a PUT, and a change that the caller lets repeat. */
  const table: [title: string, outcome: Outcome, repeated: [boolean, boolean, boolean, boolean]][] = [
    ["200", outcome(200), [false, false, false, false]],
    ["400", outcome(400), [false, false, false, false]],
    ["404", outcome(404), [false, false, false, false]],
    ["429", outcome(429), [true, true, true, true]],
    ["500", outcome(500), [true, false, false, true]],
    ["501", outcome(501), [false, false, false, false]],
    ["502", outcome(502), [true, false, true, true]],
    ["503", outcome(503), [true, false, true, true]],
    ["503 that says when to come again", outcome(503, after), [true, true, true, true]],
    ["504", outcome(504), [true, false, true, true]],
    ["a connection that was refused", refused, [true, true, true, true]],
    ["a connection that broke", lost, [true, false, true, true]],
    ["a redirect that was refused", redirected, [false, false, false, false]],
    ["an error of the caller's own", { error: new Error("auth") }, [false, false, false, false]],
  ];
  for (const [title, result, repeated] of table) {
    test(title, () => {
      const kinds = [
        mayRepeat(result, { method: "GET", safe: true }, false),
        mayRepeat(result, { method: "POST", safe: false }, false),
        mayRepeat(result, { method: "PUT", safe: false }, false),
        mayRepeat(result, { method: "DELETE", safe: false }, true),
      ];
      expect(kinds).toEqual(repeated);
    });
  }
});

describe("through the client", () => {
  test("a read is repeated until it succeeds", async () => {
    const { csbs, requests, attempts } = responding([fails(503), fails(500), () => json(count)]);
    expect(await settled(csbs.countBackups())).toEqual(count);
    expect(requests).toHaveLength(3);
    expect(attempts.map(({ status, wait }) => [status, wait])).toEqual([
      [503, 250],
      [500, 500],
      [200, undefined],
    ]);
  });

  test("a read fails with the last response when the attempts are used up", async () => {
    const { csbs, requests } = responding([fails(500), fails(502), fails(503)]);
    expect(await rejection(settled(csbs.countBackups()))).toMatchObject({
      name: "CsbsApiError",
      status: 503,
    });
    expect(requests).toHaveLength(3);
  });

  test("an order is not repeated when it may have been carried out", async () => {
    for (const status of [500, 502, 503, 504]) {
      const { csbs, requests } = responding([fails(status)]);
      expect(await rejection(settled(csbs.createBackup(order)))).toMatchObject({ status });
      expect(requests).toHaveLength(1);
    }
  });

  test("an order is repeated when it was turned away, with its body", async () => {
    const { csbs, requests } = responding([
      fails(429),
      fails(503, { "retry-after": "2" }),
      () => json(checkpoint),
    ]);
    expect(await settled(csbs.createBackup(order))).toEqual(checkpoint);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(
      Array(3).fill('{"protect":{}}'),
    );
  });

  test("an order is repeated in any case when the caller says so", async () => {
    const { csbs, requests } = responding([fails(502), () => json(checkpoint)]);
    await settled(csbs.createBackup(order, { retries: { unsafe: true } }));
    expect(requests).toHaveLength(2);
  });

  test("a POST that changes nothing is repeated like a read", async () => {
    const { csbs, requests } = responding([fails(500), () => json({ total_count: 1 })]);
    await settled(csbs.findBackupsByTag({ body: { action: "count" } }));
    expect(requests).toHaveLength(2);
  });

  test("a deletion is not repeated after a broken connection", async () => {
    const { csbs, requests } = responding([
      () => {
        throw new TypeError("socket hang up");
      },
    ]);
    const checkpoint_id = "f672a1bb-6912-446a-816c-72792c5263e0";
    expect(await rejection(settled(csbs.deleteBackup({ checkpoint_id })))).toBeInstanceOf(
      CsbsConnectionError,
    );
    expect(requests).toHaveLength(1);
  });

  test("retries: 0 repeats nothing; a call's option wins over the client's", async () => {
    const { csbs, requests } = responding([fails(503)]);
    await rejection(settled(csbs.countBackups({}, { retries: 0 })));
    expect(requests).toHaveLength(1);
    await rejection(settled(csbs.countBackups({}, { retries: { attempts: 5 } })));
    expect(requests).toHaveLength(6);
  });

  test("every attempt is authenticated anew", async () => {
    let asked = 0;
    const { csbs, requests } = responding([fails(503), () => json(count)], {
      auth: (request) => {
        const headers = new Headers(request.headers);
        headers.set("Authorization", `signature ${++asked}`);
        return new Request(request, { headers });
      },
    });
    await settled(csbs.countBackups());
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      "signature 1",
      "signature 2",
    ]);
  });

  test("calls by path are repeated too", async () => {
    const { csbs, requests } = responding([fails(503), () => json(count)]);
    const params = { path: { project_id: "b942cc8342734d15bcb246babb1953cf" } };
    const { data } = await settled(csbs.http.GET("/v1/{project_id}/checkpoint_items/count", { params }));
    expect([data, requests.length]).toEqual([count, 2]);
  });

  test("middleware sees one request and the last response", async () => {
    const { csbs, requests } = responding([fails(503), () => json(count)]);
    const seen: (string | number)[] = [];
    csbs.http.use({
      onRequest: ({ request }) => void seen.push(request.headers.get("x-auth-token") ?? "no token yet"),
      onResponse: ({ response }) => void seen.push(response.status),
    });
    await settled(csbs.countBackups());
    expect([seen, requests.length]).toEqual([["no token yet", 200], 2]);
  });
});

describe("401", () => {
  test("is tried once more when the credential can be renewed, beyond the attempts", async () => {
    let token = 1;
    const auth = Object.assign((request: Request) => request, {
      sign: ({ headers }: OutgoingRequest) => {
        headers["x-auth-token"] = `token-${token}`;
      },
      refused: () => ++token > 1,
    });
    const { csbs, requests } = responding([fails(401), () => json(checkpoint)], { auth, retries: 0 });
    expect(await settled(csbs.createBackup(order))).toEqual(checkpoint);
    expect(requests.map(({ headers }) => headers.get("x-auth-token"))).toEqual(["token-1", "token-2"]);

    const still = responding([fails(401)], { auth });
    expect(await rejection(settled(still.csbs.countBackups()))).toMatchObject({ status: 401 });
    expect(still.requests).toHaveLength(2);
  });

  test("with a fixed token is final", async () => {
    const { csbs, requests } = responding([fails(401)]);
    expect(await rejection(settled(csbs.countBackups()))).toMatchObject({ status: 401 });
    expect(requests).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  test("is a number of seconds or a date", () => {
    vi.setSystemTime(new Date("2026-11-24T08:00:00Z"));
    expect(retryAfterOf("7")).toBe(7000);
    expect(retryAfterOf(" 0 ")).toBe(0);
    expect(retryAfterOf("Tue, 24 Nov 2026 08:00:30 GMT")).toBe(30_000);
    expect(retryAfterOf("Tue, 24 Nov 2026 07:00:00 GMT")).toBe(0);
    expect(retryAfterOf("Tuesday, 24-Nov-26 08:00:30 GMT")).toBe(30_000);
    for (const none of ["", "soon", "-1", "soon 5", "2026-11-24", null, undefined])
      expect(retryAfterOf(none)).toBeUndefined();
  });

  test("is waited for, in both forms", async () => {
    vi.setSystemTime(new Date("2026-11-24T08:00:00Z"));
    const { csbs, attempts } = responding([
      fails(429, { "retry-after": "7" }),
      fails(429, { "retry-after": "Tue, 24 Nov 2026 08:00:27 GMT" }),
      () => json(count),
    ]);
    await settled(csbs.countBackups());
    expect(attempts.map(({ wait }) => wait)).toEqual([7000, 20_000, undefined]);
  });

  test("beyond the cap fails at once, and says how long was asked", async () => {
    const { csbs, requests } = responding([fails(429, { "retry-after": "3600" })]);
    const error = (await rejection(settled(csbs.countBackups()))) as CsbsApiError;
    expect([requests.length, error.retryAfter]).toEqual([1, 3_600_000]);
    expect(error.message).toBe("countBackups: responded 429 X: no; it asks to wait 3600 s");
  });

  test("beyond the deadline fails at once", async () => {
    const { csbs, requests } = responding([fails(429, { "retry-after": "30" })]);
    expect(await rejection(settled(csbs.countBackups({}, { deadline: 20_000 })))).toMatchObject({
      status: 429,
    });
    expect(requests).toHaveLength(1);
  });
});

describe("waiting", () => {
  test("is full jitter over an exponential backoff with a cap", () => {
    const policy = readRetries({ baseDelay: 100, maxDelay: 350 });
    vi.mocked(Math.random).mockReturnValue(1);
    expect([1, 2, 3, 4].map((attempt) => waitAfter(attempt, { error: undefined }, policy))).toEqual([
      100, 200, 350, 350,
    ]);
    vi.mocked(Math.random).mockReturnValue(0);
    expect(waitAfter(3, { error: undefined }, policy)).toBe(0);
  });

  test("ends when the caller aborts, and leaves nothing behind", async () => {
    const { csbs, requests } = responding([fails(429, { "retry-after": "50" })]);
    const controller = new AbortController();
    const call = rejection(csbs.countBackups({}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10_000);
    controller.abort(new Error("enough"));
    expect(await call).toMatchObject({ message: "enough" });
    expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
  });
});

describe("the budget", () => {
  test("allows 20 repetitions at once and one more each second", () => {
    const budget = new RetryBudget();
    expect(Array.from({ length: 25 }, () => budget.take()).filter(Boolean)).toHaveLength(20);
    vi.advanceTimersByTime(3000);
    expect(Array.from({ length: 5 }, () => budget.take()).filter(Boolean)).toHaveLength(3);
    vi.advanceTimersByTime(3_600_000);
    expect(Array.from({ length: 25 }, () => budget.take()).filter(Boolean)).toHaveLength(20);
  });

  test("stops a storm: 100 failing calls send 120 requests, not 300", async () => {
    const { csbs, requests } = responding([fails(503)]);
    await settled(Promise.all(Array.from({ length: 100 }, () => rejection(csbs.countBackups()))));
    expect(requests.length).toBeGreaterThanOrEqual(120);
    expect(requests.length).toBeLessThanOrEqual(122);
  });
});

describe("options", () => {
  test("that make no sense are refused", () => {
    for (const retries of [-1, 0.5, Number.NaN, { attempts: 0 }, { baseDelay: -1 }]) {
      expect(() => testClient({ retries })).toThrow(/retries/);
    }
  });

  test("of a call fill in from the client's", () => {
    const policy = readRetries({ attempts: 7, baseDelay: undefined }, readRetries({ baseDelay: 5 }));
    expect(policy).toMatchObject({ attempts: 7, baseDelay: 5, maxRetryAfter: 60_000 });
  });
});

describe("hooks", () => {
  test("are told what OpenTelemetry wants to know", async () => {
    const headers = { "x-request-id": "acbc548ac6f2a0dbdb9e3518a7c0ff84", "retry-after": "1" };
    const { csbs, attempts } = responding([fails(429, headers), () => json(count)]);
    await settled(csbs.countBackups());
    expect(attempts[0]).toEqual({
      operation: "countBackups",
      method: "GET",
      path: "/v1/{project_id}/checkpoint_items/count",
      origin: "https://csbs.example.com",
      attempt: 1,
      status: 429,
      requestId: "acbc548ac6f2a0dbdb9e3518a7c0ff84",
      duration: expect.any(Number),
      error: undefined,
      wait: 1000,
    });
    expect(attempts[1]).toMatchObject({ attempt: 2, status: 200, requestId: undefined, wait: undefined });
  });

  test("are told of failures", async () => {
    const { csbs, attempts } = responding([
      () => {
        throw new TypeError("reset");
      },
    ]);
    await rejection(settled(csbs.countBackups({}, { retries: 0 })));
    expect(attempts).toEqual([
      expect.objectContaining({ status: undefined, error: expect.any(CsbsConnectionError) }),
    ]);
  });

  test("cannot make a call fail", async () => {
    const { csbs } = stubbedClient(() => json(count), {
      hooks: {
        onAttempt: () => {
          throw new Error("watcher broke");
        },
      },
    });
    expect(await csbs.countBackups()).toEqual(count);
  });
});

test("a connection that is refused is tried again, also for an order", async () => {
  vi.useRealTimers();
  vi.mocked(Math.random).mockReturnValue(0);
  const attempts: CsbsAttempt[] = [];
  const hooks = { onAttempt: (attempt: CsbsAttempt) => attempts.push(attempt) };
  const csbs = testClient({ endpoint: "http://127.0.0.1:2", retries: 2, hooks });
  expect(await rejection(csbs.createBackup(order))).toBeInstanceOf(CsbsConnectionError);
  expect(attempts).toHaveLength(3);
});

test("an order whose connection breaks after it was sent is not tried again", async () => {
  vi.useRealTimers();
  let received = 0;
  const endpoint = await startServer((request) => {
    received += 1;
    request.socket.destroy();
  });
  expect(await rejection(testClient({ endpoint, retries: 2 }).createBackup(order))).toBeInstanceOf(
    CsbsConnectionError,
  );
  expect(received).toBe(1);
});

test("a caller who aborts while a response is handled gets no further attempt", async () => {
  const controller = new AbortController();
  const { csbs, requests } = responding([fails(503), () => json(count)], {
    hooks: { onAttempt: () => controller.abort(new Error("enough")) },
  });
  expect(await rejection(csbs.countBackups({}, { signal: controller.signal }))).toMatchObject({
    message: "enough",
  });
  expect(requests).toHaveLength(1);
});

test.each([
  "9".repeat(400),
  "Tue, 31 Feb 2026 00:00:00 GMT",
  "Abc, 01 Jan 2026 00:00:00 GMT",
  "Mon, 24 Nov 2026 08:00:30 GMT",
])("a Retry-After of %s, which is not a time, counts as absent", (header) =>
  expect(retryAfterOf(header)).toBeUndefined(),
);
