import type { HttpRequest } from "./http-request.ts";
import { printable } from "./printable.ts";
import type { MutableRequest } from "./requests.ts";
import { matchRoute } from "./routes.ts";

/** The requests that are kept at most, and the bytes of their bodies. */
const mostRequests = 10_000;
const mostBytes = 64 * 1024 * 1024;

/** The last requests of a mock, in the order of arrival. */
export class RequestLog {
  readonly requests: MutableRequest[] = [];
  readonly #sizes: number[] = [];
  #bytes = 0;

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
    const size = target.length + (isOperation ? request.body.length : 0);
    this.requests.push(record);
    this.#sizes.push(size);
    this.#bytes += size;
    while (this.requests.length > mostRequests || (this.#bytes > mostBytes && this.requests.length > 1)) {
      this.requests.shift();
      this.#bytes -= this.#sizes.shift() ?? 0;
    }
    return record;
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
