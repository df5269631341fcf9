import fc, { type Arbitrary } from "fast-check";
import { test } from "vitest";

/** No more than the weights of all properties add up to; a run of so many cases runs each by its weight. */
const weights = 160_000;

const scale = Number(process.env.CSBS_FUZZ_CASES) / weights;
const seed = Number(process.env.CSBS_FUZZ_SEED);

/** Ends a case that hangs, as failed. Nothing that is tested waits for long. */
const longestCase = 20_000;

/**
 * A test that holds a property against `weight` random cases, or as many as its part is in a longer or
 * shorter run. A case that fails is made small and printed with its seed.
 */
export function holds<Case>(
  title: string,
  weight: number,
  cases: Arbitrary<Case>,
  check: (value: Case) => void | Promise<void>,
): void {
  test(title, async ({ task }) => {
    const numRuns = Math.ceil(weight * scale);
    let done = 0;
    const property = fc.asyncProperty(cases, async (value) => {
      done++;
      await check(value);
    });
    await fc.assert(property, { numRuns, seed, timeout: longestCase, verbose: fc.VerbosityLevel.None });
    task.meta.cases = done;
  });
}
