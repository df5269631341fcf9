import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    globalSetup: ["test/support/global-mock.ts", "test/package/global-tarball.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    ...reporters("package"),
  },
});
