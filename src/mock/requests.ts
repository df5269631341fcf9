import type { OperationId } from "./document.ts";
import { type Arrived, jsonIn } from "./messages.ts";
import { routeOf } from "./routes.ts";

/** A request that the mock has had. It holds no headers, and so no credential. */
export interface MockRequest {
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** The body of an operation, parsed; undefined where there was none, or none that could be read. */
  readonly body: unknown;
  /** Which operation it was; undefined for anything else, and until it is answered. */
  readonly operation: OperationId | undefined;
  /** The status that was answered; undefined while or where there is none. */
  readonly status: number | undefined;
  /** The fault of the answer, as the scenario names it. */
  readonly fault: string | undefined;
  /** Why the description refuses the request, a reason a line; empty where it does not. */
  readonly reasons: readonly string[];
}

/** The same, while it is being answered. */
export type MutableRequest = { -readonly [Member in keyof MockRequest]: MockRequest[Member] };

/** What is kept of a request, before it is answered. A body to anything but an operation may hold a password. */
export function recordOf({ method, target, body }: Arrived): MutableRequest {
  return {
    method,
    target,
    body: routeOf(method, target) === undefined ? undefined : jsonIn(body),
    operation: undefined,
    status: undefined,
    fault: undefined,
    reasons: [],
  };
}
