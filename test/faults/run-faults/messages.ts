import { brotliCompressSync, gzipSync } from "node:zlib";
import { count, drips, failed, head, keeps, type Play, resets, response, sends } from "../wire.ts";

const json = { "Content-Type": "application/json" };
const close = { Connection: "close" };
const chunked = { ...json, ...close, "Transfer-Encoding": "chunked" };
const megabytes = (size: number) => Buffer.alloc(size * 1024 * 1024, " ");

/** Connections that break, stand still or say something else than HTTP. */
export const connection: Record<string, Play> = {
  "connection-reset": resets(),
  "connection-closed": sends(""),
  "connection-silent": () => {},
  "connection-tls": sends(Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46])),
  "connection-ssh": sends("SSH-2.0-OpenSSH_9.6\r\n"),
  "connection-http2": sends(Buffer.from("000000040000000000", "hex")),
  "connection-http09": sends(count),
  "connection-zeros": sends(Buffer.alloc(4096)),
  "connection-slow": ({ socket }) => void setTimeout(() => socket.end(response(200)), 300),
  "connection-100-then-reset": resets(head(100)),
};

/** Status lines and headers. */
export const headers: Record<string, Play> = {
  "status-line-only": sends("HTTP/1.1 200 OK\r\n"),
  "status-line-half": sends("HTTP/1.1 2"),
  "status-line-hangs": keeps("HTTP/1.1 200 OK\r\n"),
  "status-line-lf": sends("HTTP/1.1 200 OK\n\n"),
  "status-99": sends("HTTP/1.1 99 Low\r\n\r\n"),
  "status-999": sends(response(999, failed)),
  "status-1000": sends("HTTP/1.1 1000 Long\r\n\r\n"),
  "status-text": sends("HTTP/1.1 OK OK\r\n\r\n"),
  "version-unknown": sends("HTTP/9.9 200 OK\r\n\r\n"),
  "header-without-colon": sends("HTTP/1.1 200 OK\r\nno colon\r\n\r\n"),
  "header-with-blank-name": sends("HTTP/1.1 200 OK\r\nbad name: x\r\n\r\n"),
  "header-with-nul": sends("HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\n"),
  "header-endless": ({ socket }) => {
    socket.write("HTTP/1.1 200 OK\r\nX-A: ");
    const timer = setInterval(() => socket.write("a".repeat(16_384)), 1);
    socket.on("close", () => clearInterval(timer));
  },
  "headers-ten-thousand": sends(
    `HTTP/1.1 200 OK\r\n${"X-A: aaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(10_000)}\r\n`,
  ),
  "headers-drip": drips(response(200).toString(), { size: 8, every: 5 }),
  "headers-latin1": sends(
    Buffer.from("HTTP/1.1 200 OK\r\nX-A: \xe4\xf6\r\nContent-Length: 12\r\n\r\n", "latin1"),
    count,
  ),
  "hundred-continue-first": sends(head(100), response(200)),
  "early-hints-first": sends(head(103, { Link: "</a>; rel=preload" }), response(200)),
  "switching-protocols": sends(head(101, { Upgrade: "websocket", Connection: "Upgrade" })),
  "reason-phrase-secret": sends(
    head(500, { ...json, "Content-Length": "2", ...close }, "token-of-this-suite"),
    "{}",
  ),
  "request-id-secret": sends(response(500, "{}", { "X-Request-Id": "token-of-this-suite" })),
};

/** Lengths that do not fit the body. */
export const length: Record<string, Play> = {
  "length-too-long-closed": sends(head(200, { ...json, "Content-Length": "99" }), count),
  "length-too-long-open": keeps(head(200, { ...json, "Content-Length": "99" }), count),
  "length-too-short": sends(head(200, { ...json, "Content-Length": "5", ...close }), count),
  "length-negative": sends(head(200, { ...json, "Content-Length": "-1" }), count),
  "length-text": sends(head(200, { ...json, "Content-Length": "many" }), count),
  "length-twice": sends(head(200, { ...json, "Content-Length": "12, 13" }), count),
  "length-huge": keeps(head(200, { ...json, "Content-Length": "9007199254740993" }), count),
  "length-missing": sends(head(200, { ...json, ...close }), count),
  "length-zero": sends(response(200, "")),
  "length-and-chunked": sends(
    head(200, { ...chunked, "Content-Length": "3" }),
    "c\r\n",
    count,
    "\r\n0\r\n\r\n",
  ),
  "chunk-size-wrong": sends(head(200, chunked), "zz\r\n", count, "\r\n0\r\n\r\n"),
  "chunk-size-huge": keeps(head(200, chunked), "fffffffffffffff\r\n", count),
  "chunk-unfinished": sends(head(200, chunked), "c\r\n", count, "\r\n"),
  "chunk-end-missing": keeps(head(200, chunked), "c\r\n", count, "\r\n"),
  "chunks-of-a-byte": sends(
    head(200, chunked),
    [...count].map((byte) => `1\r\n${byte}\r\n`).join(""),
    "0\r\n\r\n",
  ),
  "error-421-short": sends(head(421, { ...json, "Content-Length": "99" }), "{}"),
  "error-500-short": sends(head(500, { ...json, "Content-Length": "99" }), '{"error_'),
  "error-500-open": keeps(head(500, { ...json, "Content-Length": "99" }), '{"error_'),
};

/** Encodings that are not what they say. */
export const encoding: Record<string, Play> = {
  gzip: sends(response(200, gzipSync(count), { "Content-Encoding": "gzip" })),
  brotli: sends(response(200, brotliCompressSync(count), { "Content-Encoding": "br" })),
  "gzip-is-text-closed": sends(head(200, { ...json, "Content-Encoding": "gzip", ...close }), count),
  "gzip-is-text": sends(response(200, count, { "Content-Encoding": "gzip" })),
  "gzip-truncated": sends(
    response(200, gzipSync(count.padEnd(4096)).subarray(0, 20), { "Content-Encoding": "gzip" }),
  ),
  "gzip-empty": sends(response(200, "", { "Content-Encoding": "gzip" })),
  "gzip-garbage-after": sends(
    response(200, Buffer.concat([gzipSync(count), Buffer.from("garbage")]), { "Content-Encoding": "gzip" }),
  ),
  // Left open: undici of Node 22 and 24 ends the process, with any reader, when it closes meanwhile.
  "gzip-bomb": keeps(response(200, gzipSync(megabytes(256)), { "Content-Encoding": "gzip" })),
  "gzip-bomb-error": sends(response(400, gzipSync(megabytes(64)), { "Content-Encoding": "gzip" })),
  "deflate-is-text": sends(response(200, count, { "Content-Encoding": "deflate" })),
  "brotli-is-text": sends(response(200, count, { "Content-Encoding": "br" })),
  "encoding-unknown": sends(response(200, count, { "Content-Encoding": "x-unknown" })),
  "encoding-error-is-text": sends(head(503, { ...json, "Content-Encoding": "gzip", ...close }), failed),
};

/** Bodies. */
export const body: Record<string, Play> = {
  "body-html": sends(response(200, "<html>maintenance</html>", { "Content-Type": "text/html" })),
  "body-truncated-json": sends(response(200, '{"count":')),
  "body-null": sends(response(200, "null")),
  "body-list": sends(response(200, "[]")),
  "body-number": sends(response(200, "7")),
  "body-bom": sends(response(200, `\ufeff${count}`)),
  "body-utf16": sends(response(200, Buffer.from(count, "utf16le"))),
  "body-latin1": sends(response(200, Buffer.from('{"count":10,"x":"\xe4"}', "latin1"))),
  "body-nested": sends(response(200, `{"count":${"[".repeat(20_000)}${"]".repeat(20_000)}}`)),
  "body-count-missing": sends(response(200, "{}")),
  "body-count-text": sends(response(200, '{"count":"many"}')),
  "body-proto": sends(response(200, '{"__proto__":{"count":1},"constructor":null}')),
  "body-too-large": ({ socket }) => {
    socket.on("error", () => socket.destroy());
    socket.write(head(200, { ...json, ...close }));
    const more = () => {
      while (!socket.destroyed && socket.write(megabytes(1)));
      if (!socket.destroyed) socket.once("drain", more);
    };
    more();
  },
  "body-reset": resets(head(200, { ...json, "Content-Length": "99" }), '{"count":'),
  "body-hangs": keeps(head(200, { ...json, "Content-Length": "99" }), '{"count":'),
  "body-drips": drips(head(200, { ...json, "Content-Length": "999" }) + " ".repeat(999), {
    size: 1,
    every: 20,
  }),
  "body-after-204": sends(head(204, { "Content-Length": "12", ...close }), count),
  "body-error-in-200": sends(response(200, failed)),
  "body-iam-error-in-200": sends(
    response(200, '{"error":{"code":401,"title":"Unauthorized","message":"The token has expired."}}'),
  ),
  "body-error-large": sends(response(400, `{"error_code":"X","error_msg":"${"a".repeat(1_000_000)}"}`)),
  "body-error-endless": ({ socket }) => {
    socket.write(head(400, { ...json, ...close }));
    const timer = setInterval(() => socket.write("a".repeat(65_536)), 1);
    socket.on("close", () => clearInterval(timer));
  },
};
