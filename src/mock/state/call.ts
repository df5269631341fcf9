import type { ErrorCode } from "../../../generated/error-codes.ts";
import type { OperationId } from "../document.ts";
import type { Store } from "./store.ts";

/** A request that Prism has found good. */
export interface Call {
  operation: OperationId;
  store: Store;
  /** The stores to look into: all of them with all_tenants. */
  stores: Store[];
  path: { readonly [name: string]: string };
  query: URLSearchParams;
  body: unknown;
}

/** A body to answer, or a code to refuse with; nothing where Prism's own answer will do. */
export type Outcome = { body: unknown } | { refuse: ErrorCode } | undefined;

export type Handler = (call: Call) => Outcome;

export const done = { body: undefined } as const;
