import { expect, inject, test } from "vitest";
import { tool } from "./install.ts";
import { runProgram } from "./program.ts";

/** Node 20 is the oldest that is supported. */
const run = (program: string) =>
  runProgram(tool("node-20/bin/node"), ["--input-type=commonjs", "--eval", program], {
    cwd: inject("consumer"),
  });

test("CommonJS: what the mock throws is of the client's classes", async () => {
  const program = `
    const { CsbsConfigError } = require("csbs-api");
    const { startMock } = require("csbs-api/mock");
    startMock({ port: -1 }).catch((error) => console.log(error instanceof CsbsConfigError, error.message));`;
  expect(await run(program)).toMatch(/^true port must be/);
});

test("CommonJS: a build of its own, not the one for ESM", async () => {
  expect(await run(`console.log(require.resolve("csbs-api"));`)).toMatch(/\.cjs\n$/);
});
