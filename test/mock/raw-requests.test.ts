import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { SpecDocument } from "../../src/mock/description/document.ts";
import { GatewayErrors } from "../../src/mock/faults/gateway-errors.ts";
import { limits } from "../../src/mock/http/limits.ts";
import { type ServerOptions, startServer } from "../../src/mock/server.ts";
import { type Mock, startMock } from "../../src/mock.ts";
import { projectId } from "../support/client.ts";
import { type RawExchange, sendRaw } from "../support/raw.ts";
import { document } from "../support/spec.ts";

let mock: Mock;
const lines: string[] = [];

beforeAll(async () => {
  mock = await startMock({ log: (line) => lines.push(line) });
  return () => mock.stop();
});

const count = `/v1/${projectId}/checkpoint_items/count`;
const policies = `/v1/${projectId}/policies`;

/** A request that says everything that is not given. */
function request({ method = "GET", target = count, headers = "", body = "" } = {}): string {
  const length = body === "" ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: t\r\nConnection: close\r\n${length}${headers}\r\n${body}`;
}

const json = "Content-Type: application/json\r\n";

/** The one response to these bytes. */
async function respond(bytes: string | Uint8Array, options?: Parameters<typeof sendRaw>[2]) {
  const { responses, error } = await sendRaw(mock.url, bytes, options);
  expect([responses.length, error]).toEqual([1, undefined]);
  return responses[0] as RawExchange["responses"][0];
}

async function expectGatewayError(bytes: string | Uint8Array, status: number, code: string, text?: RegExp) {
  const response = await respond(bytes);
  expect(response.status).toBe(status);
  expect(response.headers["content-type"]).toBe("application/json");
  const body = JSON.parse(response.body) as { [field: string]: string };
  expect(body).toEqual({
    error_code: code,
    error_msg: expect.any(String),
    request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  if (text !== undefined) expect(body.error_msg).toMatch(text);
}

describe("a request that the gateway refuses", () => {
  const malformed = "APIGW.0201";
  const unknown = "APIGW.0101";
  const cases: [what: string, bytes: string, status: number, code: string, text?: RegExp][] = [
    [
      "malformed escape in the project",
      request({ target: "/v1/%zz/checkpoint_items/count" }),
      400,
      malformed,
    ],
    ["malformed escape in an ID", request({ target: `/v1/${projectId}/checkpoint_items/%` }), 400, malformed],
    [
      "invalid UTF-8 in an ID",
      request({ target: `/v1/${projectId}/checkpoint_items/%c0%af` }),
      400,
      malformed,
    ],
    ["half a surrogate in an ID", request({ target: `/v1/${projectId}/policies/%ed%a0%80` }), 400, malformed],
    ["malformed escape in a name", request({ target: `${count}?%zz=1` }), 400, malformed],
    ["malformed escape in a value", request({ target: `${count}?name=%` }), 400, malformed],
    ["malformed escape in an unknown path", request({ target: "/%zz" }), 400, malformed],
    [
      "Accept: x",
      request({ headers: "Accept: x\r\n" }),
      406,
      malformed,
      /Accept "x"; accept application\/json/,
    ],
    ["Accept with a q that is not a number", request({ headers: "Accept: */*;q=z, ;;\r\n" }), 406, malformed],
    [
      "Accept of another type",
      request({ headers: "Accept: text/html, application/xml\r\n" }),
      406,
      malformed,
    ],
    [
      "Accept that excludes JSON",
      request({ headers: "Accept: application/json;q=0, */*\r\n" }),
      406,
      malformed,
    ],
    ["charset utf-16", post(`${json.trim()}; charset=utf-16\r\n`), 415, malformed, /in UTF-8/],
    ["charset that is invalid", post(`${json.trim()}; charset=\r\n`), 415, malformed],
    ["malformed parameter", post(`${json.trim()}; charset\r\n`), 415, malformed],
    ["malformed type", post("Content-Type: application\r\n"), 415, malformed],
    ["another type", post("Content-Type: text/plain\r\n"), 415, malformed, /expected application\/json/],
    ["a form", post("Content-Type: application/x-www-form-urlencoded\r\n"), 415, malformed],
    ["a multipart form", post("Content-Type: multipart/form-data\r\n"), 415, malformed],
    ["no Content-Type", post(""), 415, malformed, /Content-Type is missing/],
    ["compressed body", post(`${json}Content-Encoding: gzip\r\n`), 415, malformed, /Content-Encoding "gzip"/],
    [
      "dynamic=true",
      request({ headers: "Prefer: dynamic=true\r\n" }),
      400,
      malformed,
      /dynamic is not supported/,
    ],
    [
      "dynamic=true of tags",
      request({ target: `/v1/${projectId}/checkpoint_items/tags`, headers: "Prefer: dynamic=true\r\n" }),
      400,
      malformed,
    ],
    [
      "unknown example",
      request({ headers: "Prefer: example=nope\r\n" }),
      400,
      malformed,
      /"nope"; expected one of countBackups: someBackups, noBackups/,
    ],
    [
      "example of another status",
      request({ headers: "Prefer: code=404, example=noBackups\r\n" }),
      400,
      malformed,
    ],
    [
      "code 200 that is not documented",
      request({ headers: "Prefer: code=299\r\n" }),
      400,
      malformed,
      /unknown code "299"/,
    ],
    ["code 101", request({ headers: "Prefer: code=101\r\n" }), 400, malformed],
    ["code that is not a number", request({ headers: "Prefer: code=x\r\n" }), 400, malformed],
    ["empty code", request({ headers: "Prefer: code=\r\n" }), 400, malformed],
    ["unknown path", request({ target: "/v1/nothing" }), 404, unknown],
    ["two slashes", request({ target: `/${count}` }), 404, unknown],
    ["host in the path", request({ target: "//evil.example/v1" }), 404, unknown],
    ["empty segment", request({ target: "/v1//checkpoint_items/count" }), 404, unknown],
    ["asterisk", request({ method: "OPTIONS", target: "*" }), 404, unknown],
    ["HTTP/1.0, unknown path", "GET /nothing HTTP/1.0\r\n\r\n", 404, unknown],
    ["another method", request({ method: "PATCH" }), 405, unknown, /no method PATCH; expected GET/],
    ["OPTIONS that is not a preflight", request({ method: "OPTIONS" }), 405, unknown],
    ["TRACE", request({ method: "TRACE" }), 405, unknown],
    ["CONNECT", request({ method: "CONNECT", target: "evil.example:443" }), 405, unknown],
    ["unknown method", request({ method: "BREW" }), 405, unknown],
    ["two hosts", request({ headers: "Host: 127.0.0.1\r\n" }), 400, malformed, /more than one Host/],
    ["no host", `GET ${count} HTTP/1.1\r\nConnection: close\r\n\r\n`, 400, malformed],
    ["not HTTP", "hello\r\n\r\n", 400, malformed],
    ["a TLS handshake", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, malformed],
    ["header without a colon", request({ headers: "broken\r\n" }), 400, malformed],
    ["header with a NUL", request({ headers: "X: a\0b\r\n" }), 400, malformed],
    [
      "two lengths",
      request({ method: "POST", headers: "Content-Length: 1\r\nContent-Length: 2\r\n" }),
      400,
      malformed,
    ],
    [
      "length and chunks",
      request({ method: "POST", headers: "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n" }),
      400,
      malformed,
    ],
    [
      "length that is not a number",
      request({ method: "POST", headers: "Content-Length: x\r\n" }),
      400,
      malformed,
    ],
    [
      "chunk of no length",
      `${request({ method: "POST", headers: "Transfer-Encoding: chunked\r\n" })}zz\r\n`,
      400,
      malformed,
    ],
    ["an expectation", request({ headers: "Expect: tea\r\n" }), 417, malformed, /unsupported Expect "tea"/],
    ["long target", request({ target: `${count}?name=${"x".repeat(limits.target)}` }), 414, malformed],
    ["many parameters", request({ target: `${count}?${"a=1&".repeat(10_000)}` }), 414, malformed],
    [
      "400 kB of headers",
      request({ headers: `X: ${"x".repeat(400_000)}\r\n` }),
      431,
      malformed,
      /^Request headers too large/,
    ],
    ["10,000 headers", request({ headers: "X: xx\r\n".repeat(10_000) }), 431, malformed],
    ["2 MB of headers", request({ headers: `X: ${"x".repeat(2_000_000)}\r\n` }), 431, malformed],
    ["2 MB of target", request({ target: `/${"x".repeat(2_000_000)}` }), 431, malformed],
  ];

  function post(headers: string): string {
    return request({ method: "POST", target: policies, headers, body: "{}" });
  }

  test.each(cases)("%s", async (_, bytes, status, code, text) => {
    await expectGatewayError(bytes, status, code, text);
  });

  test("HEAD gets the status and no body", async () => {
    const { responses } = await sendRaw(mock.url, request({ method: "HEAD" }));
    expect(responses).toEqual([]);
    const status = (await fetch(mock.url + count, { method: "HEAD" })).status;
    expect(status).toBe(405);
  });

  test("the log has one line for each, with the reason", async () => {
    lines.length = 0;
    await respond(request({ headers: "Accept: x\r\n" }));
    expect(lines).toEqual([
      `GET ${count} -> 406`,
      '  refused: unsupported Accept "x"; accept application/json',
    ]);
  });
});

describe("a body", () => {
  const post = (body: string) => request({ method: "POST", target: policies, headers: json, body });

  test("larger than the limit by its length is not read", async () => {
    const bytes = request({
      method: "POST",
      target: policies,
      headers: `${json}Content-Length: 300000000\r\n`,
    });
    await expectGatewayError(bytes, 413, "APIGW.0201", /^Request entity too large: .* 12582912 bytes/);
  });

  test("in chunks, larger than the limit, is not read to its end", async () => {
    const chunk = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    const head = request({
      method: "POST",
      target: policies,
      headers: `${json}Transfer-Encoding: chunked\r\n`,
    });
    await expectGatewayError(head + chunk.repeat(14), 413, "APIGW.0201", /12582912 bytes$/);
  });

  test.each([
    [
      "100,000 unknown fields",
      JSON.stringify({
        policy: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 1])),
      }),
    ],
    [
      "9,000 unknown fields",
      JSON.stringify({
        policy: Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`f${index}`, 1])),
      }),
    ],
    ["four million items", `[${"0,".repeat(4_000_000)}0]`],
    ["a million empty lists in few lists", `[${"[],".repeat(1_000_000)}[]]`],
    ["9,000 lists of 99 levels", `[${`${"[".repeat(98)}${"]".repeat(98)},`.repeat(9000)}0]`],
    ["a million levels", "[".repeat(1_000_000)],
    ["90 levels", `${'{"policy":'.repeat(90)}1${"}".repeat(90)}`],
    ["a field of 10 MB", JSON.stringify({ policy: { ["x".repeat(10_000_000)]: 1 } })],
    ["a string of 10 MB that never ends", `"${"\\".repeat(10_000_000)}`],
    ["__proto__", '{"policy":{"__proto__":{"name":"x"}},"constructor":1}'],
  ])("of %s is refused, and few reasons are kept", async (_, body) => {
    const begun = performance.now();
    const { status } = await respond(post(body));
    expect(status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(5000);
    const { reasons = [] } = mock.requests.at(-1) ?? {};
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.length).toBeLessThanOrEqual(limits.reasons + 1);
    expect(Math.max(...reasons.map((reason) => reason.length))).toBeLessThanOrEqual(limits.reasonLength + 1);
  });

  test("in chunks with extensions and trailers is read", async () => {
    const head = request({
      method: "POST",
      target: policies,
      headers: `${json}Transfer-Encoding: chunked\r\nTrailer: X\r\n`,
    });
    const { status } = await respond(`${head}2;a=b\r\n{}\r\n0\r\nX: y\r\nX-Auth-Token: z\r\n\r\n`);
    expect(status).toBe(400);
    expect(mock.requests.at(-1)).toMatchObject({ body: {}, operation: "createPolicy" });
  });

  test("in two million chunks of a byte takes little memory", async () => {
    const head = request({
      method: "POST",
      target: policies,
      headers: `${json}Transfer-Encoding: chunked\r\n`,
    });
    let most = 0;
    const begun = process.memoryUsage.rss();
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() - begun);
    }, 20);
    onTestFinished(() => clearInterval(timer));
    const { status } = await respond(`${head}${"1\r\n \r\n".repeat(2_000_000)}0\r\n\r\n`);
    expect(status).toBe(400);
    expect(most).toBeLessThan(150 * 1024 * 1024);
  });

  test("is asked for with 100 Continue, and refused without where it is too large", async () => {
    const headers = `${json}Expect: 100-continue\r\n`;
    const small = await sendRaw(mock.url, post("{}").replace(json, headers));
    expect(small.responses.map(({ status }) => status)).toEqual([100, 400]);
    const large = await sendRaw(
      mock.url,
      request({ method: "POST", target: policies, headers: `${headers}Content-Length: 99999999\r\n` }),
    );
    expect(large.responses.map(({ status }) => status)).toEqual([413]);
  });
});

describe("a connection", () => {
  const keepAlive = (target = count) => request({ target }).replace("Connection: close\r\n", "");

  test("that is half closed gets its response", async () => {
    expect((await respond(request(), { halfClose: true })).status).toBe(200);
  });

  test("gets pipelined responses in order, the last one of what cannot be read", async () => {
    const bytes = `${keepAlive()}${keepAlive("/nothing")}${keepAlive("/%zz")}${keepAlive()}garbage\r\n\r\n`;
    const { responses, error } = await sendRaw(mock.url, bytes);
    expect(error).toBeUndefined();
    expect(responses.map(({ status }) => status)).toEqual([200, 404, 400, 200, 400]);
  });

  test("that asks for an upgrade gets the response of HTTP", async () => {
    const bytes = request({ headers: "Upgrade: websocket\r\n" }).replace("close", "Upgrade");
    const { responses } = await sendRaw(mock.url, bytes + bytes);
    expect(responses.map(({ status }) => status)).toEqual([200]);
    // A request behind it is not read, and the client must know that.
    expect(responses[0]?.headers.connection).toBe("close");
  });

  test("takes a target in absolute form, by an allowed host", async () => {
    expect((await respond(request({ target: `http://127.0.0.1:1${count}` }))).status).toBe(200);
    expect((await respond(request({ target: `http://evil.example${count}` }))).status).toBe(403);
    expect((await respond(request({ target: "http://127.0.0.1" }))).status).toBe(300);
  });

  test("has every response in the log, to preflights and Expect too", async () => {
    lines.length = 0;
    const expects = request({ headers: "Expect: tea\r\n" });
    expect((await respond(expects)).status).toBe(417);
    expect(mock.requests.at(-1)).toMatchObject({ method: "GET", target: count, status: 417 });
    expect((await respond(expects.replace("localhost", "evil.example"))).status).toBe(403);
    const preflight = "Origin: http://localhost\r\nAccess-Control-Request-Method: GET\r\n";
    expect((await respond(request({ method: "OPTIONS", headers: preflight }))).status).toBe(204);
    expect(mock.requests.at(-1)).toMatchObject({ method: "OPTIONS", target: count, status: 204 });
    expect(lines.filter((line) => line.includes("->"))).toEqual([
      `GET ${count} -> 417`,
      `GET ${count} -> 403`,
      `OPTIONS ${count} -> 204`,
    ]);
  });

  test("that is closed in the middle of a request leaves the mock running", async () => {
    await sendRaw(mock.url, request({ method: "POST", headers: "Content-Length: 10\r\n" }), {
      halfClose: true,
    });
    await sendRaw(mock.url, "GET /v1", { halfClose: true });
    expect((await respond(request())).status).toBe(200);
  });
});

describe("a server", () => {
  const started = async (options: Partial<ServerOptions> = {}) => {
    const lines: string[] = [];
    const server = await startServer({
      port: 0,
      host: "127.0.0.1",
      allowedHosts: [],
      allowedOrigins: [],
      errors: new GatewayErrors(new SpecDocument(document)),
      log: (line) => lines.push(line),
      run: () => Promise.reject(new Error("unused")),
      ...options,
    });
    onTestFinished(() => server.stop());
    return { ...server, lines };
  };

  test("says that it failed itself", async () => {
    const { url, lines } = await started({
      run: async () => {
        throw new TypeError("injected\r\nfailure");
      },
    });
    const { responses } = await sendRaw(url, request());
    expect(responses[0]?.status).toBe(500);
    expect(JSON.parse(responses[0]?.body ?? "")).toEqual({
      error_code: "MOCK.0500",
      error_msg: expect.stringMatching(/^the mock failed: TypeError: injected[\s\S]*please report it$/),
    });
    expect(lines).toEqual([
      expect.stringMatching(/^GET \S+ -> 500 \(the mock failed: .*\\u000d\\u000afailure/),
    ]);
  });

  test.each([
    ["headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX: "],
    ["a body", `POST ${policies} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{`],
    ["a request", ""],
  ])("does not wait for %s forever", async (_, bytes) => {
    const { url } = await started({ timeouts: { headers: 300, request: 600 } });
    const { responses } = await sendRaw(url, bytes);
    expect(responses.map(({ status }) => status)).toEqual([408]);
  });
});
