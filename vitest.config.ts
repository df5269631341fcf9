import { defineConfig } from "vitest/config";
import { reporters } from "./test/support/reporters.ts";

export default defineConfig({
  test: {
    include: ["test/{spec,contract,client,cli,mock,papers}/**/*.test.ts"],
    globalSetup: "test/support/global-mock.ts",
    typecheck: { enabled: true, include: ["test/client/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
    testTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    ...reporters("main"),
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: [["text", { skipFull: true }], "json-summary"],
      thresholds: { lines: 95 },
    },
  },
});
