import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { tool } from "./install.ts";
import { runProgram } from "./program.ts";
import type { Addresses, Result } from "./suite.js";

/** Runs the suite as a test of Jest in its jsdom environment, by the fetch of Node. */
export async function runInJest(consumer: string, addresses: Addresses): Promise<Result[]> {
  const folder = join(consumer, "jest");
  await mkdir(folder);
  await writeFile(join(folder, "suite.test.js"), await bundle(consumer, "entries/jest.mjs", "cjs"));
  await writeFile(join(folder, "package.json"), '{ "type": "commonjs" }');
  const config = {
    rootDir: folder,
    testEnvironment: join(consumer, "entries/jsdom-environment.cjs"),
    testEnvironmentOptions: { url: "http://localhost/" },
    transform: {},
  };
  const file = join(folder, "results.json");
  const program = tool("node-20/bin/node");
  const args = [
    tool("jest-29/bin/jest.js"),
    "--config",
    JSON.stringify(config),
    "--runInBand",
    "--watchman=false",
  ];
  const variables = {
    CSBS_SUITE: JSON.stringify({ addresses, file }),
    CSBS_JSDOM: tool("jest-environment-jsdom"),
  };
  await runProgram(program, args, { cwd: folder, timeout: 120_000, variables });
  return JSON.parse(await readFile(file, "utf8")) as Result[];
}
