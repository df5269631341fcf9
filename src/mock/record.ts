import { type Arrived, jsonIn } from "./messages.ts";
import type { MutableRequest } from "./requests.ts";
import { routeOf } from "./routes.ts";

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
