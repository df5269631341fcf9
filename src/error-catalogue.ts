import { type ErrorCodeEntry, errorCatalogue } from "../generated/error-codes.ts";
import type { CsbsApiError } from "./errors.ts";

/**
 * What the catalogue knows of an error: meaning and remedy. Undefined for a code that it does not
 * have, which is no error in itself. A code that stands for several things is told apart by status.
 * In a function of its own, so that who does not call it does not carry the catalogue.
 */
export function explainError({
  code,
  status,
}: Pick<CsbsApiError, "code" | "status">): ErrorCodeEntry | undefined {
  const entries = errorCatalogue.filter((entry) => entry.code === code);
  return entries.find((entry) => entry.status === status) ?? entries[0];
}
