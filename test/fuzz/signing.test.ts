import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { canonicalPath, canonicalQuery, importKey, signatureOf } from "../../src/auth/signing.ts";
import { holds } from "./property.ts";

/**
 * The signature as the vendors describe it, written once more with nothing of the client's: on
 * bytes, by node:crypto.
 */
const text = fc.string({ unit: "binary", maxLength: 20 });
const pairs = fc.array(fc.tuple(text, text), { maxLength: 6 });
const unreserved = new Set(Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"));

describe("the canonical request, beside a reference", () => {
  holds("path", 4000, fc.array(text, { maxLength: 5 }), (segments) => {
    const { pathname } = new URL(`https://h/${segments.map(encodeURIComponent).join("/")}`);
    const decoded = pathname.split("/").map((segment) => quote(decodeURIComponent(segment)));
    expect(canonicalPath(pathname)).toBe(decoded.join("/").replace(/\/?$/, "/"));
  });

  holds(
    "query, whatever its order",
    4000,
    pairs.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    ),
    ([given, shuffled]) => {
      expect(canonicalQuery(given)).toBe(queryOf(given));
      expect(canonicalQuery(shuffled)).toBe(canonicalQuery(given));
    },
  );
});

const requests = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "get"),
  path: fc.array(text, { minLength: 1, maxLength: 4 }),
  query: pairs,
  body: fc.option(fc.string({ unit: "binary" }), { nil: undefined }),
  headers: fc.dictionary(
    fc.constantFrom("host", "content-type", "x-sdk-date", "x-project-id", "x-security-token"),
    fc.string({ unit: "grapheme-ascii" }),
    { minKeys: 1 },
  ),
  secret: fc.string({ unit: "grapheme-ascii", minLength: 1 }),
});

describe("the signature, beside a reference", () => {
  holds("of any request", 6000, requests, async ({ method, path, query, body, headers, secret }) => {
    const date = "20191115T033655Z";
    const url = new URL(`https://csbs.example.com/${path.map(encodeURIComponent).join("/")}`);
    url.search = new URLSearchParams(query).toString();
    const key = await importKey(crypto.subtle, secret);
    const signature = await signatureOf(crypto.subtle, {
      key,
      date,
      request: { method, url: url.href, headers, body },
    });
    expect(signature).toBe(reference({ method, pathname: url.pathname, query, body, headers, secret, date }));
  });
});

interface Referred {
  method: string;
  pathname: string;
  query: [string, string][];
  body: string | undefined;
  headers: Record<string, string>;
  secret: string;
  date: string;
}

function reference({ method, pathname, query, body = "", headers, secret, date }: Referred): string {
  const names = Object.keys(headers).sort();
  const path = pathname
    .split("/")
    .map((segment) => quote(decodeURIComponent(segment)))
    .join("/");
  const canonical = [
    method.toUpperCase(),
    path.endsWith("/") ? path : `${path}/`,
    queryOf(query),
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    "",
    names.join(";"),
    hash(body),
  ].join("\n");
  return createHmac("sha256", secret)
    .update(`SDK-HMAC-SHA256\n${date}\n${hash(canonical)}`)
    .digest("hex");
}

function queryOf(given: [string, string][]): string {
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const sorted = [...given].sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
  return sorted.map((pair) => pair.map(quote).join("=")).join("&");
}

function hash(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Percent-encoding on bytes, as RFC 3986 has it. */
function quote(content: string): string {
  return [...Buffer.from(content)]
    .map((byte) =>
      unreserved.has(byte)
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}
