/** A value that a validator is asked about. */
export interface ValueToCheck {
  /** operationId of the call. */
  operation: string;
  /** The body about to be sent, or the body of a 2xx answer. */
  kind: "body" | "answer";
  /** The value itself: a body to send as it was passed, or a parsed body that has arrived. */
  value: unknown;
}

/**
 * Checks a value against the description: undefined where it fits, else what is wrong, in one line
 * that names the place and never repeats the value.
 */
export type CsbsValidator = (check: ValueToCheck) => string | undefined;
