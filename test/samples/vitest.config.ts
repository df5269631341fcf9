import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/samples/**/*.test.ts"],
    globalSetup: "test/support/global-mock.ts",
    testTimeout: 60_000,
    // Go may have to compile its standard library first.
    hookTimeout: 300_000,
    ...reporters("samples"),
  },
});
