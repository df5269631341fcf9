import type { OperationId } from "./document.ts";

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
