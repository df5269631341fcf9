import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/runtimes/**/*.test.ts"],
    globalSetup: ["test/support/global-mock.ts", "test/runtimes/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    ...reporters("runtimes"),
  },
});
