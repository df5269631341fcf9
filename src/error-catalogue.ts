import { type ErrorCodeEntry, errorCatalogue } from "../generated/error-codes.ts";
import type { CsbsApiError, CsbsError } from "./errors.ts";

/**
 * What the catalogue knows of an error: meaning and remedy. Undefined for an error without a code, and
 * for a code that it does not have. A code that stands for several things is told apart by status.
 * In a function of its own, so that who does not call it does not carry the catalogue.
 */
export function explainError(
  error: CsbsError | Pick<CsbsApiError, "code" | "status">,
): ErrorCodeEntry | undefined {
  const { code, status } = error as Partial<CsbsApiError>;
  const entries = errorCatalogue.filter((entry) => entry.code === code);
  return entries.find((entry) => entry.status === status) ?? entries[0];
}
