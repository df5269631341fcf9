import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Document, Response } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { componentName, resolve } from "../../src/spec/reference.ts";
import { readDocument } from "./description-files.ts";
import { plainRequest, send } from "./exchanges.ts";
import { type StockPrism, startStockPrism } from "./prism-cli.ts";
import { createToolTable, npmVersion } from "./tool-table.ts";

const largestBody = 100_000;
/** Not a measure of speed: the machine may be busy. What took longest is printed. */
const hangs = 10_000;

const { describeTool, expectTable } = createToolTable("servers");

const tool = {
  tool: "prism-cli",
  version: npmVersion("@stoplight/prism-cli"),
  checked:
    "returns every example, accepts and refuses the requests of the contract tests; with --dynamic, " +
    "every response of every operation is at most 100 kB and valid",
};

describeTool(tool, (file) => {
  const document = readDocument(file);
  const validatorOf = createValidators(document);
  const measured = { milliseconds: 0, slowest: "", bytes: 0, largest: "" };

  describe.each([{ dynamic: false }, { dynamic: true }])("dynamic: $dynamic", ({ dynamic }) => {
    let prism: StockPrism;
    let hung = "";
    beforeAll(async () => {
      prism = await startStockPrism(file, { dynamic });
    });
    afterAll(() => prism.stop());

    for (const { operation } of listOperations(document)) {
      const { operationId } = operation;
      test.each(Object.keys(operation.responses))(`${operationId} %s`, async (key) => {
        expect(hung, "a response that did not come; Prism is not asked again").toBe("");
        const request = plainRequest(operationId, key === "default" ? "code=502" : `code=${key}`);
        const start = performance.now();
        hung = `${operationId} ${key}`;
        const response = await send(prism.url, request, hangs);
        const text = await response.text();
        hung = "";
        note(measured, `${operationId} ${key}`, performance.now() - start, text.length);

        expect(response.status).toBe(key === "default" ? 502 : Number(key));
        expect(text.length).toBeLessThanOrEqual(largestBody);
        const validate = validatorOf(operation.responses[key] as Response);
        if (validate === undefined) expect(text).toBe("");
        else {
          validate(JSON.parse(text));
          expect(validate.errors ?? [], text.slice(0, 1000)).toEqual([]);
        }
      });
    }
  });

  afterAll(() => {
    const { milliseconds, slowest, bytes, largest } = measured;
    console.info(
      `prism-cli, ${file}: at most ${Math.round(milliseconds)} ms (${slowest}), ${bytes} bytes (${largest})`,
    );
  });
});

expectTable();

function note(
  measured: { milliseconds: number; slowest: string; bytes: number; largest: string },
  name: string,
  milliseconds: number,
  bytes: number,
): void {
  if (milliseconds > measured.milliseconds) Object.assign(measured, { milliseconds, slowest: name });
  if (bytes > measured.bytes) Object.assign(measured, { bytes, largest: name });
}

/** Validators of responses by the rules of the version of OpenAPI that the document is written in. */
function createValidators(document: Document): (response: Response) => ValidateFunction | undefined {
  const ajv = document.openapi.startsWith("3.0")
    ? new Ajv({ strict: false, allErrors: true })
    : new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addSchema({ $id: "csbs:/description", components: document.components });
  return (node) => {
    const { schema } = resolve<Response>(document, node).content?.["application/json"] ?? {};
    if (schema?.$ref === undefined) return undefined;
    return ajv.compile({ $ref: `csbs:/description#/components/schemas/${componentName(schema.$ref)}` });
  };
}
