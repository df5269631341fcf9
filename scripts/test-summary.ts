/**
 * The last step of .ci/run: adds up the exit codes and test reports in a folder and prints
 * "N passed, N failed". A stage named suite-… counts its tests. It counts one more failure when it ran no test,
 * or when it ended with an error that no test shows, such as coverage below its limit.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const [folder = ""] = process.argv.slice(2);
const total: Counts = { passed: 0, failed: 0, skipped: 0 };

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".exit")).sort()) {
  const stage = file.replace(".exit", "");
  const succeeded = (await readFile(join(folder, file), "utf8")).trim() === "0";
  const counts = stage.startsWith("suite-")
    ? await countTests(stage, succeeded)
    : { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`;
  console.log(`${stage}: ${counts.passed} passed, ${counts.failed} failed${skipped}`);
  for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function countTests(stage: string, succeeded: boolean): Promise<Counts> {
  const report = await readFile(join(folder, `${stage}.json`), "utf8").catch(() => "{}");
  const {
    numPassedTests: passed = 0,
    numFailedTests: failed = 0,
    numPendingTests: skipped = 0,
  } = JSON.parse(report) as Record<string, number>;
  const unexplained = passed === 0 || (!succeeded && failed === 0);
  return { passed, failed: failed + (unexplained ? 1 : 0), skipped };
}
