import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { tool } from "./install.ts";
import { runProgram } from "./program.ts";

/** The mock of the packed package, in a folder where nothing else is installed. */
const consumer = inject("consumer");
const command = join(consumer, "node_modules/csbs-api/dist/cli/main.js");

const counting = `
  const mock = await startMock();
  const csbs = createCsbsClient({ endpoint: mock.url, projectId: "${projectId}", auth: token("any") });
  const { count } = await csbs.countBackups();
  await mock.stop();`;
const names = "{ createCsbsClient, token }";
const esm = `import ${names} from "csbs-api";\nimport { startMock } from "csbs-api/mock";\n`;
const commonjs = `const ${names} = require("csbs-api");\nconst { startMock } = require("csbs-api/mock");\n`;

const files = {
  "mock.mjs": `${esm}${counting}\nconsole.log(count);`,
  "mock.cjs": `${commonjs}(async () => {${counting}\nconsole.log(count);\n})();`,
  "node.test.mjs": `${esm}import assert from "node:assert";\nimport { test } from "node:test";
    test("counts", async () => {${counting}\nassert.equal(count, 10);\n});`,
  "jest.test.cjs": `${commonjs}test("counts", async () => {${counting}\nexpect(count).toBe(10);\n});`,
  "jest.config.cjs": `module.exports = { testMatch: ["**/jest.test.cjs"], watchman: false };`,
  "vitest.test.mjs": `${esm}test("counts", async () => {${counting}\nexpect(count).toBe(10);\n});`,
  "vitest.config.mjs": `export default { test: { globals: true, include: ["vitest.test.mjs"] } };`,
};

const folder = join(consumer, "mock");

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
});

describe.each([20, 22, 24, 26])("the mock on Node %s", (version) => {
  const node = tool(`node-${version}/bin/node`);
  const run = (...args: string[]) => runProgram(node, args, { cwd: folder, timeout: 100_000 });

  test("csbs count --mock", async () => {
    expect(await run(command, "count", "--mock")).toBe("10\n");
  });

  test("csbs mock", async () => {
    const child = spawn(node, [command, "mock", "--port", "0"], { cwd: folder });
    try {
      const output = { text: "" };
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output.text += chunk));
      await expect.poll(() => output.text, { timeout: 60_000 }).toMatch(/listens on http/);
      const [url] = /http:\/\/[\d.:]+/.exec(output.text) ?? [];
      const headers = { "X-Auth-Token": secret };
      const response = await fetch(`${url}/v1/${projectId}/checkpoint_items/count`, { headers });
      expect(await response.json()).toEqual({ count: 10 });
      const target = `${url}/v1/%zz`;
      expect((await fetch(target, { headers })).status).toBe(400);
    } finally {
      child.kill("SIGKILL");
    }
  });

  test.each(["mock.mjs", "mock.cjs"])("startMock() by %s", async (file) => {
    expect(await run(file)).toBe("10\n");
  });

  test("startMock() in node:test", async () => {
    expect(await run("--test", "node.test.mjs")).toMatch(/pass 1\n[\s\S]*fail 0\n/);
  });

  test("startMock() in Jest, without flags", async () => {
    await run(tool("jest/bin/jest.js"), "--config", "jest.config.cjs", "--ci");
  });

  test("startMock() in vitest", async () => {
    expect(await run(tool("vitest-3/vitest.mjs"), "run")).toMatch(/Tests +1 passed/);
  });
});

test("importing the client, or the mock without starting one, loads no engine", async () => {
  const program = `
    const { createRequire } = require("node:module");
    require("csbs-api"); require("csbs-api/mock");
    console.log(Object.keys(require.cache).map((file) => file.split(/[\\\\/]/).at(-1)).join(" "));`;
  expect(await runProgram(tool("node-20/bin/node"), ["--eval", program], { cwd: consumer })).toBe(
    "index.cjs mock.cjs\n",
  );
});
