import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { type AccessKeyOptions, accessKey } from "../../src/auth/access-key.ts";
import {
  canonicalPath,
  canonicalQuery,
  canonicalRequest,
  importKey,
  signatureOf,
  signingDate,
} from "../../src/auth/signing.ts";
import { createCsbsClient } from "../../src/client.ts";
import { CsbsConfigError } from "../../src/errors.ts";
import { json, projectId, rejection, stubbedClient } from "../support/client.ts";
import { startRecorder, startServer } from "../support/server.ts";
import signatures from "./signatures.json" with { type: "json" };

const keys = { accessKey: signatures.accessKey, secretKey: signatures.secretKey };
const date = Date.parse(signatures.date);

interface SignedCase {
  name: string;
  method: string;
  url: string;
  contentType?: string;
  body?: string;
  securityToken?: string;
  projectId?: string;
  authorization: string;
}

/** Signs one request by what accessKey() returns, and resolves to its headers. */
async function sign(options: AccessKeyOptions, request: Partial<SignedCase> = {}): Promise<Headers> {
  const { method = "GET", url = `https://csbs.example.com/v1/${projectId}/quotas`, body } = request;
  const headers: Record<string, string> =
    request.contentType === undefined ? {} : { "content-type": request.contentType };
  await accessKey(options).sign?.({ method, url, headers, body });
  return new Headers(headers);
}

describe("the vendors' published signatures", () => {
  // API Request Signing Guide, "AK/SK Signing and Authentication Algorithm", and TestAKSKSigner of
  // huaweicloud-sdk-java-v3. The guide's pages show every step of one request.
  const guide = {
    method: "GET",
    url: "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    headers: {
      "content-type": "application/json",
      host: "service.region.example.com",
      "x-sdk-date": "20191115T033655Z",
    },
    body: undefined,
  };
  const guideKeys = { ak: "QTWAOYTTINDUT2QVKYUC", sk: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" };

  // signer_test.go of huaweicloud-sdk-go-v3; its encoder ends a body with a line break.
  const go = { headers: { "x-sdk-date": "20060102T150405Z" }, url: "https://example.huaweicloud.com/path" };
  const goBody = '{"Name":"test","Id":1}\n';

  const published = [
    {
      from: "signing guide and Java SDK",
      request: guide,
      secret: guideKeys.sk,
      signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
    },
    {
      from: "Java SDK, without a query",
      request: {
        ...guide,
        url: "https://service.test-region-1.myhuaweicloud.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
        headers: { ...guide.headers, host: "service.test-region-1.myhuaweicloud.com" },
      },
      secret: guideKeys.sk,
      signature: "4a30e690c3032a1975323588d79e858f188834f91df411a47ada7def6ad8081f",
    },
    {
      from: "Go SDK, GET",
      request: { ...go, method: "GET", url: `${go.url}?limit=1`, body: undefined },
      secret: "SecretKey",
      signature: "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624",
    },
    {
      from: "Go SDK, POST",
      request: { ...go, method: "POST", url: `${go.url}?key=value`, body: goBody },
      secret: "SecretKey",
      signature: "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59",
    },
  ];
  for (const { from, request, secret, signature } of published) {
    test(from, async () => {
      const { subtle } = globalThis.crypto;
      const key = await importKey(subtle, secret);
      const date = request.headers["x-sdk-date"];
      expect(await signatureOf(subtle, { key, date, request })).toBe(signature);
    });
  }

  test("the canonical request of the signing guide has the hash that the guide prints", async () => {
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const text = canonicalRequest(guide, empty);
    expect(text.split("\n").slice(0, 3)).toEqual([
      "GET",
      "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/",
      "limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    ]);
    const hash = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    expect(Buffer.from(hash).toString("hex")).toBe(
      "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
    );
  });

  test("the canonical query of the Go SDK", () => {
    const query = new URLSearchParams({
      limit: "1",
      enable: "true",
      test: "一 (&=?!#%.*)",
      path: "/tmp/123",
    });
    for (const value of ["1", "2", "3"]) query.append("multi", value);
    expect(canonicalQuery(query)).toBe(
      "enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29",
    );
  });
});

describe(`the same Authorization as ${signatures.implementation}`, () => {
  for (const expected of signatures.cases as SignedCase[]) {
    test(expected.name, async () => {
      const { securityToken, projectId } = expected;
      const headers = await sign({ ...keys, securityToken, projectId, now: () => date }, expected);
      expect(headers.get("authorization")).toBe(expected.authorization);
      expect(headers.get("x-sdk-date")).toBe("20261118T093005Z");
    });
  }
});

describe("a signed request", () => {
  test("names the project of its path, unless another one is given", async () => {
    expect((await sign(keys)).get("x-project-id")).toBe(projectId);
    expect((await sign(keys, { url: "https://csbs.example.com/v1" })).has("x-project-id")).toBe(false);
    expect((await sign({ ...keys, projectId: "sub" })).get("x-project-id")).toBe("sub");
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), { auth: accessKey(keys) });
    await csbs.countBackups({}, { headers: { "X-Project-Id": "caller" } });
    expect(requests[0]?.headers.get("x-project-id")).toBe("caller");
  });

  test("carries the security token only where there is one", async () => {
    expect((await sign(keys)).has("x-security-token")).toBe(false);
    const headers = await sign({ ...keys, securityToken: "temporary" });
    expect(headers.get("x-security-token")).toBe("temporary");
    expect(headers.get("authorization")).toContain("x-security-token,");
  });

  test("is signed with the time of each attempt", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: date });
    const auth = accessKey(keys);
    const first: Record<string, string> = {};
    const second: Record<string, string> = {};
    const request = { method: "GET", url: "https://csbs.example.com/", body: undefined };
    await auth.sign?.({ ...request, headers: first });
    vi.setSystemTime(date + 61_000);
    await auth.sign?.({ ...request, headers: second });
    vi.useRealTimers();
    expect([first, second].map((headers) => headers["x-sdk-date"])).toEqual([
      "20261118T093005Z",
      "20261118T093106Z",
    ]);
    expect(first.authorization).not.toBe(second.authorization);
  });

  test("arrives as it was signed", async () => {
    const recorder = await startRecorder(
      await startServer((_, response) => response.end('{"policy":{"id":"1"}}')),
    );
    const { csbs } = stubbedClient(() => json({}), {
      endpoint: recorder.url,
      auth: accessKey(keys),
      fetch: undefined,
    });
    await csbs.countBackups({ start_time: new Date(date), name: "ü ~*!'()" } as object);
    const [arrived] = recorder.requests;
    const { authorization = "", ...headers } = arrived?.headers ?? {};
    const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(";") ?? [];
    const { subtle } = globalThis.crypto;
    const signature = await signatureOf(subtle, {
      key: await importKey(subtle, keys.secretKey),
      date: String(headers["x-sdk-date"]),
      request: {
        method: arrived?.method ?? "",
        url: recorder.url + arrived?.target,
        headers: Object.fromEntries(names.map((name) => [name, String(headers[name])])),
        body: arrived?.body,
      },
    });
    expect(names).toEqual(["host", "x-project-id", "x-sdk-date"]);
    expect(authorization).toMatch(new RegExp(`, Signature=${signature}$`));
  });

  test("as a Request of the platform keeps its body", async () => {
    const url = `https://csbs.example.com/v1/${projectId}/policies`;
    const auth = accessKey({ ...keys, now: () => date });
    const headers = { "content-type": "application/json" };
    const signed = await auth(new Request(url, { method: "POST", body: "{}", headers }));
    const light = await sign(
      { ...keys, now: () => date },
      { url, method: "POST", body: "{}", contentType: "application/json" },
    );
    expect(await signed.text()).toBe("{}");
    expect(signed.headers.get("authorization")).toBe(light.get("authorization"));
  });

  test("is not tried again with the same key", () => {
    expect(accessKey(keys).refused?.()).toBe(false);
  });
});

describe("wrong options", () => {
  const options: [title: string, change: Partial<AccessKeyOptions>, message: RegExp][] = [
    ["an empty securityToken", { securityToken: "" }, /^securityToken is missing/],
    ["an empty projectId", { projectId: "" }, /^projectId is missing/],
    ["a secretKey with a line break", { secretKey: `${keys.secretKey}\n` }, /^secretKey holds a blank/],
    ["a securityToken with a blank", { securityToken: "tem porary" }, /^securityToken holds a blank/],
  ];
  for (const [title, change, message] of options) {
    test(title, () => {
      expect(() => accessKey({ ...keys, ...change })).toThrow(CsbsConfigError);
      expect(() => accessKey({ ...keys, ...change })).toThrow(message);
      expect(() => accessKey({ ...keys, ...change })).not.toThrow(keys.secretKey);
    });
  }

  test("what is missing is named at once when a client is created", () => {
    const create = () =>
      createCsbsClient({ region: "eu-de", auth: accessKey({ accessKey: undefined, secretKey: "" }) });
    expect(create).toThrow(CsbsConfigError);
    expect(create).toThrow(
      /^missing: accessKey \(usually OS_ACCESS_KEY\), secretKey \(usually OS_SECRET_KEY\)$/,
    );
  });

  for (const crypto of [undefined, {}]) {
    test(`crypto is ${inspect(crypto)}, as on an insecure page`, () => {
      vi.stubGlobal("crypto", crypto);
      expect(() => accessKey(keys)).toThrow(CsbsConfigError);
      expect(() => accessKey(keys)).toThrow(/needs WebCrypto \(crypto\.subtle\)/);
    });
  }
});

test("the secret is nowhere to be seen", async () => {
  const auth = accessKey({ ...keys, securityToken: "temporary-token" });
  const { csbs } = stubbedClient(() => json({ error_code: "APIGW.0301", error_msg: "no" }, { status: 401 }), {
    auth,
  });
  const error = (await rejection(csbs.countBackups())) as Error;
  const seen = [inspect(auth, { depth: 9, showHidden: true }), JSON.stringify(auth), String(auth)];
  seen.push(inspect(error, { depth: 9 }), JSON.stringify(error), error.message);
  for (const text of seen) {
    expect(text ?? "").not.toContain(keys.secretKey);
    expect(text ?? "").not.toContain("temporary-token");
  }
});

test("a key that was imported cannot be read out", async () => {
  const key = await importKey(globalThis.crypto.subtle, keys.secretKey);
  expect(key.extractable).toBe(false);
  expect(key.usages).toEqual(["sign"]);
});

describe("canonical parts", () => {
  test("a path with escapes that are not UTF-8 keeps them", () => {
    expect(canonicalPath("/a%FFb/%zz/%C3%BC")).toBe("/a%25FFb/%25zz/%C3%BC/");
  });

  test("headers are sorted by name, not by line", () => {
    const headers = { "x-a-b": "1", "x-a": " 2 ", host: "h" };
    const text = canonicalRequest({ method: "get", url: "https://h/", headers, body: undefined }, "hash");
    expect(text).toBe("GET\n/\n\nhost:h\nx-a:2\nx-a-b:1\n\nhost;x-a;x-a-b\nhash");
  });

  test("a date has no fraction of a second", () => {
    expect(signingDate(Date.parse("2019-11-15T03:36:55.999Z"))).toBe("20191115T033655Z");
  });
});
