import { type components, explainError } from "../../index.ts";

/** Why checkResources says that something cannot be backed up or restored; undefined where it can. */
export function refusalOf(result: components["schemas"]["CheckResult"] | undefined): string | undefined {
  if (result?.result !== false) return undefined;
  const { error_code: code, error_msg: message } = result;
  const remedy = code ? explainError({ code, status: 400 })?.remedy : undefined;
  return [code, message || "the service gives no reason", remedy].filter(Boolean).join(": ");
}
