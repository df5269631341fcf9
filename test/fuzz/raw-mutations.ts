import { readFileSync } from "node:fs";

/** A random number below `limit`, whole. */
export type Random = (limit: number) => number;

/** Mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

interface Fixture {
  request: {
    method: string;
    path: string;
    query: [string, string][];
    headers: { [name: string]: string };
    body?: unknown;
  };
}

const { cases } = JSON.parse(
  readFileSync(new URL("../../generated/fixtures.json", import.meta.url), "utf8"),
) as { cases: Fixture[] };

const methods = [
  "GET",
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "BREW",
  "get",
  "",
];
const targets = [
  "*",
  "/",
  "//",
  "//evil.example/",
  "http://localhost/v1",
  "http://evil.example/v1",
  "https://",
  "/%zz",
  "/%c0%af",
  "/%00",
  "/..",
  "/v1/../v3",
  "/v3",
  "/v3/auth/tokens",
  "/v3/auth/catalog",
  "/v1/%2e%2e/policies",
  "?",
  "/?%",
  "/#",
  "\\",
  "é",
];
const pieces = [
  "%zz",
  "%",
  "%c0%af",
  "%ed%a0%80",
  "%00",
  "%0d%0a",
  "%2f",
  "%25",
  "\0",
  "\r\n",
  "\n",
  "\r",
  "\r\n\r\n",
  " ",
  "\t",
  "é",
  "\u2028",
  "💀",
  "/",
  "//",
  "/../",
  "?",
  "&",
  "&&",
  "=",
  "&a=1",
  "&status=error&status=error",
  "?limit=1e9",
  "&__proto__=1",
  "#",
  ";",
  ",",
  '"',
  "'",
  "{",
  "}",
  "[",
  "]",
  ":",
  "{}",
  "[]",
  "null",
  "true",
  "-1",
  "1e999",
  "\\",
  "\\u0000",
  "\\ud800",
  '"__proto__":{},',
  "constructor",
  "$" + "{x}",
  "..",
  "*",
  "a".repeat(300),
  "[".repeat(200),
  "0,".repeat(200),
  "HTTP/1.1",
  "HTTP/1.0",
  "HTTP/9.9",
];
const headers = [
  "Accept: x",
  "Accept: */*;q=z, ;;",
  "Accept: application/json;q=0",
  "Accept:",
  "Accept: */*",
  `Accept: ${"a/b,".repeat(500)}`,
  "Content-Type: application/json; charset=utf-16",
  "Content-Type: x",
  "Content-Type: multipart/form-data",
  "Content-Type:",
  "Content-Type: application/x-www-form-urlencoded",
  "Content-Encoding: gzip",
  "Prefer: dynamic=true",
  "Prefer: code=404",
  "Prefer: code=",
  "Prefer: example=x",
  "Prefer: code=99999999999",
  "Prefer: ;;==,",
  'Prefer: code="404", example="apiNotFound"',
  "Prefer: code=204",
  "Expect: 100-continue",
  "Expect: x",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Connection: close",
  "Connection: keep-alive, x",
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: gzip, chunked",
  "Transfer-Encoding: x",
  "Content-Length: 0",
  "Content-Length: 5",
  "Content-Length: -1",
  "Content-Length: 99999999999",
  "Content-Length: 18446744073709551616",
  "Host: evil.example",
  "Host:",
  "Host: [::1",
  "Host: a b",
  "X-Auth-Token:",
  "Authorization: SDK-HMAC-SHA256 x",
  "Authorization: Basic eA==",
  "X-Sdk-Date: 1",
  "Origin: null",
  "Origin: http://evil.example",
  "Access-Control-Request-Method: POST",
  "Access-Control-Request-Headers: x\ty",
  "Trailer: X",
  "TE: trailers",
  "__proto__: x",
  "constructor: x",
  `X: ${"y".repeat(5000)}`,
  "X : y",
  ": y",
  "X",
  "Range: bytes=0-",
  "If-Match: *",
  "Cookie: a=b",
  "Cookie: __proto__=x",
];

/** A request of the fixtures, with one to four mutations. */
export function mutatedRequest(random: Random): Buffer {
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)] as Item;
  const { request } = pick(cases);
  const query = request.query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  let method = request.method;
  let target = query === "" ? request.path : `${request.path}?${query}`;
  const lines = [
    "Host: localhost",
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
  ];
  let body = request.body === undefined ? "" : JSON.stringify(request.body);
  let bytes: ((whole: Buffer) => Buffer) | undefined;
  for (let left = 1 + random(1 + random(4)); left > 0; left--) {
    switch (random(8)) {
      case 0:
        method = pick(methods);
        break;
      case 1:
        target = pick(targets);
        break;
      case 2:
      case 3:
        target = mutated(target, random, pick(pieces));
        break;
      case 4:
        lines.splice(random(lines.length + 1), random(2), pick(headers));
        break;
      case 5:
      case 6:
        body = mutated(body, random, pick(pieces));
        break;
      default:
        bytes = (whole) => flipped(whole, random);
    }
  }
  // Mostly right, so that what follows on the connection is a request of its own.
  if (body !== "" && random(20) > 0) lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  const whole = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
  return bytes?.(whole) ?? whole;
}

/** A piece is put in, takes the place of something, or something is doubled or left away. */
function mutated(text: string, random: Random, piece: string): string {
  const start = random(text.length + 1);
  const end = Math.min(text.length, start + random(12));
  const chosen = [piece, piece, text.slice(start, end).repeat(2), ""][random(4)] as string;
  return text.slice(0, start) + chosen + text.slice(random(2) === 0 ? start : end);
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let left = 1 + random(3); left > 0; left--) changed[random(changed.length)] = random(256);
  return changed;
}
