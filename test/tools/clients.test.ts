import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { secret } from "../support/client.ts";
import { parseLines } from "../support/programs.ts";
import { operations } from "../support/spec.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";
import { pathOf } from "./description-files.ts";
import { cases } from "./exchanges.ts";
import { convertToPostman, runPostman } from "./node-tools.js";
import { createToolTable, npmVersion, pinnedVersion } from "./tool-table.ts";

const { describeTool, expectTable } = createToolTable("clients");

const postman = {
  tool: "openapi-to-postmanv2",
  version: npmVersion("openapi-to-postmanv2"),
  checked: `collection has every request; newman ${npmVersion("newman")} sends them, and the mock refuses none`,
};

describeTool(postman, (file) => {
  test("every request is accepted", async () => {
    const collection = await convertToPostman(readFileSync(pathOf(file), "utf8"));
    const executions = await runPostman(collection, { baseUrl: inject("mockUrl"), apiKey: "any-token" });
    expect(executions.map(({ name }) => name).sort()).toEqual(
      operations.map(({ operation }) => operation.summary).sort(),
    );
    const refused = executions.filter(({ status }) => typeof status === "string" || status >= 300);
    expect(refused).toEqual([]);
  });
});

const called = ["countBackups", "listBackups", "getBackup", "createBackup", "createPolicy"];

/** The call that an assistant makes: parameters and properties of the body are arguments alike. */
function callOf(operationId: string) {
  const plain = cases.find((fixture) => fixture.operationId === operationId && fixture.kind === "response");
  const { parameters = {}, body } = plain?.request ?? {};
  return {
    tool: operationId,
    arguments: { ...parameters, ...(body as object | undefined) },
    result: plain?.response.body,
  };
}

const mcp = {
  tool: "FastMCP",
  version: pinnedVersion("python/requirements.txt", "\nfastmcp=="),
  checked: "MCP server has a tool for each operation; five of them are called on the mock",
};

describeTool(mcp, (file) => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop(join(import.meta.dirname, "mcp"));
  });
  afterAll(() => workshop.close());

  test("five operations return what the mock sent", async () => {
    const calls = called.map(callOf);
    const input = join(tmpdir(), `csbs-mcp-${process.pid}-${file}`);
    await writeFile(input, JSON.stringify(calls));
    const python = join(inject("pythonPrograms"), "python");
    const output = await workshop.run(`${python} main.py ${pathOf(file)} < ${input}; rm ${input}`, {
      CSBS_ENDPOINT: inject("mockUrl"),
      OS_TOKEN: secret,
    });
    const [listed, ...results] = parseLines<object>(output);
    expect(listed).toEqual({
      tools: expect.arrayContaining(operations.map(({ operation }) => operation.operationId)),
    });
    expect(results).toEqual(calls.map(({ tool: name, result }) => ({ tool: name, result })));
  });
});

expectTable();
