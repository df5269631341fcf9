import { matchRoute } from "./description/routes.ts";
import type { HttpRequest } from "./http/request.ts";
import { printable } from "./printable.ts";
import type { MutableRequest } from "./requests.ts";

/** The requests that are kept at most, and the bytes and values of their bodies. */
const mostRequests = 10_000;
const mostBytes = 64 * 1024 * 1024;
/** A parsed value takes up to some 200 bytes, however short its text. */
const mostValues = 500_000;

/** The last requests of a mock, in the order of arrival. */
export class RequestLog {
  readonly requests: MutableRequest[] = [];
  readonly #sizes: { bytes: number; values: number }[] = [];
  #bytes = 0;
  #values = 0;

  /** A body to anything but an operation is not kept: it may hold a password. */
  add(method: string, target: string, request?: HttpRequest): MutableRequest {
    const isOperation = request !== undefined && "operation" in matchRoute(method, request.segments);
    const record: MutableRequest = {
      method,
      target,
      body: isOperation ? request.json : undefined,
      operation: undefined,
      status: undefined,
      fault: undefined,
      reasons: [],
    };
    const size = {
      bytes: target.length + (isOperation ? request.body.length : 0),
      values: isOperation ? request.jsonValues : 0,
    };
    this.requests.push(record);
    this.#sizes.push(size);
    this.#bytes += size.bytes;
    this.#values += size.values;
    while (this.requests.length > 1 && this.#isFull()) {
      this.requests.shift();
      const { bytes, values } = this.#sizes.shift() ?? { bytes: 0, values: 0 };
      this.#bytes -= bytes;
      this.#values -= values;
    }
    return record;
  }

  #isFull(): boolean {
    return this.requests.length > mostRequests || this.#bytes > mostBytes || this.#values > mostValues;
  }
}

/** What the log says of a request: one line for it and its response, and one for each reason. */
export function linesOf({ method, target, status, fault, reasons }: MutableRequest): string[] {
  const response = status === undefined ? "no response" : String(status);
  const cause = fault === undefined ? "" : ` (${fault})`;
  return [
    `${method} ${readable(target)} -> ${response}${cause}`,
    ...reasons.map((reason) => `  refused: ${reason}`),
  ];
}

const longestTarget = 1000;

/** The target as people read it, percent-decoded if that can be done. */
function readable(target: string): string {
  let text = target;
  try {
    const [path = "", query] = target.split(/\?(.*)/s);
    text = query === undefined ? path : `${path}?${decodeURIComponent(query.replaceAll("+", " "))}`;
  } catch {}
  return printable(text, longestTarget);
}
