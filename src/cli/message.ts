import { CsbsApiError, CsbsConnectionError, explainError } from "../index.ts";
import { connectionRemedy } from "./connection/remedies.ts";
import { oneLine } from "./output/cells.ts";

/** What went wrong, after how many attempts, and what to do, in one line. */
export function messageOf(error: unknown, attempts = 1): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const repeated = attempts > 1 ? ` (after ${attempts} attempts)` : "";
  return oneLine(`${withoutAdvice(error)}${repeated}${remedyOf(error)}`);
}

/** What lifts a rule of the client is an option of the client, which the command does not have. */
function withoutAdvice({ message }: Error): string {
  return message.replace(/ \(allowHttp [^)]*\)$/, "");
}

/** What the catalogue advises, or what helps with a connection, as a sentence after the message. */
function remedyOf(error: Error): string {
  const remedy =
    error instanceof CsbsApiError
      ? explainError(error)?.remedy
      : error instanceof CsbsConnectionError
        ? connectionRemedy(error)
        : undefined;
  return remedy === undefined ? "" : `${error.message.endsWith(".") ? "" : "."} ${remedy}`;
}
