/**
 * npm run test:schemathesis: Schemathesis, a fuzzer that is not ours, against the mock: all phases, all
 * checks but those that test/schemathesis/schemathesis.toml lists with their reason. Installs itself
 * there by Python. CSBS_FUZZ_SEED repeats a run; arguments go on to `schemathesis run`, such as
 * --max-examples 1000 for a night.
 */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMock } from "../src/mock.ts";
import { installRequirements } from "./python-environment.ts";
import { readJUnit } from "./schemathesis/junit.ts";

const root = join(import.meta.dirname, "..");
const seed = process.env.CSBS_FUZZ_SEED || String(randomInt(2 ** 31));
const scratch = await mkdtemp(join(tmpdir(), "csbs-schemathesis-"));

try {
  const program = join(await installRequirements(join(root, "test/schemathesis")), "schemathesis");
  const code = await run(program);
  const counts = readJUnit(await readFile(join(scratch, "junit.xml"), "utf8"));
  await leaveReport(counts);
  console.log(
    `schemathesis: ${counts.passed} passed, ${counts.failed} failed; CSBS_FUZZ_SEED=${seed} repeats it`,
  );
  process.exitCode = code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
} catch (error) {
  console.error(`schemathesis: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true });
}

async function run(program: string): Promise<number> {
  const mock = await startMock();
  try {
    const child = spawn(program, [...globalOptions(), "run", ...optionsFor(mock.url)], {
      cwd: scratch,
      stdio: "inherit",
    });
    const [code] = (await once(child, "exit")) as [number | null];
    return code ?? 1;
  } finally {
    await mock.stop();
  }
}

function globalOptions(): string[] {
  return ["--config-file", join(root, "test/schemathesis/schemathesis.toml")];
}

function optionsFor(url: string): string[] {
  return [
    join(root, "generated/openapi.json"),
    ...["--url", url, "--header", "X-Auth-Token: any", "--seed", seed, "--max-examples", "20"],
    ...["--report", "junit", "--report-junit-path", join(scratch, "junit.xml"), "--no-color"],
    ...process.argv.slice(2),
  ];
}

/** Where .ci/run adds the tests up, in the form of the other suites' reports. */
async function leaveReport({ passed, failed }: { passed: number; failed: number }): Promise<void> {
  const folder = process.env.CSBS_TEST_REPORTS;
  if (folder === undefined) return;
  const report = { numPassedTests: passed, numFailedTests: failed };
  await writeFile(join(folder, "suite-schemathesis.json"), JSON.stringify(report));
}
