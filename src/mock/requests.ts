import { tokenPath } from "./credentials.ts";
import type { OperationId } from "./document.ts";
import type { Arrived } from "./messages.ts";

/** A request that the mock has had. It holds no headers, and so no credential. */
export interface MockRequest {
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** The body, parsed; undefined where there was none, or none that could be read, and for IAM. */
  readonly body: unknown;
  /** Which operation it was; undefined for anything else, and until it is answered. */
  readonly operation: OperationId | undefined;
  /** The status that was answered; undefined while or where there is none. */
  readonly status: number | undefined;
  /** The fault of the answer, as the scenario names it. */
  readonly fault: string | undefined;
}

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
