import { randomInt } from "node:crypto";
import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";
import { CaseCounter } from "./case-counter.ts";

/** How many cases make a run; `CSBS_FUZZ_CASES=2000000` makes a night of it. */
const cases = process.env.CSBS_FUZZ_CASES || "110000";
const seed = process.env.CSBS_FUZZ_SEED || String(randomInt(2 ** 31));
const { reporters: chosen = ["default"], outputFile } = reporters("fuzz");

export default defineConfig({
  test: {
    include: ["test/fuzz/**/*.test.ts"],
    globalSetup: "test/support/global-mock.ts",
    // Zero is no limit: a long run takes as long as it takes, and each call has a deadline of its own.
    testTimeout: 0,
    env: { CSBS_FUZZ_CASES: cases, CSBS_FUZZ_SEED: seed },
    reporters: [...chosen, new CaseCounter({ cases: Number(cases), seed })],
    ...(outputFile === undefined ? {} : { outputFile }),
  },
});
