import type { ErrorCode } from "../../../generated/error-codes.ts";
import type { OperationId } from "../description/document.ts";
import type { Store } from "./store.ts";

/** A request that fits the description. */
export interface Call {
  operation: OperationId;
  store: Store;
  /** The stores to search: all of them with all_tenants. */
  stores: Store[];
  path: { readonly [name: string]: string };
  query: URLSearchParams;
  body: unknown;
}

/** An error: its code, and what its text names in place of the catalogue's placeholders. */
export interface Refusal {
  refuse: ErrorCode;
  about: readonly string[];
  /** Where the text of the code varies. */
  message?: string;
}

/** A body to respond with, or an error; nothing where the description's example will do. */
export type Outcome = { body: unknown } | Refusal | undefined;

export type Handler = (call: Call) => Outcome;

export const done = { body: undefined } as const;

export function refuse(code: ErrorCode, ...about: string[]): Refusal {
  return { refuse: code, about };
}

/** The service's text for a wrong parameter is `provider invalid`, and varies with the parameter. */
export function invalid(parameter: string): Refusal {
  return { ...refuse("CSBS.9001"), message: `${parameter} invalid` };
}
