import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonObject, Parameter, Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { document, operations, queryOf } from "../support/spec.ts";

/** The description next to the vendor's tables: whatever differs from them has a mark that names the row of the record. */
type Page = "none" | string | string[] | ({ type: string } & JsonObject);

const pages = parse(readFileSync(new URL("pages.yaml", import.meta.url), "utf8")) as {
  [component: string]: { [property: string]: Page };
};

const limits =
  "format enum const pattern minLength maxLength minimum maximum minItems maxItems uniqueItems minProperties".split(
    " ",
  );
/** Width of a number; it refuses nothing that the tables allow. */
const harmless = { format: "int64" };

const released = JSON.parse(
  readFileSync(new URL("../../openapi/released.json", import.meta.url), "utf8"),
) as {
  components: { schemas: object };
};

type Marked = Schema & { "x-csbs-differences"?: string[]; $ref?: string } & JsonObject;

const schemas = document.components.schemas as unknown as { [name: string]: Marked };

function marksOf(...nodes: (Marked | undefined)[]): string[] {
  return nodes.flatMap((node) => node?.["x-csbs-differences"] ?? []);
}

/** What differs from the table: the property itself, its type, or a limit. */
function differencesOf(schema: Marked, page: Page): string[] {
  if (page === "none") return ["on no table"];
  const table = typeof page === "object" && !Array.isArray(page) ? page : { type: page };
  const { type, ...documented } = table as { type: string | string[] } & JsonObject;
  const wider = [schema.type ?? "object"].flat().filter((name) => ![type].flat().includes(name));
  const own = limits.filter((limit) => {
    if (schema[limit] === undefined || schema[limit] === harmless[limit as "format"]) return false;
    return JSON.stringify(schema[limit]) !== JSON.stringify(documented[limit]);
  });
  return [...wider.map((name) => `may be ${name}`), ...own.map((limit) => `has a ${limit}`)];
}

const properties = Object.entries(pages).flatMap(([component, table]) =>
  Object.entries(table).map(
    ([property, page]) => [`${component}.${property}`, { component, property, page }] as const,
  ),
);

/** A component that is newer than the last release needs no table yet. */
test("every property of every released component is compared, and there are no others", () => {
  const described = Object.entries(schemas)
    .filter(([name]) => name in pages || name in released.components.schemas)
    .filter(([name, { properties }]) => properties !== undefined && !/^(Error|Fault|Iam)/.test(name))
    .flatMap(([name, { properties }]) =>
      Object.keys(properties as object).map((property) => `${name}.${property}`),
    );
  expect(properties.map(([name]) => name).sort()).toEqual(described.sort());
});

test.for(properties)("%s is as its table has it, or marked", ([, { component, property, page }]) => {
  const holder = schemas[component] as Marked;
  const own = holder.properties?.[property] as Marked;
  const found = resolve<Marked>(document, own as { $ref: string });
  // A mark on the component itself speaks for its properties where they are on no table.
  const marks = page === "none" ? marksOf(own, found, holder) : marksOf(own, found);
  if (marks.length === 0) expect(differencesOf(found, page)).toEqual([]);
});

describe("parameters", () => {
  const seen = new Map<string, { name: string; parameter: Parameter }>();
  for (const found of operations) {
    for (const parameter of found.parameters) {
      seen.set(`${found.operation.operationId} ${parameter.name}`, { name: parameter.name, parameter });
    }
  }

  /** The tables type each parameter, and limit these. */
  const documented: { [name: string]: JsonObject } = {
    all_tenants: { type: "boolean" },
    limit: { type: "integer", minimum: 1 },
    offset: { type: "integer" },
    status: { type: "string", enum: schemas.BackupStatus?.enum ?? [] },
    provider_id: { type: "string", const: "fc4d5750-22e7-4798-8a46-f48f62c4c1da" },
    key: { type: "string", minLength: 1, maxLength: 127, pattern: "^[^\\x00-\\x1F*<>\\\\=,|/]+$" },
  };
  const sortKeys = "created_at|updated_at|name|status|protected_at|id";
  const listSort = `^(${sortKeys})(:(asc|desc))?(,(${sortKeys})(:(asc|desc))?)*$`;

  test.for([...seen])("%s is as its table has it, or marked", ([id, { name, parameter }]) => {
    const schema = resolve<Marked>(document, parameter.schema as unknown as { $ref: string });
    const sort = {
      type: "string",
      maxLength: 255,
      ...(id.startsWith("listBackups") ? { pattern: listSort } : {}),
    };
    const page = (name === "sort" ? sort : (documented[name] ?? { type: "string" })) as Page;
    if (marksOf(parameter as unknown as Marked, schema).length === 0)
      expect(differencesOf(schema, page)).toEqual([]);
  });

  test("countBackups has the 13 filters of its page", () => {
    const count = operations.find(({ operation }) => operation.operationId === "countBackups");
    expect(count && queryOf(count)).toHaveLength(13);
  });
});
