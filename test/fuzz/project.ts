import { randomInt } from "node:crypto";
import { CaseCounter } from "./case-counter.ts";

/** Number of cases in a run; `CSBS_FUZZ_CASES=2000000` is for a night. */
const cases = process.env.CSBS_FUZZ_CASES || "110000";
const seed = process.env.CSBS_FUZZ_SEED || String(randomInt(2 ** 31));

export const fuzzReporter = new CaseCounter({ cases: Number(cases), seed });

export const fuzzProject = {
  test: {
    name: "fuzz",
    include: ["test/fuzz/**/*.test.ts"],
    globalSetup: "test/support/global-mock.ts",
    // Zero removes the limit: each call has a deadline of its own.
    testTimeout: 0,
    env: { CSBS_FUZZ_CASES: cases, CSBS_FUZZ_SEED: seed },
  },
};
