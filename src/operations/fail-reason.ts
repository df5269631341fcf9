import type { components } from "../../generated/schema.ts";

/**
 * Why the last task of a backup failed, in the service's words, wherever it has put them; the code
 * alone where there are no words. Undefined where nothing has failed.
 *
 * @example failReason(backup) // "The disk is in error."
 */
export function failReason(
  backup: Pick<components["schemas"]["Backup"], "extend_info"> | undefined,
): string | undefined {
  const { fail_reason, fail_code } = backup?.extend_info ?? {};
  const { Code: code, Description: words } = fail_code ?? {};
  const isWord = (value: unknown) => (typeof value === "string" && value !== "") || typeof value === "number";
  return [fail_reason, words, isWord(code) ? `code ${code}` : undefined].find(isWord)?.toString();
}
