import { runInNewContext } from "node:vm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type CsbsCallOptions,
  type CsbsClientOptions,
  CsbsConfigError,
  CsbsConnectionError,
  countByStatus,
  countEverywhere,
  keystonePassword,
  type PageParameters,
  paginate,
  schedule,
  waitForBackup,
} from "../../src/index.ts";
import { connect } from "../../src/node.ts";
import { RetryBudget } from "../../src/transport/retry.ts";
import { json, projectId, rejection, stubbedClient, testClient } from "../support/client.ts";
import { startServer } from "../support/server.ts";

const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const order = { resource_id, body: { protect: {} } };
const counting = () => stubbedClient(() => json({ count: 1 }));

describe("unknown options are refused, not ignored", () => {
  test.each<[string, object, RegExp]>([
    ["of a client", { timout: 5 }, /^unknown option of the client "timout"; did you mean "timeout"\?$/],
    [
      "of retries",
      { retries: { attempt: 5 } },
      /^unknown option of retries "attempt"; did you mean "attempts"\?$/,
    ],
    ["a text for retries", { retries: "three" }, /^the options of retries must be a plain object/],
  ])("%s", (_, options, message) => {
    expect(() => testClient(options as Partial<CsbsClientOptions>)).toThrow(message);
  });

  test("of a call", async () => {
    const { csbs, requests } = counting();
    const error = await rejection(csbs.countBackups({}, { retires: 5 } as CsbsCallOptions));
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error).toMatchObject({
      message: 'countBackups: unknown option of a call "retires"; did you mean "retries"?',
    });
    expect(requests).toHaveLength(0);
  });

  test("of paginate, and an offset where a marker says where to begin", async () => {
    const { csbs } = counting();
    const typo = paginate(csbs.listBackups, {}, { pagesize: 5 } as object)
      [Symbol.asyncIterator]()
      .next();
    expect(await rejection(typo)).toMatchObject({
      message: expect.stringContaining('unknown option of a call "pagesize"'),
    });
    const offset = { offset: 2 } as unknown as PageParameters<typeof csbs.listBackups>;
    expect(() => paginate(csbs.listBackups, offset)).toThrow(/a marker says where to begin/);
  });
});

describe("values that would arrive changed", () => {
  const circle: Record<string, unknown> = { protect: {} };
  circle.circle = circle;

  test.each<[string, object, RegExp]>([
    ["a Map", new Map([["status", "error"]]), /parameters must be a plain object/],
    ["a Date", new Date(), /parameters must be a plain object/],
    ["a list in a list", { resource_type: [["a", "b"]] }, /resource_type cannot be sent/],
  ])("%s as parameters", async (_, parameters, message) => {
    const { csbs, requests } = counting();
    expect(await rejection(csbs.countBackups(parameters as object))).toMatchObject({
      name: "CsbsConfigError",
      message: expect.stringMatching(message),
    });
    expect(requests).toHaveLength(0);
  });

  test.each([
    ["is circular", circle],
    ["holds a BigInt", { protect: { size: 1n } }],
  ])("a body that %s", async (_, body) => {
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      const { csbs } = counting();
      csbs.http.use(...middleware);
      const error = await rejection(csbs.createBackup({ resource_id, body: body as never }));
      expect(error).toMatchObject({
        name: "CsbsConfigError",
        message: expect.stringContaining("cannot be written as JSON"),
      });
    }
  });

  test("headers: a Headers is read, null is refused", async () => {
    const { csbs, requests } = counting();
    await csbs.countBackups({}, { headers: new Headers({ "X-A": "1" }) as never });
    expect(requests[0]?.headers.get("x-a")).toBe("1");
    expect(await rejection(csbs.countBackups({}, { headers: { "X-A": null } as never }))).toMatchObject({
      name: "CsbsConfigError",
    });
  });
});

describe("what would be read as something else", () => {
  class Filter {
    get status() {
      return "error";
    }
  }
  const hidden = new Proxy({}, { get: (_, name) => (name === "status" ? "error" : undefined) });
  const inherited: [string, unknown][] = [
    ["getters of a class", new Filter()],
    ["a class without fields", new (class {})()],
    ["a prototype", Object.create({ status: "error" })],
    [
      "a prototype without one of its own",
      Object.create(Object.assign(Object.create(null), { status: "error" })),
    ],
    ["a Proxy", hidden],
    ["an array", ["error"]],
    ["a function", () => ({ status: "error" })],
    ["a text", "error"],
    ["a boxed text", new String("error")],
    ["a URL", new URL("https://csbs.example.com?status=error")],
    ["URLSearchParams", new URLSearchParams("status=error")],
    ["a symbol for a name", { [Symbol("status")]: "error" }],
    ["null", null],
  ];

  test.each(inherited)("parameters: %s", async (_, parameters) => {
    const { csbs, requests } = counting();
    expect(await rejection(csbs.countBackups(parameters as object))).toBeInstanceOf(CsbsConfigError);
    if (parameters !== hidden && parameters !== null) {
      expect(await rejection(countByStatus(csbs, parameters as object))).toBeInstanceOf(CsbsConfigError);
    }
    expect(requests).toHaveLength(0);
  });

  test("own getters and objects without a prototype are read", async () => {
    const { csbs, requests } = counting();
    const getter = {
      get status() {
        return "error" as const;
      },
    };
    await csbs.countBackups(getter);
    await csbs.countBackups(Object.assign(Object.create(null), getter));
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(["?status=error", "?status=error"]);
  });

  test("a Date of another realm is read", async () => {
    const { csbs, requests } = counting();
    await csbs.countBackups({ start_time: runInNewContext("new Date(0)") as Date });
    expect(requests[0]?.url).toContain("start_time=1970-01-01T00%3A00%3A00");
  });

  const bodies: [string, unknown][] = [
    ["a function", () => ({})],
    ["a text", "{}"],
    ["a list", []],
    ["a Map", new Map([["protect", {}]])],
    ["a class", new Filter()],
    ["a Map inside", { protect: new Map() }],
    ["a function inside", { protect: { backup_name: () => "a" } }],
    ["a symbol inside", { protect: { backup_name: Symbol("a") } }],
    ["NaN inside", { protect: { size: Number.NaN } }],
    ["an invalid Date inside", { protect: { at: new Date("x") } }],
    ["undefined in a list", { protect: { list: [undefined] } }],
    ["a circle", circular()],
  ];
  test.each(bodies)("a body: %s", async (_, body) => {
    const { csbs, requests } = counting();
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      csbs.http.use(...middleware);
      const error = await rejection(csbs.createBackup({ resource_id, body: body as never }));
      expect(error).toMatchObject({ name: "CsbsConfigError", operation: "createBackup" });
    }
    expect(requests).toHaveLength(0);
  });

  const options: [string, unknown][] = [
    ["null", null],
    ["a Map", new Map()],
    ["a function", () => {}],
    ["a signal that is not one", { signal: {} }],
    ["the controller of a signal", { signal: new AbortController() }],
    ["null for a signal", { signal: null }],
    ["null for a timeout", { timeout: null }],
    ["null for retries", { retries: null }],
    ["a list of retries", { retries: [3] }],
    ["text for a delay", { retries: { baseDelay: "5" } }],
    ["null for headers", { headers: null }],
    ["a Request for headers", { headers: new Request("https://x.example.com") }],
    ["an object for a header", { headers: { "X-A": {} } }],
    ["text for a size", { maxResponseSize: "1" }],
  ];
  test.each(options)("options of a call: %s", async (_, given) => {
    const { csbs, requests } = counting();
    expect(await rejection(csbs.countBackups({}, given as CsbsCallOptions))).toBeInstanceOf(CsbsConfigError);
    const wait = waitForBackup(csbs, { checkpoint_item_id: resource_id }, given as object);
    expect(await rejection(wait)).toBeInstanceOf(CsbsConfigError);
    expect(requests).toHaveLength(0);
  });

  test.each<[string, object]>([
    ["null for hooks", { hooks: null }],
    ["a hook that is not a function", { hooks: { onAttempt: {} } }],
    ["an unknown hook", { hooks: { onRetry: () => {} } }],
    ["a fetch that is not a function", { fetch: {} }],
    ["a validator that is not a function", { validate: {} }],
  ])("options of a client: %s", (_, given) => {
    expect(() => testClient(given as Partial<CsbsClientOptions>)).toThrow(CsbsConfigError);
  });

  test("a URL object is an endpoint", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), {
      endpoint: new URL("https://csbs.example.com/prefix") as unknown as string,
    });
    await csbs.countBackups();
    expect(requests[0]?.url).toMatch(/^https:\/\/csbs\.example\.com\/prefix\/v1\//);
  });

  test("a function of the caller that returns something else", async () => {
    const auth = (() => undefined) as never;
    expect(await rejection(testClient({ auth }).countBackups())).toBeInstanceOf(CsbsConfigError);
    const fetch = (async () => ({ ok: true, json: async () => ({ count: 1 }) })) as never;
    expect(await rejection(testClient({ fetch }).countBackups())).toBeInstanceOf(CsbsConfigError);
  });
});

function circular(): object {
  const body: Record<string, unknown> = { protect: {} };
  body.body = body;
  return body;
}

describe("mistakes of others keep their own error", () => {
  const mistake = () => {
    throw new TypeError("a mistake");
  };

  test("of middleware, and a wait ends with it", async () => {
    const { csbs, requests } = counting();
    csbs.http.use({ onResponse: mistake });
    expect(await rejection(csbs.countBackups())).toMatchObject({ name: "TypeError", message: "a mistake" });
    const wait = waitForBackup(csbs, { checkpoint_item_id: resource_id });
    expect(await rejection(wait)).toMatchObject({ name: "TypeError" });
    expect(requests).toHaveLength(2);
  });

  test("of a validator", async () => {
    const { csbs } = stubbedClient(() => json({ count: 1 }), {
      validate: ({ kind }) => (kind === "response" ? mistake() : undefined),
    });
    expect(await rejection(csbs.countBackups())).toMatchObject({ name: "TypeError" });
  });

  test("of hooks are ignored, whether they throw or reject", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    onTestFinished(() => void process.off("unhandledRejection", unhandled));
    for (const onAttempt of [mistake, async () => mistake()]) {
      const { csbs } = stubbedClient(() => json({ count: 1 }), { hooks: { onAttempt } });
      expect(await csbs.countBackups()).toEqual({ count: 1 });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unhandled).not.toHaveBeenCalled();
  });
});

test("by path, the caller's signal ends the reading of a body too", async () => {
  const endpoint = await startServer((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).write('{"cou');
  });
  const controller = new AbortController();
  const path = { project_id: projectId };
  const call = testClient({ endpoint }).http.GET("/v1/{project_id}/checkpoint_items/count", {
    params: { path },
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(new Error("enough")), 100);
  expect(await rejection(call)).toMatchObject({ message: "enough" });
});

test("middleware is counted as often as it is registered, and not when it is refused", async () => {
  const seen: string[] = [];
  const first = { onRequest: () => void seen.push("first") };
  const { csbs } = counting();
  csbs.http.use(first, first);
  csbs.http.eject(first);
  await csbs.countBackups();
  expect(seen).toEqual(["first"]);
  expect(() => csbs.http.use(first, {} as never)).toThrow();
  await csbs.countBackups();
  expect(seen).toEqual(["first", "first", "first"]);
});

describe("a token that IAM refuses for now", () => {
  const token = () =>
    Response.json(
      { token: { expires_at: new Date(Date.now() + 10_000).toISOString() } },
      { status: 201, headers: { "X-Subject-Token": "a-token" } },
    );
  const signingIn = (responses: (() => Response)[]) => {
    const asked = vi.fn(async () => (responses.shift() ?? token)());
    const user = { username: "u", password: "a password", userDomain: "d", project: "p" };
    return {
      asked,
      auth: keystonePassword({ authUrl: "https://iam.example.com/v3", ...user, fetch: asked }),
    };
  };
  const checkpoint = { checkpoint: { id: "f672a1bb-6912-446a-816c-72792c5263e0" } };

  test.each([429, 503])("with %i is asked for again, for an order too: nothing was sent", async (status) => {
    const { asked, auth } = signingIn([() => Response.json({}, { status, headers: { "Retry-After": "0" } })]);
    const { csbs, requests } = stubbedClient(() => json(checkpoint), { auth, retries: 1 });
    await csbs.createBackup(order);
    expect([asked.mock.calls.length, requests.length]).toEqual([2, 1]);
  });

  test("with 401 is not", async () => {
    const { asked, auth } = signingIn([() => Response.json({}, { status: 401 })]);
    const { csbs } = stubbedClient(() => json(checkpoint), { auth, retries: 1 });
    expect(await rejection(csbs.createBackup(order))).toMatchObject({ status: 401 });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("lives half its time, where that is shorter than renewBefore", async () => {
    const { asked, auth } = signingIn([]);
    const { csbs } = stubbedClient(() => json({ count: 1 }), { auth });
    for (let call = 0; call < 5; call++) await csbs.countBackups();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

test("a clock that is set back takes nothing from the budget of retries", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const budget = new RetryBudget();
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(budget.take()).toBe(true);
});

test("an iterator that is ended gives what was asked for before", async () => {
  const { csbs } = stubbedClient(() => json({ checkpoint_items: [{ id: "1" }, { id: "2" }] }));
  const backups = paginate(csbs.listBackups)[Symbol.asyncIterator]();
  const [first, end] = await Promise.all([backups.next(), backups.return?.()]);
  expect([first.value?.id, end?.done]).toEqual(["1", true]);
});

describe("anything but a working object causes a typed error", () => {
  test.each<[string, () => unknown]>([
    ["schedule(null)", () => schedule(null as never)],
    ["connect(null)", () => connect(null as never)],
    ["countEverywhere(null)", () => countEverywhere(null as never)],
    ["countEverywhere([null])", () => countEverywhere([null] as never)],
    ["a signal without removeEventListener", () => aborting({ addEventListener: () => {} })],
    [
      "a signal whose addEventListener throws",
      () =>
        aborting({
          addEventListener: () => {
            throw new TypeError("no");
          },
          removeEventListener: () => {},
        }),
    ],
  ])("%s", async (_, act) => {
    expect(await rejection((async () => act())())).toBeInstanceOf(CsbsConfigError);
  });

  const aborting = (signal: object) =>
    counting().csbs.countBackups({}, { signal: { aborted: false, ...signal } as unknown as AbortSignal });

  test("a fetch that throws at once is a broken connection, and an order is not repeated", async () => {
    const fetch = vi.fn((): never => {
      throw new TypeError("at once");
    });
    const csbs = testClient({ fetch, retries: 2 });
    const error = await rejection(csbs.createBackup(order));
    expect([error instanceof CsbsConnectionError, fetch.mock.calls.length]).toEqual([true, 1]);
  });
});
