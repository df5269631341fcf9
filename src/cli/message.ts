import { CsbsApiError, CsbsConnectionError, explainError } from "../index.ts";
import { connectionRemedy } from "./connection/remedies.ts";
import { oneLine } from "./output/cells.ts";

/** What went wrong, after how many attempts, and what to do, in one line. */
export function messageOf(error: unknown, attempts = 1): string {
  const { message, remedy } = explain(error);
  const repeated = attempts > 1 ? ` (after ${attempts} attempts)` : "";
  const advice = remedy === undefined ? "" : `${message.endsWith(".") ? "" : "."} ${remedy}`;
  return `${message}${repeated}${advice}`;
}

/** What went wrong, and what to do where that is known, each in one line. */
export function explain(error: unknown): { message: string; remedy: string | undefined } {
  if (!(error instanceof Error)) return { message: oneLine(String(error)), remedy: undefined };
  const remedy = remedyOf(error);
  return { message: oneLine(withoutAdvice(error)), remedy: remedy && oneLine(remedy) };
}

/** What lifts a rule of the client is an option of the client, which the command does not have. */
function withoutAdvice({ message }: Error): string {
  return message.replace(/ \(allowHttp [^)]*\)$/, "");
}

/** What the catalogue advises, or what helps with a connection. */
function remedyOf(error: Error): string | undefined {
  if (error instanceof CsbsApiError) return explainError(error)?.remedy;
  return error instanceof CsbsConnectionError ? connectionRemedy(error) : undefined;
}
