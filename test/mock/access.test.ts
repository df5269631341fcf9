import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { isAllowedHost } from "../../src/mock/http/access.ts";
import { type MockOptions, startMock } from "../../src/mock.ts";
import { projectId } from "../support/client.ts";

const options = { host: "127.0.0.1", allowedHosts: [] as string[], allowedOrigins: [] };

describe("a Host header", () => {
  test.each([
    "localhost",
    "localhost:4010",
    "LOCALHOST",
    "a.localhost:1",
    "127.0.0.1:4010",
    "127.9.9.9",
    "[::1]:4010",
    "192.168.1.5:80",
    "[fe80::1]",
    "localhost.",
    "",
  ])("%j is allowed", (host) => {
    expect(isAllowedHost(host, options)).toBe(true);
  });

  test.each([
    "evil.example",
    "evil.example:4010",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "localhost@evil.example",
    "[::1",
    "1.2.3",
    "evil.example:80:80",
  ])("%j is not", (host) => {
    expect(isAllowedHost(host, options)).toBe(false);
  });

  test("is allowed by the address that the mock listens on, by allowedHosts, or all by *", () => {
    expect(isAllowedHost("box:4010", { ...options, host: "box" })).toBe(true);
    expect(isAllowedHost("Mock:4010", { ...options, allowedHosts: ["mock"] })).toBe(true);
    expect(isAllowedHost("other", { ...options, allowedHosts: ["mock"] })).toBe(false);
    expect(isAllowedHost("other", { ...options, allowedHosts: ["*"] })).toBe(true);
  });

  test("that is not allowed is refused with what to do", async () => {
    const { url } = await started();
    expect(await statusFor(url, "evil.example")).toEqual([
      403,
      expect.stringMatching(/evil\.example\\" is not allowed; start the mock with it in allowedHosts/),
    ]);
    const { url: open } = await started({ allowedHosts: ["evil.example"] });
    expect(await statusFor(open, "evil.example:80")).toEqual([200, '{"count":10}']);
  });
});

describe("a page of another origin", () => {
  const path = `/v1/${projectId}/checkpoint_items/count`;
  const preflight = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "x-auth-token",
  };

  test.each(["http://localhost:5173", "https://127.0.0.1", "http://[::1]:3000"])(
    "%s may read responses",
    async (origin) => {
      const { url } = await started();
      const response = await fetch(url + path, { headers: { Origin: origin, "X-Auth-Token": "t" } });
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
      const asked = await fetch(url + path, { method: "OPTIONS", headers: { Origin: origin, ...preflight } });
      expect(Object.fromEntries(asked.headers)).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "x-auth-token",
      });
    },
  );

  // A sandboxed frame of any page has the origin null.
  test.each(["https://app.example", "null"])("%s may not, unless it is allowed", async (origin) => {
    for (const [allowedOrigins, expected] of [
      [[], null],
      [["https://other.example"], null],
      [[origin], origin],
      [["*"], origin],
    ] as const) {
      const { url } = await started({ allowedOrigins });
      for (const [method, headers] of [
        ["GET", { "X-Auth-Token": "t" }],
        ["OPTIONS", preflight],
        ["PATCH", {}],
      ] as const) {
        const response = await fetch(url + path, {
          method,
          headers: { Origin: origin, ...headers } as Record<string, string>,
        });
        expect([method, response.headers.get("access-control-allow-origin")]).toEqual([method, expected]);
        expect(response.headers.get("vary")).toBe("origin");
      }
    }
  });
});

async function started(options?: MockOptions) {
  const mock = await startMock(options);
  onTestFinished(() => mock.stop());
  return mock;
}

function statusFor(url: string, host: string): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const headers = { host, "x-auth-token": "t" };
    const sent = request(`${url}/v1/${projectId}/checkpoint_items/count`, { headers }, async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve([response.statusCode, text]);
    });
    sent.on("error", reject).end();
  });
}
