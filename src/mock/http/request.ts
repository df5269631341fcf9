import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { sizeOfJson } from "../../json-size.ts";
import { limits } from "./limits.ts";

/** The target of a request: the part of the request line behind the method. */
export interface Target {
  /** Path and query, as on the request line. */
  target: string;
  /** The segments of the path, percent-decoded; undefined if one cannot be decoded. */
  segments: string[] | undefined;
  query: URLSearchParams;
  /** The host that an absolute target names. */
  authority: string | undefined;
}

export function parseTarget(url: string): Target {
  // A proxy's clients send the whole URL (RFC 9112, 3.2.2).
  const [, authority, rest = ""] = /^https?:\/\/([^/?]*)(.*)$/is.exec(url) ?? [undefined, undefined, url];
  const target = authority !== undefined && !rest.startsWith("/") ? `/${rest}` : rest;
  const mark = target.indexOf("?");
  const [path, search] = mark === -1 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
  const readable = decode(search.replaceAll("&", "=").replaceAll("+", " ")) !== undefined;
  const segments = path.split("/").map(decode);
  return {
    target,
    segments: readable && segments.every((one) => one !== undefined) ? segments : undefined,
    query: new URLSearchParams(search),
    authority,
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A request that was read as a whole. */
export class HttpRequest {
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** The segments of the path, percent-decoded; the first is empty. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  #parsed: Parsed | undefined;

  constructor(
    method: string,
    { target, segments = [], query }: Target,
    headers: IncomingHttpHeaders,
    body: Buffer,
  ) {
    this.method = method;
    this.target = target;
    this.segments = segments;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /** The parsed body; undefined if there is none, or `jsonProblem` says why it cannot be parsed. */
  get json(): unknown {
    return this.#parse().value;
  }

  get jsonProblem(): string | undefined {
    return this.#parse().problem;
  }

  /** How many values the parsed body has, those inside of others too. */
  get jsonValues(): number {
    return this.#parse().values;
  }

  #parse(): Parsed {
    this.#parsed ??= parseJson(this.body);
    return this.#parsed;
  }
}

interface Parsed {
  value?: unknown;
  values: number;
  problem?: string;
}

/** Why the structure of a body is refused. */
export function tooLarge(exceeds: "depth" | "values"): string {
  return exceeds === "depth"
    ? `the body is nested more than ${limits.depth} levels deep`
    : `the body has more than ${limits.values} values`;
}

function parseJson(body: Buffer): Parsed {
  if (body.length === 0) return { values: 0 };
  const { values, exceeds } = sizeOfJson(body.toString("latin1"), limits);
  if (exceeds !== undefined) return { values: 0, problem: tooLarge(exceeds) };
  try {
    return { value: JSON.parse(body.toString()), values };
  } catch {
    return { values: 0, problem: "the body is not valid JSON" };
  }
}

/**
 * Undefined for a body that is larger than the limit; what is left of it is not read. Chunks are copied
 * together at once: an object for each byte of a body would take gigabytes.
 */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  let bytes = Buffer.alloc(0);
  let length = 0;
  const append = (chunk: Buffer) => {
    if (length + chunk.length > bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (length + chunk.length));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    length += chunk.copy(bytes, length);
  };
  return new Promise((resolve, reject) => {
    incoming.on("data", (chunk: Buffer) => {
      if (length + chunk.length <= limits.body) return append(chunk);
      incoming.removeAllListeners("data").pause();
      resolve(undefined);
    });
    incoming.once("end", () => resolve(bytes.subarray(0, length)));
    incoming.once("close", () => reject(new Error("the request ended early")));
    incoming.once("error", reject);
  });
}
