import { defineConfig } from "vitest/config";
import { reporters } from "../support/reporters.ts";
import { descriptionFiles } from "./description-files.ts";

const contractSuites = ["examples", "fixtures", "requests", "requests-corpus"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "tools",
          include: ["test/tools/*.test.ts"],
          globalSetup: ["test/support/global-mock.ts", "test/tools/global-install.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      ...descriptionFiles.map((file) => ({
        test: {
          name: `prism-cli, ${file}`,
          include: contractSuites.map((suite) => `test/contract/${suite}.test.ts`),
          globalSetup: "test/tools/global-prism.ts",
          provide: { descriptionFile: file },
          testTimeout: 60_000,
        },
      })),
    ],
    ...reporters("tools"),
  },
});
