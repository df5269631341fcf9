import type { OperationId } from "./description/document.ts";

// Types alone: what csbs-api/mock declares must not name Node's.

/** A request that the mock has had. It holds no headers, and so no credential. */
export interface MockRequest {
  /** Such as `GET`. */
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** The body of an operation, parsed; undefined where there was none, or none that could be read. */
  readonly body: unknown;
  /** The operation; undefined for anything else, and until the response. */
  readonly operation: OperationId | undefined;
  /** The status of the response; undefined until there is one. */
  readonly status: number | undefined;
  /** The fault of the response, as the scenario names it. */
  readonly fault: string | undefined;
  /** Why the description refuses the request, a reason a line; empty where it does not. */
  readonly reasons: readonly string[];
}

/** The same, until the response is sent. */
export type MutableRequest = { -readonly [Name in keyof MockRequest]: MockRequest[Name] };
