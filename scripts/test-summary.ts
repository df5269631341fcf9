/**
 * The last step of .ci/run: adds up the exit codes and test reports in a folder and prints
 * "N passed, N failed". A stage named suite-… counts by its tests, and once more as failed when it
 * ran none or ended with an error that no test shows, such as a coverage below its limit.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const [folder = ""] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".exit")).sort()) {
  const stage = file.replace(".exit", "");
  const succeeded = (await readFile(join(folder, file), "utf8")).trim() === "0";
  const [yes, no] = stage.startsWith("suite-")
    ? await testsOf(stage, succeeded)
    : succeeded
      ? [1, 0]
      : [0, 1];
  console.log(`${stage}: ${yes} passed, ${no} failed`);
  passed += yes;
  failed += no;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function testsOf(stage: string, succeeded: boolean): Promise<[number, number]> {
  const report = await readFile(join(folder, `${stage}.json`), "utf8").catch(() => "{}");
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(report) as Record<string, number>;
  const unseen = numPassedTests === 0 || (!succeeded && numFailedTests === 0);
  return [numPassedTests, numFailedTests + (unseen ? 1 : 0)];
}
