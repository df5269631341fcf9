import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/interop/*.test.ts"],
    globalSetup: "test/support/global-mock.ts",
    testTimeout: 900_000,
    ...reporters("interop"),
  },
});
