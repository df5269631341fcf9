import type { Reporter, TestModule } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** How many cases a property has been compared with. */
    cases?: number;
  }
}

/**
 * Adds up the cases of all properties, and prints them with the seed that repeats them. A run of all
 * properties that comes short of what was asked for has failed.
 */
export class CaseCounter implements Reporter {
  readonly #asked: { cases: number; seed: string };

  constructor(asked: { cases: number; seed: string }) {
    this.#asked = asked;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const counts = tests.map((test) => test.meta().cases ?? 0);
    const sum = counts.reduce((total, count) => total + count, 0);
    const { cases, seed } = this.#asked;
    const properties = counts.filter((count) => count > 0).length;
    console.log(`\nfuzz: ${sum} cases of ${properties} properties; CSBS_FUZZ_SEED=${seed} repeats them`);
    const skipped = tests.some((test) => test.result().state === "skipped");
    if (sum >= cases || skipped) return;
    console.error(`fuzz: ${cases} cases were asked for`);
    process.exitCode = 1;
  }
}
