import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { type KeystonePasswordOptions, keystonePassword } from "../../src/auth/keystone-password.ts";
import { createCsbsClient } from "../../src/client.ts";
import { CsbsApiError, CsbsConfigError, CsbsConnectionError, CsbsTimeoutError } from "../../src/errors.ts";
import { json, projectId, rejection, stubbedClient } from "../support/client.ts";
import { startServer } from "../support/server.ts";

const password = 'p"ss\\wörd/ 1';
const user = { username: "backup-reader", password, userDomain: "OTC-EU-DE-1", project: "eu-de" };
const day = 24 * 60 * 60 * 1000;

interface Asked {
  method: string | undefined;
  path: string | undefined;
  body: { auth: { identity: unknown; scope: unknown } };
}

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };

/** An IAM that hands out token-1, token-2, …, or the n-th given response. */
async function startIam(response: (nth: number, asked: string) => Reply = () => ({})) {
  const asked: Asked[] = [];
  const url = await startServer(async (incoming, outgoing) => {
    let text = "";
    for await (const chunk of incoming) text += chunk;
    const nth = asked.push({ method: incoming.method, path: incoming.url, body: JSON.parse(text) });
    const expires_at = new Date(Date.now() + day).toISOString().replace("Z", "000Z");
    const given = response(nth, text);
    const { status = 201, headers = { "X-Subject-Token": `token-${nth}` } } = given;
    const body = "body" in given ? given.body : { token: { expires_at } };
    outgoing.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return { asked, authUrl: `${url}/v3` };
}

/** Signs a request and resolves to the token on it. */
async function tokenOf(auth: ReturnType<typeof keystonePassword>): Promise<string | undefined> {
  const headers: Record<string, string> = {};
  await auth.sign?.({ method: "GET", url: "https://csbs.example.com/", headers, body: undefined });
  return headers["x-auth-token"];
}

/** Everything that a log could show of an error or an authentication. */
function printed(value: unknown): string {
  const { message, stack, cause } = value as Error;
  const parts = [message, stack, inspect(cause), JSON.stringify(value), String(value)];
  return [...parts, inspect(value, { depth: 9, showHidden: true })].join("\n");
}

/** The text as some programs write it inside JSON: nothing but numbers. */
function numbered(text: string): string {
  return [...text].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

const forms = [password, JSON.stringify(password).slice(1, -1)];

describe("the token request", () => {
  test("asks for a token of the project by its name", async () => {
    const { asked, authUrl } = await startIam();
    expect(await tokenOf(keystonePassword({ ...user, authUrl }))).toBe("token-1");
    const domain = { name: "OTC-EU-DE-1" };
    expect(asked).toEqual([
      {
        method: "POST",
        path: "/v3/auth/tokens",
        body: {
          auth: {
            identity: {
              methods: ["password"],
              password: { user: { name: "backup-reader", password, domain } },
            },
            scope: { project: { name: "eu-de", domain } },
          },
        },
      },
    ]);
  });

  test("takes a slash at the end, another project domain, and prefers the project's ID", async () => {
    const { asked, authUrl } = await startIam();
    await tokenOf(keystonePassword({ ...user, authUrl: `${authUrl}//`, projectDomain: "other" }));
    await tokenOf(keystonePassword({ ...user, authUrl, projectId }));
    expect(asked.map(({ path, body }) => [path, body.auth.scope])).toEqual([
      ["/v3/auth/tokens", { project: { name: "eu-de", domain: { name: "other" } } }],
      ["/v3/auth/tokens", { project: { id: projectId } }],
    ]);
  });

  test("goes through the fetch that is given, else the global one of the moment", async () => {
    const { authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    const given = vi.fn(globalThis.fetch);
    await tokenOf(keystonePassword({ ...user, authUrl, fetch: given }));
    expect(given).toHaveBeenCalledOnce();
    const global = vi.fn(globalThis.fetch);
    vi.stubGlobal("fetch", global);
    await tokenOf(auth);
    expect(global).toHaveBeenCalledOnce();
  });
});

describe("a token", () => {
  test("serves all calls; 50 at once ask for it once", async () => {
    const { asked, authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), { auth });
    await Promise.all(Array.from({ length: 50 }, () => csbs.countBackups()));
    await csbs.countBackups();
    expect(new Set(requests.map(({ headers }) => headers.get("x-auth-token")))).toEqual(new Set(["token-1"]));
    expect([requests.length, asked.length]).toEqual([51, 1]);
  });

  for (const [title, renewBefore, before] of [
    ["five minutes", undefined, 300_000],
    ["renewBefore", 1000, 1000],
  ] as const) {
    test(`is renewed ${title} before it expires`, async () => {
      vi.useFakeTimers({ toFake: ["Date"] });
      const { asked, authUrl } = await startIam();
      const auth = keystonePassword({ ...user, authUrl, renewBefore });
      const expires = Date.now() + day;
      expect(await tokenOf(auth)).toBe("token-1");
      vi.setSystemTime(expires - before - 1);
      expect(await tokenOf(auth)).toBe("token-1");
      vi.setSystemTime(expires - before + 1000);
      expect(await Promise.all([tokenOf(auth), tokenOf(auth)])).toEqual(["token-2", "token-2"]);
      vi.useRealTimers();
      expect(asked).toHaveLength(2);
    });
  }
});

describe("a 401 of the service", () => {
  test("gets another token, once", async () => {
    const { asked, authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    expect(auth.refused?.()).toBe(false);
    expect(await tokenOf(auth)).toBe("token-1");
    expect(auth.refused?.()).toBe(true);
    expect(await tokenOf(auth)).toBe("token-2");
    expect(auth.refused?.()).toBe(false);
    expect(await tokenOf(auth)).toBe("token-2");
    expect(asked).toHaveLength(2);
  });

  test("that comes late still concerns the token before, and costs no further one", async () => {
    const { asked, authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    await Promise.all([tokenOf(auth), tokenOf(auth), tokenOf(auth)]);
    expect(auth.refused?.()).toBe(true);
    expect(auth.refused?.()).toBe(true);
    expect(await tokenOf(auth)).toBe("token-2");
    expect(auth.refused?.()).toBe(true);
    expect(await tokenOf(auth)).toBe("token-2");
    expect(auth.refused?.()).toBe(false);
    expect(asked).toHaveLength(2);
  });

  test("drops a replacement that had served a while", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    await tokenOf(auth);
    auth.refused?.();
    await tokenOf(auth);
    vi.advanceTimersByTime(60_000);
    expect(auth.refused?.()).toBe(true);
    expect(await tokenOf(auth)).toBe("token-3");
    vi.useRealTimers();
  });

  test("makes the client try once more, for every call that was in progress", async () => {
    const { asked, authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    const { csbs, requests } = stubbedClient(
      ({ headers }) =>
        headers.get("x-auth-token") === "token-1" ? json({}, { status: 401 }) : json({ count: 7 }),
      { auth },
    );
    const counts = await Promise.all(Array.from({ length: 20 }, () => csbs.countBackups()));
    expect(counts).toEqual(Array.from({ length: 20 }, () => ({ count: 7 })));
    expect([requests.length, asked.length]).toEqual([40, 2]);
  });
});

describe("a failed token request", () => {
  const fault = {
    status: 401,
    body: { error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" } },
  };

  test("rejects all that wait for it, and is tried anew by the next call", async () => {
    const { asked, authUrl } = await startIam((nth) => (nth === 1 ? fault : {}));
    const auth = keystonePassword({ ...user, authUrl });
    const errors = await Promise.all(Array.from({ length: 10 }, () => rejection(tokenOf(auth))));
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toBeInstanceOf(CsbsApiError);
    expect(errors[0]).toMatchObject({ status: 401, code: "Unauthorized", operation: undefined });
    expect((errors[0] as Error).message).toBe("IAM responded 401 Unauthorized");
    expect(await tokenOf(auth)).toBe("token-2");
    expect(asked).toHaveLength(2);
  });

  test("reaches the caller of the client", async () => {
    const { authUrl } = await startIam(() => fault);
    const { csbs, requests } = stubbedClient(() => json({}), {
      auth: keystonePassword({ ...user, authUrl }),
    });
    expect(await rejection(csbs.countBackups())).toBeInstanceOf(CsbsApiError);
    expect(requests).toHaveLength(0);
  });

  const responses: [title: string, response: Reply, expected: object][] = [
    ["HTML", { status: 502, body: "<h1>Bad Gateway</h1>" }, { status: 502, body: undefined }],
    ["200 instead of 201", { status: 200, body: {} }, { status: 200, name: "CsbsApiError" }],
    ["201 without the header", { headers: {} }, { status: 201, name: "CsbsResponseError" }],
    [
      "201 with a token that no header can carry",
      { headers: { "X-Subject-Token": "token 1" } },
      { name: "CsbsResponseError" },
    ],
    ["201 with HTML", { body: "<html>" }, { name: "CsbsResponseError", body: undefined }],
    ["201 with null", { body: null }, { name: "CsbsResponseError" }],
    ["201 without expires_at", { body: { token: {} } }, { name: "CsbsResponseError" }],
    [
      "201 with another expires_at",
      { body: { token: { expires_at: "soon" } } },
      { name: "CsbsResponseError" },
    ],
  ];
  for (const [title, response, expected] of responses) {
    test(title, async () => {
      const { authUrl } = await startIam(() => response);
      const error = await rejection(tokenOf(keystonePassword({ ...user, authUrl })));
      expect(error).toMatchObject(expected);
      expect(printed(error)).not.toContain("token-1");
    });
  }

  test("no response", async () => {
    const auth = keystonePassword({ ...user, authUrl: "http://127.0.0.1:9/v3" });
    const error = (await rejection(tokenOf(auth))) as Error;
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(error.message).toMatch(
      /^no response from http:\/\/127\.0\.0\.1:9 to a request for a token \(.+\)$/,
    );
  });

  test("no response in time", async () => {
    const url = await startServer(() => {});
    const error = await rejection(tokenOf(keystonePassword({ ...user, authUrl: `${url}/v3`, timeout: 30 })));
    expect(error).toBeInstanceOf(CsbsTimeoutError);
    expect(error).toMatchObject({ timeout: 30 });
  });

  test("a response that breaks off", async () => {
    const url = await startServer((_, response) => {
      response.writeHead(201, { "content-length": "100", "X-Subject-Token": "token-1" });
      response.write("{", () => response.destroy());
    });
    const error = await rejection(tokenOf(keystonePassword({ ...user, authUrl: `${url}/v3` })));
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(printed(error)).not.toContain("token-1");
  });

  test("a redirect is not followed", async () => {
    const { asked, authUrl } = await startIam();
    const url = await startServer((_, response) =>
      response.writeHead(307, { location: `${authUrl}/auth/tokens` }).end(),
    );
    const error = await rejection(tokenOf(keystonePassword({ ...user, authUrl: `${url}/v3` })));
    expect(error).toBeInstanceOf(CsbsConnectionError);
    expect(asked).toHaveLength(0);
  });
});

describe("secrets", () => {
  const echoes: [title: string, body: (asked: string) => unknown][] = [
    ["the request itself", (asked) => asked],
    ["the request as a text inside JSON", (asked) => ({ error: { code: 400, message: `bad: ${asked}` } })],
    ["the password in an unknown shape", () => ({ anything: [{ password }] })],
    ["the password as a program that escapes everything writes it", () => `{"a":"${numbered(password)}"}`],
  ];
  for (const [title, body] of echoes) {
    test(`are not kept of a response that repeats ${title}`, async () => {
      const { authUrl } = await startIam((_, asked) => ({ status: 400, body: body(asked) }));
      const error = await rejection(tokenOf(keystonePassword({ ...user, authUrl })));
      expect(error).toBeInstanceOf(CsbsApiError);
      for (const form of forms) expect(printed(error)).not.toContain(form);
      expect(error).toMatchObject({ status: 400, code: undefined, body: undefined });
    });
  }

  test.each([
    ["as it is", (text: string) => text],
    ["percent-encoded", encodeURIComponent],
    ["in HTML", (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")],
  ])("are gone with a response that is not JSON and has the password %s", async (_, spell) => {
    const spelled = spell(password);
    const { authUrl } = await startIam(() => ({ status: 400, body: `<p>${spelled}</p>` }));
    expect(printed(await rejection(tokenOf(keystonePassword({ ...user, authUrl }))))).not.toContain(spelled);
  });

  test("are not seen in the authentication", async () => {
    const { authUrl } = await startIam();
    const auth = keystonePassword({ ...user, authUrl });
    await tokenOf(auth);
    for (const form of [...forms, "token-1"]) expect(printed(auth)).not.toContain(form);
  });
});

describe("wrong options", () => {
  const authUrl = "https://iam.example.com/v3";
  const changes: [title: string, change: Partial<KeystonePasswordOptions>, message: RegExp][] = [
    ["no URL", { authUrl: "iam.example.com/v3" }, /^authUrl must be an http\(s\) URL/],
    ["another scheme", { authUrl: "ftp://iam.example.com/v3" }, /^authUrl must be an http\(s\) URL/],
    ["no version", { authUrl: "https://iam.example.com" }, /^authUrl must .* ends in \/v3/],
    ["the whole path", { authUrl: `${authUrl}/auth/tokens` }, /^authUrl must .* ends in \/v3/],
    ["a user in the URL", { authUrl: "https://me:secret@iam.example.com/v3" }, /^authUrl must have no user/],
    ["a query in the URL", { authUrl: `${authUrl}?x=1` }, /^authUrl must have no user, password, query/],
    ["plain http", { authUrl: "http://iam.example.com/v3" }, /^authUrl must be https/],
    ["an empty projectId", { projectId: "" }, /^projectId is missing/],
    [
      "a name for projectId",
      { projectId: "eu-de_shop" },
      /must be the ID of the project, 32 hex digits, not its name/,
    ],
    ["an empty projectDomain", { projectDomain: "" }, /^projectDomain is missing/],
    ["a timeout of 0", { timeout: 0 }, /^timeout must be/],
    ["a renewBefore that is not a number", { renewBefore: Number.NaN }, /^renewBefore must be/],
  ];
  for (const [title, change, message] of changes) {
    test(title, () => {
      const make = () => keystonePassword({ ...user, authUrl, ...change });
      expect(make).toThrow(CsbsConfigError);
      expect(make).toThrow(message);
      expect(make).not.toThrow(/secret|p"ss/);
    });
  }

  test("what is missing is named at once when a client is created", () => {
    const nothing = { authUrl: undefined, username: "", password: undefined, userDomain: "" };
    const create = (change: object) =>
      createCsbsClient({ region: "eu-de", auth: keystonePassword({ ...nothing, ...change }) });
    expect(() => create({})).toThrow(CsbsConfigError);
    expect(() => create({})).toThrow(
      "missing: authUrl (usually OS_AUTH_URL), username (usually OS_USERNAME), password (usually OS_PASSWORD), userDomain (usually OS_USER_DOMAIN_NAME), project or projectId (usually OS_PROJECT_NAME or OS_PROJECT_ID)",
    );
    expect(() => create({ ...user, authUrl, project: "" })).toThrow(/^missing: project or projectId/);
  });

  test("plain http is for this machine, or for those who ask for it", () => {
    const url = "http://iam.example.com/v3";
    expect(() => keystonePassword({ ...user, authUrl: url, allowHttp: true })).not.toThrow();
    for (const host of ["localhost", "127.0.0.1:35357", "[::1]"]) {
      expect(() => keystonePassword({ ...user, authUrl: `http://${host}/v3` })).not.toThrow();
    }
  });
});

test("a request for a token that nobody waits for any more ends with its connection", async () => {
  let closed = 0;
  const url = await startServer((request) => void request.socket.once("close", () => closed++));
  const auth = keystonePassword({ ...user, authUrl: `${url}/v3` });
  const { csbs } = stubbedClient(() => json({ count: 1 }), { auth });
  const controllers = [new AbortController(), new AbortController()];
  const calls = controllers.map(({ signal }) => rejection(csbs.countBackups({}, { signal })));
  await new Promise((resolve) => setTimeout(resolve, 100));
  controllers[0]?.abort();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(closed).toBe(0);
  controllers[1]?.abort();
  await Promise.all(calls);
  await vi.waitFor(() => expect(closed).toBe(1));
});
