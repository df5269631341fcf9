import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { pathOf } from "./description-files.ts";
import { cases, classifiedRequests, plainRequest, send } from "./exchanges.ts";
import { type Backend, createBackend, type RunningServer, startExpress } from "./node-tools.js";
import { createToolTable, expectFindings, npmVersion } from "./tool-table.ts";

const { describeTool, expectTable } = createToolTable("request-validators");
const checked =
  "accepts and refuses the requests of fixtures and contract tests; takes every example as a response";
const fixtures = new Map(cases.map((fixture) => [fixture.id, fixture]));

const express = {
  tool: "express-openapi-validator",
  version: npmVersion("express-openapi-validator"),
  checked,
  remarks:
    "Refuses reserved characters in a query, such as a colon, unless they are percent-encoded. Cannot validate responses " +
    "with the 3.0 file: it takes id in an example for the id of a schema.",
};

describeTool(express, (file) => {
  let server: RunningServer;
  beforeAll(async () => {
    // See the remark.
    const validateResponses = file !== "openapi-3.0.json";
    server = await startExpress(pathOf(file), { validateResponses }, (name = "") => {
      return fixtures.get(name)?.response ?? { status: 204 };
    });
  });
  afterAll(() => server.stop());

  test("accepts and refuses what it must", async () => {
    const findings: string[] = [];
    for (const { name, accepted, ...request } of classifiedRequests(file)) {
      const fixture = fixtures.get(name);
      // Without a name the response has no body to validate.
      const headers = { ...request.headers, ...(fixture && { "X-Case": name }) };
      const response = await send(server.url, { ...request, headers });
      const text = await response.text();
      const isRight = accepted
        ? response.status === (fixture?.response.status ?? 204)
        : [400, 401, 415].includes(response.status);
      if (!isRight) findings.push(`${name}: ${response.status} ${text}`);
    }
    expectFindings(findings, [/^\w+, good: .*Its value may not contain reserved characters/]);
  });

  test.runIf(file === "openapi-3.0.json")("takes id in an example for the id of a schema", async () => {
    const reply = () =>
      cases.find(({ operationId }) => operationId === "getBackup")?.response ?? { status: 204 };
    const broken = await startExpress(pathOf(file), { validateResponses: true }, reply);
    onTestFinished(() => broken.stop());
    const response = await send(broken.url, plainRequest("getBackup", "code=200"));
    expect(await response.text()).toContain("resolves to more than one schema");
    expect(response.status).toBe(500);
  });
});

const backend = {
  tool: "openapi-backend",
  version: npmVersion("openapi-backend"),
  checked,
  remarks:
    "OpenAPI 3.1 needs quick: true, because it validates every description by the rules of 3.0. Refuses unknown query " +
    "parameters.",
};

describeTool(backend, (file) => {
  let api: Backend;
  beforeAll(async () => {
    api = await createBackend(pathOf(file), { quick: file === "openapi.yaml" });
  });

  test.runIf(file === "openapi.yaml")("validates by the rules of 3.0", async () => {
    await expect(createBackend(pathOf(file), { quick: false })).rejects.toThrow(
      "must NOT have additional properties",
    );
  });

  test("accepts and refuses what it must", async () => {
    const findings: string[] = [];
    for (const { name, accepted, method, target, headers, body } of classifiedRequests(file)) {
      const lower = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]);
      const { status, errors } = await api.request({
        method,
        path: target,
        headers: Object.fromEntries(lower),
        ...(body === undefined ? {} : { body: JSON.parse(body) }),
      });
      const isRight = accepted ? status === 200 : status === 400 || status === 401;
      if (!isRight) findings.push(`${name}: ${status} ${JSON.stringify(errors)}`);
    }
    expectFindings(findings, [/^\w+, good: .*"instancePath":"\/query".*"keyword":"additionalProperties"/]);
  });

  test("takes every example as a response", () => {
    const findings = cases.flatMap(({ id, operationId, response: { status, body } }) => {
      const errors = body === undefined ? [] : api.validateResponse(operationId, status, body);
      return errors.length === 0 ? [] : [`${id}: ${JSON.stringify(errors)}`];
    });
    expectFindings(findings);
  });
});

expectTable();
