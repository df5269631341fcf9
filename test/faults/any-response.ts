import type { Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { operations, responsesOf } from "../support/spec.ts";

const examples = operations.flatMap(responsesOf).map(({ body }) => JSON.stringify(body ?? ""));

const texts = fc.oneof(
  fc.constantFrom(...examples),
  fc.constantFrom(
    "",
    "null",
    "[]",
    '{"count":10}',
    '{"checkpoint_items":{}}',
    "<html>",
    "[".repeat(5000),
    '{"total_count":1e99}',
  ),
  fc.json({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 300 }),
);

const encodings = fc.constantFrom(
  { name: undefined, encode: (body: Buffer) => body },
  { name: undefined, encode: (body: Buffer) => body },
  { name: "gzip", encode: gzipSync },
  { name: "deflate", encode: deflateSync },
  { name: "br", encode: brotliCompressSync },
  { name: "gzip", encode: (body: Buffer) => body },
  { name: "br", encode: (body: Buffer) => body },
);

const often = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const lengthKinds = often("right", "missing", "chunked", "long", "short", "0", "-1", "1e3", "9999999999");
const statuses = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(200, 200, 200, 201, 204, 205, 304, 400, 401, 404, 421, 429, 500, 503),
  },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 999 }) },
);
const line = fc.string({ unit: "binary-ascii", maxLength: 24 });
const fields = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom(
        "Retry-After: 0",
        "Retry-After: soon",
        "X-Request-Id: ..",
        "Location: //evil.example",
        "Set-Cookie: a",
        "Content-Type: application/json",
      ),
    },
    { weight: 1, arbitrary: fc.tuple(line, line).map(([name, value]) => `${name}: ${value}`) },
  ),
  { maxLength: 4 },
);

const responses = fc.record({
  status: statuses,
  reason: often("OK", "", "\x00", "a\tb\x80", "x".repeat(9000)),
  fields,
  text: texts,
  encoding: encodings,
  length: lengthKinds,
  /** Part of the whole that is sent, in eighths. */
  sent: often(8, 7, 4, 1, 0),
  end: often("\r\n", "\n"),
  /** Bytes that are overwritten, by their place. */
  noise: fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 1 }),
  reset: often(false, true),
});

/** Sends the response that belongs to a seed, right or wrong in any place, and ends the connection. */
export function anyResponse(seed: number, socket: Socket): void {
  const [made] = fc.sample(responses, { seed, numRuns: 1 });
  if (made === undefined) return;
  const body = made.encoding.encode(Buffer.from(made.text));
  const chunked = made.length === "chunked";
  const lengths: Record<string, number> = {
    right: body.length,
    long: body.length + 9,
    short: Math.max(0, body.length - 3),
  };
  const length = lengths[made.length] ?? made.length;
  const lines = [
    `HTTP/1.1 ${made.status} ${made.reason}`,
    ...(made.encoding.name === undefined ? [] : [`Content-Encoding: ${made.encoding.name}`]),
    ...(chunked
      ? ["Transfer-Encoding: chunked"]
      : made.length === "missing"
        ? []
        : [`Content-Length: ${length}`]),
    "Connection: close",
    ...made.fields,
    "",
    "",
  ];
  const payload = chunked
    ? Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")])
    : body;
  const whole = Buffer.concat([Buffer.from(lines.join(made.end), "latin1"), payload]);
  for (const [place, byte] of made.noise) if (seed % 16 === 0) whole[place % whole.length] = byte;
  const sent = whole.subarray(0, Math.ceil((whole.length * made.sent) / 8));
  if (made.reset) socket.write(sent, () => socket.resetAndDestroy());
  else socket.end(sent);
}
