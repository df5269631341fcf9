import fc, { type Arbitrary } from "fast-check";
import { operations, responsesOf } from "../support/spec.ts";

/** A response that a server, or what stands before it, might give. */
export interface AnyResponse {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
  /** Whether the connection breaks before the end of the body. */
  breaks: boolean;
}

const examples = operations
  .flatMap(responsesOf)
  .filter(({ body }) => body !== undefined)
  .map(({ body }) => JSON.stringify(body));

const broken = fc
  .tuple(fc.constantFrom(...examples), fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 6 }))
  .map(([text, place, length, inserted]) => {
    const whole = Buffer.from(text);
    const start = place % whole.length;
    return new Uint8Array(
      Buffer.concat([whole.subarray(0, start), inserted, whole.subarray(start + length)]),
    );
  });

const texts = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "null",
    "0",
    '""',
    "[]",
    "{}",
    "NaN",
    "\ufeff{}",
    "<html>502</html>",
    "[".repeat(50_000),
    "event: x\n\n",
  ),
  fc.constantFrom(
    '{"error_code":"a","error_msg":""}',
    '{"error":null}',
    '{"a":{"message":{}}}',
    '{"__proto__":{"x":1}}',
  ),
  fc.json({ maxDepth: 4 }),
  fc.constantFrom(...examples),
  // Shapes of errors with anything for a field.
  fc
    .dictionary(fc.constantFrom("error_code", "error_msg", "request_id", "error", "fault"), fc.json(), {
      minKeys: 1,
    })
    .map(
      (fields) =>
        `{${Object.entries(fields)
          .map(([name, json]) => `"${name}":${json}`)
          .join()}}`,
    ),
);

const bodies: Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  broken,
  texts.map((text) => new TextEncoder().encode(text)),
);

/** What a header may hold, and what the client reads. */
const values = fc.oneof(
  fc.constantFrom(
    "0",
    "-1",
    "1e9",
    "999999999999999999999",
    "Tue, 24 Nov 2026 08:00:27 GMT",
    "soon",
    "application/json",
    "text/html",
  ),
  fc.string({ unit: "binary-ascii" }).map((text) => text.replace(/[^\t\x20-\x7e]/g, "")),
);
const names = fc.constantFrom(
  "retry-after",
  "content-type",
  "x-request-id",
  "location",
  "www-authenticate",
  "x-subject-token",
  "content-length",
);

const anything: Arbitrary<AnyResponse> = fc.record({
  status: fc.oneof(
    fc.integer({ min: 200, max: 599 }),
    fc.constantFrom(200, 201, 202, 204, 302, 400, 401, 404, 429, 500, 503),
  ),
  headers: fc.array(fc.tuple(names, values), { maxLength: 4 }),
  body: bodies,
  breaks: fc.boolean(),
});

const bodiless = [204, 205, 304];

export const responses: Arbitrary<AnyResponse> = anything.map((response) =>
  bodiless.includes(response.status) ? { ...response, body: new Uint8Array(), breaks: false } : response,
);

/** The response as fetch would give it. A body may come in two parts, and break off between them. */
export function toResponse({ status, headers, body, breaks }: AnyResponse): Response {
  if (bodiless.includes(status)) return new Response(null, { status, headers });
  if (!breaks) return new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
  const stream = new ReadableStream({
    start(controller) {
      if (body.length > 0) controller.enqueue(body);
    },
    pull: (controller) => controller.error(new TypeError("terminated")),
  });
  return new Response(stream, { status, headers });
}

const line = fc.string({ unit: "binary-ascii", maxLength: 20 });

/** The head of a response on the wire: right, nearly right, or nothing like it. */
export const headTexts: Arbitrary<string> = fc
  .record({
    start: fc.oneof(
      fc.constantFrom(
        "HTTP/1.1 200 OK",
        "HTTP/1.1 500 ",
        "HTTP/1.1 100 Continue",
        "HTTP/1.0 200",
        "HTTP/2 200",
        "HTTP/1.1 99999 X",
        "",
      ),
      line,
    ),
    fields: fc.array(
      fc.oneof(
        fc.constantFrom(
          "Content-Length: 5",
          "Content-Length: -1",
          "Content-Length: 5, 6",
          "Content-Length: 99999",
          "Transfer-Encoding: chunked",
          "Content-Encoding: gzip",
          "Content-Encoding: br",
          "Content-Type: application/json",
          "Location: //evil.example",
        ),
        fc.tuple(line, line).map((pair) => pair.join(": ")),
      ),
      { maxLength: 4 },
    ),
    end: fc.constantFrom("\r\n", "\n", "\r"),
  })
  .map(({ start, fields, end }) => [start, ...fields, "", ""].join(end));
