import { tokenPath } from "./credentials.ts";
import { type Arrived, jsonIn } from "./messages.ts";
import type { MockRequest } from "./requests.ts";

/** What is kept of a request, before it is answered. */
export function recordOf({ method, target, body }: Arrived): MockRequest {
  return {
    method,
    target,
    // A body to IAM holds a password.
    body: target === tokenPath ? undefined : jsonIn(body),
    operation: undefined,
    status: undefined,
    fault: undefined,
  };
}
