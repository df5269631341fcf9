import { join } from "node:path";
import type { Reporter } from "vitest/node";

/** The suite that `vitest run --project NAME` runs; without a name, or with a pattern, its first word. */
export function chosenSuite(args: readonly string[]): string {
  const name = args.find((_, index) => args[index - 1] === "--project") ?? "all";
  return name.replace(/\W.*/, "");
}

/** With CSBS_TEST_REPORTS set to a folder, a suite writes its JSON report there, for scripts/test-summary.ts. */
export function reporters(suite: string, more: Reporter[] = []) {
  const folder = process.env.CSBS_TEST_REPORTS;
  if (folder === undefined) return { reporters: ["default", ...more] };
  return {
    reporters: ["default", "json", ...more],
    outputFile: { json: join(folder, `suite-${suite}.json`) },
  };
}
