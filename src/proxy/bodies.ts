import { isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { sizeOfJson } from "../json-size.ts";
import type { Json } from "../spec/document.ts";

/** What is inspected of a body. Larger ones are forwarded all the same. */
export const inspectionLimits = {
  /** Bytes as sent, and after decompression. */
  bytes: 1024 * 1024,
  /** Values of its JSON, and levels of nesting. */
  values: 200_000,
  depth: 100,
} as const;

/** A request or a response as it was forwarded. */
export interface Message {
  contentType: string | undefined;
  encoding: string | undefined;
  /** Undefined if it is larger than the limit. */
  body: Buffer | undefined;
}

/** The JSON of a body, what is wrong with its text, or why it is not inspected. */
export type ParsedBody =
  | { state: "empty" | "invalid JSON" | "invalid UTF-8" | "tooLarge" | "unreadable" }
  | { state: "json"; value: Json };

/** The media type in lower case, without parameters. */
export function mediaTypeOf({ contentType = "" }: Message): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Reads the body as JSON, whatever its media type. */
export function parseBody(message: Message): ParsedBody {
  if (message.body === undefined) return { state: "tooLarge" };
  if (message.body.length === 0) return { state: "empty" };
  let bytes: Buffer;
  try {
    bytes = decode(message.body, message.encoding);
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return { state: isLarge ? "tooLarge" : "unreadable" };
  }
  if (sizeOfJson(bytes.toString("latin1"), inspectionLimits).exceeds !== undefined)
    return { state: "tooLarge" };
  if (!isUtf8(bytes)) return { state: "invalid UTF-8" };
  try {
    return { state: "json", value: JSON.parse(bytes.toString()) as Json };
  } catch {
    return { state: "invalid JSON" };
  }
}

function decode(body: Buffer, encoding = "identity"): Buffer {
  const limit = { maxOutputLength: inspectionLimits.bytes };
  switch (encoding.trim().toLowerCase()) {
    case "identity":
    case "":
      return body;
    case "gzip":
    case "x-gzip":
      return gunzipSync(body, limit);
    case "br":
      return brotliDecompressSync(body, limit);
    case "deflate":
      // Some servers leave out the header of zlib.
      return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, limit) : inflateRawSync(body, limit);
    default:
      throw new Error("unknown content encoding");
  }
}
