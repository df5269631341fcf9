import { join } from "node:path";

/** With CSBS_TEST_REPORTS set to a folder, a suite leaves its JSON report there too, for .ci/run to add up. */
export function reporters(suite: string) {
  const folder = process.env.CSBS_TEST_REPORTS;
  if (folder === undefined) return {};
  return { reporters: ["default", "json"], outputFile: { json: join(folder, `suite-${suite}.json`) } };
}
