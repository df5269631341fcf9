import { isDeepStrictEqual } from "node:util";
import { matchRoute, type Route } from "../description/routes.ts";
import type { GatewayErrors } from "../faults/gateway-errors.ts";
import type { HttpRequest } from "../http/request.ts";
import type { HttpResponse } from "../http/response.ts";
import type { Result } from "../scenarios/runner.ts";
import type { RecordedExchange, Recording } from "./recording.ts";

/**
 * Serves the responses of a recording. A request gets the response to the same request; if there is none, that of the
 * same operation and path, because times and page sizes differ from run to run. Several responses follow one another,
 * and the last one stays. The project counts in neither: it was replaced.
 */
export class ReplayPlayer {
  readonly #recording: Recording;
  readonly #errors: GatewayErrors;
  /** How often each list of responses was served, by its first exchange. */
  readonly #served = new Map<RecordedExchange, number>();

  constructor(recording: Recording, errors: GatewayErrors) {
    this.#recording = recording;
    this.#errors = errors;
  }

  /** Undefined for a request that is not of an operation. */
  run(request: HttpRequest): Result | undefined {
    const route = matchRoute(request.method, request.segments);
    if (!("operation" in route)) return undefined;
    const { operation } = route;
    const samePath = this.#recording.exchanges.filter(
      (one) => one.operationId === operation && isSamePath(one, route),
    );
    const same = samePath.filter((one) => isSameRequest(one, request));
    const found = this.#next(same.length > 0 ? same : samePath);
    if (found !== undefined) return { operation, response: toResponse(found) };
    const reason = `the recording has no response to ${operation} with this path`;
    return { operation, response: this.#errors.response(404, reason), reasons: [reason] };
  }

  #next(exchanges: readonly RecordedExchange[]): RecordedExchange | undefined {
    const [first] = exchanges;
    if (first === undefined) return undefined;
    const count = this.#served.get(first) ?? 0;
    this.#served.set(first, count + 1);
    return exchanges[Math.min(count, exchanges.length - 1)];
  }
}

function isSamePath({ request }: RecordedExchange, { path }: Route): boolean {
  const recorded = matchRoute(request.method, request.path.split("/").map(decodeURIComponent));
  if (!("path" in recorded)) return false;
  return Object.entries(path).every(
    ([name, value]) => name === "project_id" || recorded.path[name] === value,
  );
}

function isSameRequest({ request: { query, body } }: RecordedExchange, request: HttpRequest): boolean {
  const sorted = (entries: Iterable<[string, string]>) => [...entries].map((entry) => entry.join("=")).sort();
  return isDeepStrictEqual(sorted(query), sorted(request.query)) && isDeepStrictEqual(body, request.json);
}

function toResponse({ response: { status, contentType, body } }: RecordedExchange): HttpResponse {
  return {
    status,
    headers: contentType === undefined ? {} : { "content-type": contentType },
    body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
  };
}
