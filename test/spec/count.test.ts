import { describe, expect, test } from "vitest";
import type { Json, Response, Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { document, findOperation, queryOf } from "../support/spec.ts";

/** countBackups, field by field against its source page. */
const { operation, method, path, parameters } = findOperation("countBackups");

const states =
  "waiting_protect, protecting, available, waiting_restore, restoring, error, waiting_delete, deleting, deleted".split(
    ", ",
  );

describe("countBackups as its page has it", () => {
  test("method and path", () => {
    expect([method, path]).toEqual(["get", "/v1/{project_id}/checkpoint_items/count"]);
  });

  test("the project is in the path, and needed", () => {
    expect(parameters.filter(({ in: place }) => place === "path")).toEqual([
      expect.objectContaining({
        name: "project_id",
        required: true,
        schema: expect.objectContaining({ type: "string" }),
      }),
    ]);
  });

  test("13 filters in the page's order, none needed, with the page's types", () => {
    const types = queryOf(findOperation("countBackups")).map(({ name, required, schema }) => {
      const { type } = resolve<Schema>(document, schema);
      return [name, required ?? false, type];
    });
    expect(types).toEqual([
      ["status", false, "string"],
      ["all_tenants", false, "boolean"],
      ["name", false, "string"],
      ["az", false, "string"],
      ["resource_id", false, "string"],
      ["resource_name", false, "string"],
      ["start_time", false, "string"],
      ["end_time", false, "string"],
      ["image_type", false, "string"],
      ["policy_id", false, "string"],
      ["ip", false, "string"],
      ["checkpoint_id", false, "string"],
      // String on the page; the service takes it repeated.
      ["resource_type", false, "array"],
    ]);
  });

  test("the nine states of status", () => {
    const status = queryOf(findOperation("countBackups")).find(({ name }) => name === "status");
    expect(resolve<Schema>(document, status?.schema ?? {}).enum).toEqual(states);
  });

  test("the statuses, in the page's words", () => {
    const words = Object.entries(operation.responses).map(([status, node]) => [
      status,
      resolve<Response>(document, node).description.split("\n")[0],
    ]);
    const ofGateway = words.filter(([status]) => status === "429" || status === "default");
    expect(words.filter((word) => !ofGateway.includes(word))).toEqual([
      ["200", expect.stringMatching(/^OK/)],
      ["400", "Invalid request parameters."],
      ["401", "Authentication failed."],
      ["403", "No operation permission."],
      ["404", "Requested object not found."],
      ["500", "Service internal error."],
      ["503", "Service unavailable."],
    ]);
    expect(ofGateway).toHaveLength(2);
  });

  test("the response: a count, needed, int64, never below 0; 10 as on the page, and none", () => {
    const { content } = resolve<Response>(document, operation.responses["200"] as Response);
    const media = content?.["application/json"];
    const schema = resolve<Schema & { required: string[]; properties: Record<string, Json> }>(
      document,
      media?.schema as never,
    );
    expect(schema.required).toEqual(["count"]);
    expect(schema.properties).toEqual({
      count: expect.objectContaining({ type: "integer", format: "int64", minimum: 0 }),
    });
    const values = Object.values(media?.examples ?? {}).map(
      (held) => resolve<{ value: Json }>(document, held as { value: Json }).value,
    );
    expect(values).toEqual([{ count: 10 }, { count: 0 }]);
  });

  test("the source page", () => {
    expect(operation.externalDocs.url).toMatch(/en-us_topic_0059304233\.html$/);
  });
});

describe("the document", () => {
  test("offers both clouds, with their regions as variables", () => {
    const { servers } = document as unknown as {
      servers: { url: string; variables: Record<string, { default: string }> }[];
    };
    expect(servers.map(({ url, variables }) => [url, variables.region?.default])).toEqual([
      ["https://csbs.{region}.otc.t-systems.com", "eu-de"],
      ["https://csbs.{region}.myhuaweicloud.com", "cn-north-1"],
    ]);
  });

  test("takes a token or a signature", () => {
    expect(document).toMatchObject({
      security: [{ tokenAuth: [] }, { accessKeyAuth: [] }],
      components: { securitySchemes: { tokenAuth: { type: "apiKey", in: "header", name: "X-Auth-Token" } } },
    });
  });
});
