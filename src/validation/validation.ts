/** A value that a validator is asked about. */
export interface ValueToCheck {
  /** operationId of the call. */
  operation: string;
  /** What the value is: parameters in path and query, a body about to be sent, or the body of a 2xx response. */
  kind: "parameters" | "body" | "response";
  /** The value itself: parameters by name, a body as it was passed, or a parsed response. */
  value: unknown;
}

/**
 * Checks a value against the description: undefined where it fits, else what is wrong, in one line
 * that names the place and never repeats the value.
 */
export type CsbsValidator = (check: ValueToCheck) => string | undefined;
