import { CsbsApiError, explainError } from "../index.ts";
import { oneLine } from "./output/cells.ts";

/** What went wrong and what to do, in one line. */
export function messageOf(error: unknown): string {
  return oneLine(error instanceof Error ? `${withoutAdvice(error)}${remedyOf(error)}` : String(error));
}

/** What lifts a rule of the client is an option of the client, which the command does not have. */
function withoutAdvice({ message }: Error): string {
  return message.replace(/ \(allowHttp [^)]*\)$/, "");
}

/** What the catalogue advises, as a sentence after the message. */
function remedyOf(error: Error): string {
  const entry = error instanceof CsbsApiError ? explainError(error) : undefined;
  if (entry === undefined) return "";
  return `${error.message.endsWith(".") ? "" : "."} ${entry.remedy}`;
}
