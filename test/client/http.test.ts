import { describe, expect, test } from "vitest";
import { CsbsConfigError, CsbsResponseError } from "../../src/index.ts";
import { json, projectId, rejection, stubbedClient } from "../support/client.ts";

const path = "/v1/{project_id}/checkpoint_items/count";
const inPath = { project_id: projectId };

describe("calls by path", () => {
  test.each([
    ["null", null],
    ["a Map", new Map([["status", "error"]])],
    ["a list", [["status", "error"]]],
    ["a function", () => ({ status: "error" })],
    ["URLSearchParams", new URLSearchParams({ status: "error" })],
  ])("refuse a query that is %s, which would count everything", async (_, query) => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    const error = await rejection(csbs.http.GET(path, { params: { path: inPath, query: query as never } }));
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error).toMatchObject({ message: "params.query must be a plain object of names and values" });
    expect(requests).toEqual([]);
  });

  test("do not quote a body that is invalid JSON", async () => {
    const { csbs } = stubbedClient(() => new Response("{secret-in-the-body", { status: 200 }));
    const error = await rejection(csbs.http.GET(path, { params: { path: inPath } }));
    expect(error).toBeInstanceOf(CsbsResponseError);
    expect((error as Error).message).toBe("responded 200 with a body that is invalid JSON");
    expect((error as Error).cause).toBeUndefined();
  });
});

test("an auth function cannot send the credential to another origin", async () => {
  const { csbs, requests } = stubbedClient(() => json({ count: 1 }), {
    auth: (request) => new Request("https://elsewhere.example.com/", request),
  });
  const error = await rejection(csbs.countBackups());
  expect(error).toBeInstanceOf(CsbsConfigError);
  expect((error as Error).message).toContain("the request goes to https://elsewhere.example.com");
  expect(requests).toEqual([]);
});
