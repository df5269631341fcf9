import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/faults/**/*.test.ts"],
    globalSetup: "test/faults/global-setup.ts",
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // One runtime at a time: what is measured is that calls end in time.
    fileParallelism: false,
    ...reporters("faults"),
  },
});
