import { describe, expect, test } from "vitest";
import { CsbsConfigError, createCsbsClient, token } from "../../src/index.ts";
import { json, rejection, secret, stubbedClient } from "../support/client.ts";

describe("token()", () => {
  test("sends a fixed token", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), { auth: token(secret) });
    await csbs.countBackups();
    expect(requests[0]?.headers.get("x-auth-token")).toBe(secret);
  });

  test("asks a function before every request, also one that promises", async () => {
    let asked = 0;
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), {
      auth: token(async () => `token-${++asked}`),
    });
    await csbs.countBackups();
    await csbs.countBackups();
    expect(requests.map(({ headers }) => headers.get("x-auth-token"))).toEqual(["token-1", "token-2"]);
  });

  for (const missing of [undefined, ""]) {
    test(`${JSON.stringify(missing)} is refused when a client is created`, () => {
      const auth = token(missing);
      expect(() => createCsbsClient({ region: "eu-de", auth })).toThrow(CsbsConfigError);
      expect(() => createCsbsClient({ region: "eu-de", auth })).toThrow(
        /^missing: token \(usually OS_TOKEN\)$/,
      );
      // Outside a client it does not pass for an authentication either.
      expect(() => auth(new Request("https://example.com"))).toThrow(CsbsConfigError);
    });
  }

  test("refuses what no header can carry, without repeating it", () => {
    for (const bad of [`${secret}\n`, `${secret}\r\nX-Evil: 1`, `Bearer ${secret}`, `${secret}\u00e9`]) {
      expect(() => token(bad)).toThrow(/the token holds a blank/);
      expect(() => token(bad)).not.toThrow(secret);
    }
  });

  test("refuses what a function returns, before anything is sent", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), { auth: token(() => "") });
    expect(await rejection(csbs.countBackups())).toBeInstanceOf(CsbsConfigError);
    expect(requests).toHaveLength(0);
  });

  test("passes on what a function throws", async () => {
    const reason = new Error("vault is sealed");
    const { csbs } = stubbedClient(() => json({ count: 1 }), { auth: token(() => Promise.reject(reason)) });
    expect(await rejection(csbs.countBackups())).toBe(reason);
  });
});

test("any function may authenticate, and may return another request", async () => {
  const { csbs, requests } = stubbedClient(() => json({ count: 1 }), {
    auth: (request) =>
      new Request(request, { headers: { Authorization: "SDK-HMAC-SHA256 …".replace("…", "x") } }),
  });
  await csbs.countBackups();
  expect(requests[0]?.headers.get("authorization")).toBe("SDK-HMAC-SHA256 x");
});
