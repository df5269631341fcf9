import { describe, expect, test } from "vitest";
import { operationTable } from "../../generated/operations.ts";
import type { OperationId } from "../../src/mock/description/document.ts";
import { ExampleService } from "../../src/mock/description/example-service.ts";
import { startMock } from "../../src/mock.ts";
import { validator } from "../../src/validators.ts";
import { testClient } from "../support/client.ts";
import { playing } from "../support/scenario.ts";
import { specDocument } from "../support/service.ts";

const service = new ExampleService(specDocument);
const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const route = (operation: OperationId) => ({ operation, path: {} });
const listOperations = (Object.keys(operationTable) as OperationId[]).filter(
  (operation) => specDocument.pagesOf(operation) !== undefined,
);

/** Reads pages as a client does that stops at an empty one; fails when none is. */
function pagesUntilEmpty(
  operation: OperationId,
  next: (page: { [name: string]: string }[], read: number) => object,
) {
  const { items, key, by } = specDocument.pagesOf(operation) ?? { items: "", key: "", by: "" };
  const ids: unknown[] = [];
  let asked: object = next([], 0);
  for (let request = 1; request <= 20; request += 1) {
    const query = new URLSearchParams(by === "marker" ? { ...asked } : {});
    const { body } = service.respond(route(operation), query, { action: "filter", ...asked }) ?? {};
    const page = (body as { [name: string]: { [name: string]: string }[] })[items] ?? [];
    if (page.length === 0) return ids;
    ids.push(...page.map((item) => item[key]));
    asked = next(page, ids.length);
  }
  throw new Error("no page was empty");
}

/** Every ID of the list, from one page. */
function idsOf(operation: OperationId): unknown[] {
  const { items, key } = specDocument.pagesOf(operation) as { items: string; key: string };
  const { body } = service.respond(route(operation), new URLSearchParams(), { action: "filter" }) ?? {};
  const ids = (body as { [name: string]: { [name: string]: string }[] })[items]?.map((item) => item[key]);
  expect(ids?.length).toBeGreaterThan(0);
  return ids ?? [];
}

describe("a client that pages until a page is empty ends, with each item once:", () => {
  test("there are lists", () => expect(listOperations).toHaveLength(4));

  describe.each(listOperations)("%s by offset", (operation) => {
    test.each([{}, { limit: "1" }, { limit: "1000" }])("with %j", (limit) => {
      expect(pagesUntilEmpty(operation, (_, read) => ({ ...limit, offset: String(read) }))).toEqual(
        idsOf(operation),
      );
    });
  });

  const byMarker = listOperations.filter((operation) => specDocument.pagesOf(operation)?.by === "marker");

  describe.each(byMarker)("%s by marker", (operation) => {
    const { items, key } = specDocument.pagesOf(operation) as { items: string; key: string };

    test.each([{}, { limit: "1" }, { limit: "1000" }])("with %j", (limit) => {
      const next = (page: { [name: string]: string }[]) => {
        const marker = page.at(-1)?.[key]?.toUpperCase();
        return marker === undefined ? limit : { ...limit, marker };
      };
      expect(pagesUntilEmpty(operation, next)).toEqual(idsOf(operation));
    });

    test("after an ID that is not in the list there is nothing", () => {
      const query = new URLSearchParams({ marker: "00000000-0000-4000-8000-000000000000" });
      expect(service.respond(route(operation), query, undefined)?.body).toMatchObject({ [items]: [] });
    });
  });
});

describe("the response goes with the request:", () => {
  /** Requests of one operation that ask for different kinds of things have different kinds of responses. */
  test.each(Object.keys(operationTable) as OperationId[])("%s", (operation) => {
    const bodies = Object.entries(specDocument.requestBody(operation)?.examples ?? {});
    const examples = specDocument.successExamples(operation);
    const names = bodies.map(([name]) => name);
    for (const { request } of examples) if (request !== undefined) expect(names).toContain(request);
    for (const [name, body] of bodies) {
      const response = service.respond(route(operation), new URLSearchParams(), body)?.body as
        | object
        | undefined;
      const own = examples.find(({ request }) => request === name)?.value;
      if (own !== undefined) expect(response).toEqual(own);
      expect(Object.keys(response ?? {}).sort()).toEqual(Object.keys(own ?? examples[0]?.value ?? {}).sort());
    }
  });

  const volumes = [{ backup_id: server, volume_id: server }];
  const target = { resource_id: server, resource_type: "OS::Nova::Server" as const, volumes };

  test.each([
    ["without a scenario", {}],
    ["with state", { scenario: "everyday" as const }],
  ])("over HTTP, %s", async (_, options) => {
    const mock = await startMock(options);
    try {
      const csbs = testClient({ endpoint: mock.url, validate: validator });
      const check_restorable = [{ checkpoint_item_id: server, target }];
      expect(await csbs.checkResources({ body: { check_restorable } })).toHaveProperty("restorable");
      const check_protectable = [{ resource_id: server, resource_type: "OS::Nova::Server" as const }];
      expect(await csbs.checkResources({ body: { check_protectable } })).toHaveProperty("protectable");
      for (const find of [csbs.findBackupsByTag, csbs.findPoliciesByTag]) {
        expect(await find({ body: { action: "count" } })).not.toHaveProperty("resources");
        expect(await find({ body: { action: "filter" } })).toHaveProperty("resources");
        expect(await find({ body: { action: "filter", offset: "50" } })).toMatchObject({ resources: [] });
      }
      const { checkpoint_items } = await csbs.listBackups();
      const marker = checkpoint_items.at(-1)?.id as string;
      expect(await csbs.listBackups({ marker })).toMatchObject({ checkpoint_items: [] });
    } finally {
      await mock.stop();
    }
  });

  test("what was chosen comes whole", async () => {
    const { csbs } = await playing({});
    const headers = { Prefer: "example=someBackupsListed" };
    const { checkpoint_items } = await csbs.listBackups({ limit: 1 }, { headers });
    expect(checkpoint_items.length).toBeGreaterThan(1);
  });
});
