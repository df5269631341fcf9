import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/sdks/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    ...reporters("sdks"),
  },
});
