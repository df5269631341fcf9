import { tokenPath } from "./credentials.ts";
import type { Arrived } from "./messages.ts";
import type { MockRequest } from "./requests.ts";

/** What is kept of a request, before it is answered. */
export function recordOf({ method, target, body }: Arrived): MockRequest {
  return {
    method,
    target,
    // A body to IAM holds a password.
    body: target === tokenPath ? undefined : parsed(body),
    operation: undefined,
    status: undefined,
    fault: undefined,
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
