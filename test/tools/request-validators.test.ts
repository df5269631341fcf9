import { afterAll, beforeAll, expect, test } from "vitest";
import { operations } from "../support/spec.ts";
import { pathOf } from "./description-files.ts";
import { cases, judgedRequests, send } from "./exchanges.ts";
import { type Backend, createBackend, type RunningServer, startExpress } from "./node-tools.js";
import { createToolTable, npmVersion } from "./tool-table.ts";

const { describeTool, expectTable } = createToolTable("request-validators");
const operationIds = operations.map(({ operation }) => operation.operationId);
const checked =
  "accepts and refuses the requests of fixtures and contract tests; takes every example as a response";

const requestsOf = (id: string) => judgedRequests.filter(({ operationId }) => operationId === id);
const answersOf = (id: string) => cases.filter(({ operationId }) => operationId === id);

/** Refused though a query may have them as they are; of the console's requests some do. */
const reserved = /[:?#[\]@!$'()*+,;]/;
const express = {
  tool: "express-openapi-validator",
  version: npmVersion("express-openapi-validator"),
  checked,
  remarks: "Refuses reserved characters in a query, such as : and ,, unless they are percent-encoded.",
};

describeTool(express, (file) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startExpress(pathOf(file), (name) => {
      const { response } = cases.find(({ id }) => id === name) ?? { response: { status: 204 } };
      return response;
    });
  });
  afterAll(() => server.stop());

  test.each(operationIds)("%s", async (operationId) => {
    const wrong: unknown[] = [];
    const unencoded: string[] = [];
    for (const { name, accepted, target, ...request } of requestsOf(operationId)) {
      const [path = "", query = ""] = target.split("?");
      const pairs = [...new URLSearchParams(query)].map((pair) => pair.map(encodeURIComponent).join("="));
      const encoded = query === "" ? path : `${path}?${pairs.join("&")}`;
      if (accepted && query.split("&").some((pair) => reserved.test(pair.slice(pair.indexOf("="))))) {
        unencoded.push(await (await send(server.url, { ...request, target })).text());
      }
      const fixture = cases.find(({ id }) => id === name);
      // Without a body of its own, a response of another kind is never asked for.
      const headers = { ...request.headers, ...(fixture && { "X-Case": name }) };
      const response = await send(server.url, { ...request, target: encoded, headers });
      const text = await response.text();
      const isRight = accepted
        ? response.status === (fixture?.response.status ?? 204)
        : [400, 401, 415].includes(response.status);
      if (!isRight) wrong.push({ name, status: response.status, text });
    }
    expect(wrong).toEqual([]);
    for (const text of unencoded) expect(text).toContain("Its value may not contain reserved characters");
  });
});

const backend = {
  tool: "openapi-backend",
  version: npmVersion("openapi-backend"),
  checked,
  remarks: "OpenAPI 3.1 needs quick: true, because it validates every description by the rules of 3.0.",
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

  test.each(operationIds)("%s", async (operationId) => {
    const wrong: unknown[] = [];
    for (const { name, accepted, method, target, headers, body } of requestsOf(operationId)) {
      const lower = Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]),
      );
      const { status, errors } = await api.request({
        method,
        path: target,
        headers: lower,
        ...(body === undefined ? {} : { body: JSON.parse(body) }),
      });
      const isRight = accepted ? status === 200 : status === 400 || status === 401;
      if (!isRight) wrong.push({ name, status, errors });
    }
    for (const { id, response } of answersOf(operationId)) {
      if (response.body === undefined) continue;
      const errors = api.validateResponse(operationId, response.status, response.body);
      if (errors.length > 0) wrong.push({ id, errors });
    }
    expect(wrong).toEqual([]);
  });
});

expectTable();
