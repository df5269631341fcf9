import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/site/**/*.test.ts"],
    globalSetup: "test/site/global-setup.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files side by side would slow one another, and one of them measures.
    fileParallelism: false,
    ...reporters("docs"),
  },
});
