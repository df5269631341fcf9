import { defineConfig } from "vitest/config";
import { fuzzProject, fuzzReporter } from "./test/fuzz/project.ts";
import { chosenSuite, reporters } from "./test/support/reporters.ts";
import { descriptionFiles } from "./test/tools/description-files.ts";

const mock = "test/support/global-mock.ts";
const contractSuites = ["examples", "fixtures", "requests", "requests-corpus"];
const suite = chosenSuite(process.argv);

/** One project per suite; `npm run test:NAME` runs it. Limits of time are in milliseconds. */
export default defineConfig({
  test: {
    ...reporters(suite, suite === "fuzz" ? [fuzzReporter] : []),
    // The default leaves one core free, which is half of a machine with two.
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: [["text", { skipFull: true }], "json-summary"],
      thresholds: { lines: 95 },
    },
    projects: [
      {
        test: {
          name: "main",
          include: ["test/{spec,contract,client,cli,mock,proxy,docs-examples}/**/*.test.ts"],
          globalSetup: mock,
          typecheck: { enabled: true, include: ["test/client/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
          testTimeout: 60_000,
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: "test/site/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Parallel files would slow one another, and one of them measures.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: [mock, "test/package/global-tarball.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "runtimes",
          include: ["test/runtimes/**/*.test.ts"],
          globalSetup: [mock, "test/runtimes/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "samples",
          include: ["test/samples/**/*.test.ts"],
          globalSetup: mock,
          testTimeout: 60_000,
          // Go may have to compile its standard library first.
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "interop",
          include: ["test/interop/*.test.ts"],
          globalSetup: mock,
          testTimeout: 900_000,
        },
      },
      {
        test: { name: "sdks", include: ["test/sdks/*.test.ts"], testTimeout: 600_000, hookTimeout: 60_000 },
      },
      {
        test: {
          name: "tools",
          include: ["test/tools/*.test.ts"],
          globalSetup: [mock, "test/tools/global-install.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      ...descriptionFiles.map((file) => ({
        test: {
          name: `tools: prism-cli, ${file}`,
          include: contractSuites.map((name) => `test/contract/${name}.test.ts`),
          globalSetup: "test/tools/global-prism.ts",
          provide: { descriptionFile: file },
          testTimeout: 60_000,
        },
      })),
      {
        test: {
          name: "faults",
          include: ["test/faults/**/*.test.ts"],
          globalSetup: "test/faults/global-setup.ts",
          testTimeout: 300_000,
          hookTimeout: 60_000,
          // One runtime at a time, because the tests check that calls end in time.
          fileParallelism: false,
        },
      },
      fuzzProject,
    ],
  },
});
