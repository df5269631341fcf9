import fs from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Spectral } from "@stoplight/spectral-core";
import { Yaml } from "@stoplight/spectral-parsers";
import { bundleAndLoadRuleset } from "@stoplight/spectral-ruleset-bundler/with-loader";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse, stringify } from "yaml";
import { root, runScript } from "../support/process.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document that is about to be broken has no type.
type Loose = any;

const good = fs.readFileSync(join(import.meta.dirname, "documents/good.yaml"), "utf8");
const rulesetFile = join(root, ".spectral.yaml");
const spectral = new Spectral();

beforeAll(async () => {
  spectral.setRuleset(await bundleAndLoadRuleset(rulesetFile, { fs, fetch }));
});

async function findings(change: (document: Loose) => void): Promise<{ rule: string; path: string }[]> {
  const document = parse(good);
  change(document);
  const results = await spectral.run(
    new Document(stringify(document, { aliasDuplicateObjects: false }), Yaml, "kites.yaml"),
  );
  return results.map(({ code, path }) => ({ rule: String(code), path: path.join(".") }));
}

const operation = (document: Loose) => document.paths["/kites/{kite_id}/tails"].get;
const ok = (document: Loose) => operation(document).responses["200"].content["application/json"];
const schemas = (document: Loose) => document.components.schemas;

/** rule, what is wrong, how to break the good document, and where the rule must find it. */
const bad: [rule: string, title: string, change: (document: Loose) => void, path: string][] = [
  [
    "csbs-both-drafts",
    "a dialect",
    (d) => (d.jsonSchemaDialect = "https://json-schema.org/draft/2020-12/schema"),
    "jsonSchemaDialect",
  ],
  ...["dependentRequired", "dependencies", "patternProperties", "$defs"].map(
    (keyword): (typeof bad)[number] => [
      "csbs-both-drafts",
      keyword,
      (d) => (schemas(d).Extra[keyword] = {}),
      `Extra.${keyword}`,
    ],
  ),
  [
    "csbs-both-drafts",
    "deep in a schema",
    (d) => (schemas(d).Extra.properties.note.not = { unevaluatedProperties: false }),
    "note.not.unevaluatedProperties",
  ],
  [
    "csbs-extension-names",
    "an id",
    (d) => (operation(d)["x-csbs-pages"] = { items: "tails", id: "id" }),
    "x-csbs-pages.id",
  ],
  ["csbs-schema-title", "none", (d) => delete schemas(d).Extra.title, "Extra"],
  ["csbs-schema-title", "a question", (d) => (schemas(d).TailCount.title = "How many tails"), "TailCount"],
  ["csbs-operation-id", "no verb of ours", (d) => (operation(d).operationId = "tailsCount"), "operationId"],
  ["csbs-operation-id", "snake_case", (d) => (operation(d).operationId = "count_tails"), "operationId"],
  ["csbs-operation-id", "capital first", (d) => (operation(d).operationId = "CountTails"), "operationId"],
  ["csbs-operation-id", "a verb alone", (d) => (operation(d).operationId = "count"), "operationId"],
  ["csbs-operation-one-tag", "no tag", (d) => delete operation(d).tags, "get"],
  [
    "csbs-operation-one-tag",
    "two tags",
    (d) => {
      d.tags.push({ name: "More", description: "x" });
      operation(d).tags.push("More");
    },
    "tags",
  ],
  ["csbs-operation-documented", "no summary", (d) => delete operation(d).summary, "get"],
  ["csbs-operation-documented", "no description", (d) => delete operation(d).description, "get"],
  ["csbs-operation-documented", "no source page", (d) => delete operation(d).externalDocs, "get"],
  ["csbs-operation-clouds", "none", (d) => delete operation(d)["x-csbs-clouds"], "get"],
  ["csbs-operation-clouds", "an empty list", (d) => (operation(d)["x-csbs-clouds"] = []), "x-csbs-clouds"],
  [
    "csbs-operation-clouds",
    "an unknown cloud",
    (d) => (operation(d)["x-csbs-clouds"] = ["aws"]),
    "x-csbs-clouds.0",
  ],
  [
    "csbs-parameter-described",
    "of an operation",
    (d) => delete operation(d).parameters[0].description,
    "parameters.0",
  ],
  [
    "csbs-parameter-described",
    "of a component",
    (d) => delete d.components.parameters.KiteId.description,
    "KiteId",
  ],
  [
    "csbs-parameter-exemplified",
    "of an operation",
    (d) => delete operation(d).parameters[0].example,
    "parameters.0",
  ],
  [
    "csbs-parameter-exemplified",
    "of a component",
    (d) => delete d.components.parameters.KiteId.example,
    "KiteId",
  ],
  ...["400", "401", "403", "404", "429", "500", "503", "default"].map((status): (typeof bad)[number] => [
    "csbs-error-statuses",
    `no ${status}`,
    (d) => delete operation(d).responses[status],
    "responses",
  ]),
  [
    "csbs-error-body",
    "another schema",
    (d) =>
      (d.components.responses.Refused.content["application/json"].schema = {
        $ref: "#/components/schemas/Extra",
      }),
    "responses.400",
  ],
  [
    "csbs-error-body",
    "invalid JSON",
    (d) => (operation(d).responses["404"] = { description: "Gone." }),
    "responses.404",
  ],
  ["csbs-response-exampled", "of an operation", (d) => delete ok(d).examples, "application/json"],
  [
    "csbs-response-exampled",
    "a single nameless example",
    (d) => {
      ok(d).example = { count: 1 };
      delete ok(d).examples;
    },
    "application/json",
  ],
  [
    "csbs-response-exampled",
    "of a component",
    (d) => delete d.components.responses.Refused.content["application/json"].examples,
    "application/json",
  ],
  [
    "csbs-example-named",
    "kebab-case",
    (d) => (ok(d).examples = { "some-tails": { summary: "x", value: { count: 1 } } }),
    "some-tails",
  ],
  ["csbs-example-summarised", "no summary", (d) => delete ok(d).examples.someTails.summary, "someTails"],
  [
    "csbs-no-default",
    "a parameter's",
    (d) => (operation(d).parameters[0].schema = { type: "string", default: "red" }),
    "parameters.0.schema",
  ],
  ["csbs-no-default", "a property's", (d) => (schemas(d).Extra.properties.note.default = "x"), "note"],
  ["csbs-schema-documented", "no description", (d) => delete schemas(d).ErrorBody.description, "ErrorBody"],
  ["csbs-property-described", "none", (d) => delete schemas(d).Extra.properties.note.description, "note"],
  [
    "csbs-wire-names",
    "a parameter in camelCase",
    (d) => (operation(d).parameters[0].name = "tailColour"),
    "parameters.0",
  ],
  [
    "csbs-wire-names",
    "a property in kebab-case",
    (d) => (schemas(d).Extra.properties["a-b"] = { type: "string", description: "x" }),
    "properties.a-b",
  ],
  [
    "csbs-wire-names",
    "a property without its reason",
    (d) => delete schemas(d).Extra.properties.Twist["x-csbs-wire-name"],
    "properties.Twist",
  ],
  [
    "csbs-component-names",
    "a schema in snake_case",
    (d) => {
      schemas(d).tail_extra = { ...schemas(d).Extra, title: "Extra" };
      delete schemas(d).Extra;
      schemas(d).TailCount.properties.extra.$ref = "#/components/schemas/tail_extra";
    },
    "tail_extra",
  ],
  [
    "csbs-component-names",
    "a bundler's suffix",
    (d) => {
      d.components.examples["refused-2"] = d.components.examples.refused;
      d.components.responses.Refused.content["application/json"].examples.refused.$ref =
        "#/components/examples/refused-2";
      delete d.components.examples.refused;
    },
    "refused-2",
  ],
  [
    "csbs-component-names",
    "a generator's ending",
    (d) => {
      schemas(d).CountTailsResponse = { ...schemas(d).Extra, title: "Count tails response" };
      delete schemas(d).Extra;
      schemas(d).TailCount.properties.extra.$ref = "#/components/schemas/CountTailsResponse";
    },
    "CountTailsResponse",
  ],
  [
    "csbs-component-names",
    "a verb",
    (d) => {
      schemas(d).TailCreate = { ...schemas(d).Extra, title: "Tail create" };
      delete schemas(d).Extra;
      schemas(d).TailCount.properties.extra.$ref = "#/components/schemas/TailCreate";
    },
    "TailCreate",
  ],
  [
    "csbs-component-names",
    "twins of two kinds",
    (d) => {
      schemas(d).Refused = { ...schemas(d).Extra, title: "Refused" };
      delete schemas(d).Extra;
      schemas(d).TailCount.properties.extra.$ref = "#/components/schemas/Refused";
    },
    "Refused",
  ],
  [
    "csbs-no-inline-schema",
    "a body",
    (d) => {
      const { title, description, ...inline } = schemas(d).TailCount;
      ok(d).schema = { ...inline, required: [] };
      delete schemas(d).TailCount;
    },
    "application/json.schema",
  ],
  [
    "csbs-no-inline-schema",
    "an object in a schema",
    (d) =>
      (schemas(d).TailCount.properties.extra = {
        type: "object",
        description: "x",
        additionalProperties: true,
        properties: { note: { type: "string", description: "x" } },
      }),
    "properties.extra",
  ],
  [
    "csbs-no-inline-schema",
    "an object in a list",
    (d) =>
      (schemas(d).Extra.properties.list = {
        type: "array",
        description: "x",
        items: {
          type: "object",
          additionalProperties: true,
          properties: { a: { type: "string", description: "x" } },
        },
      }),
    "list.items",
  ],
  [
    "csbs-no-repeated-response",
    "an error written twice",
    (d) => {
      const refused = d.components.responses.Refused;
      Object.assign(operation(d).responses, { "400": refused, "404": refused });
    },
    "responses.404",
  ],
  [
    "csbs-responses-open",
    "a response that says nothing",
    (d) => delete schemas(d).TailCount.additionalProperties,
    "TailCount",
  ],
  [
    "csbs-responses-open",
    "a closed response",
    (d) => (schemas(d).TailCount.additionalProperties = false),
    "TailCount",
  ],
  [
    "csbs-responses-open",
    "a closed part of a response",
    (d) => (schemas(d).Extra.additionalProperties = false),
    "Extra",
  ],
  [
    "csbs-responses-open",
    "an object without properties that says nothing",
    (d) => (schemas(d).TailCount.properties.extra = { type: ["object", "null"], description: "x" }),
    "TailCount",
  ],
  [
    "csbs-responses-open",
    "a closed error",
    (d) => (schemas(d).ErrorBody.additionalProperties = false),
    "ErrorBody",
  ],
  [
    "csbs-pattern-form",
    "a parameter's pattern without words",
    (d) => (d.components.parameters.KiteId.schema.pattern = "^k"),
    "KiteId.schema.pattern",
  ],
  [
    "csbs-pattern-form",
    "a pattern of a property called value",
    (d) => (schemas(d).Extra.properties.value = { type: "string", description: "x", pattern: "^v" }),
    "value.pattern",
  ],
  [
    "csbs-pattern-form",
    "words that are not text",
    (d) => Object.assign(schemas(d).Extra.properties.note, { pattern: "^l", "x-csbs-form": true }),
    "note.pattern",
  ],
  [
    "csbs-pattern-form",
    "the same pattern in other words",
    (d) => {
      Object.assign(schemas(d).Extra.properties.note, { pattern: "^[lk]", "x-csbs-form": "a word with l" });
      Object.assign(d.components.parameters.KiteId.schema, { pattern: "^[lk]", "x-csbs-form": "an ID" });
    },
    "pattern",
  ],
  [
    "csbs-no-inline-schema",
    "a component repeated",
    (d) => (operation(d).parameters[0].schema = { type: "string", enum: ["red", "blue"] }),
    "parameters.0.schema",
  ],
];

/** Spectral's own, which the conventions lean on: examples must be valid. */
const builtIn: typeof bad = [
  [
    "oas3-valid-media-example",
    "a response that breaks its schema",
    (d) => (ok(d).examples.someTails.value = { count: "two" }),
    "value.count",
  ],
  [
    "oas3-valid-media-example",
    "a shared error that lacks a field",
    (d) => (d.components.examples.refused.value = {}),
    "value",
  ],
  [
    "oas3-valid-media-example",
    "a parameter's example",
    (d) => (operation(d).parameters[0].example = "green"),
    "example",
  ],
  [
    "oas3-unused-component",
    "a component that nothing uses",
    (d) => (schemas(d).Unused = { ...schemas(d).Extra, title: "Unused", required: ["note"] }),
    "Unused",
  ],
];

test("the good document passes every rule, ours and Spectral's", async () => {
  expect(await findings(() => {})).toEqual([]);
});

describe.each([...bad, ...builtIn])("%s", (rule, title, change, path) => {
  test(`finds: ${title}`, async () => {
    const found = await findings((document) => void change(document));
    expect(found).toContainEqual({ rule, path: expect.stringContaining(path) });
    const ours = found.filter(({ rule: name }) => name.startsWith("csbs-")).map(({ rule: name }) => name);
    expect(new Set(ours)).toEqual(new Set(rule.startsWith("csbs-") ? [rule] : []));
  });
});

test("every rule of ours has a document that breaks it", () => {
  const { rules } = parse(fs.readFileSync(rulesetFile, "utf8")) as { rules: object };
  const ours = Object.keys(rules).filter((name) => name.startsWith("csbs-"));
  expect([...new Set(bad.map(([rule]) => rule))].sort()).toEqual(ours.sort());
});

describe("Redocly validates what Spectral passes over", () => {
  test("finds an example inside a schema that the schema refuses", async () => {
    const document = parse(good);
    schemas(document).Colour.examples = ["green"];
    const folder = await mkdtemp(join(tmpdir(), "csbs-rules-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "kites.yaml");
    await writeFile(file, stringify(document));
    const { code, stdout } = await runScript("node_modules/@redocly/cli/bin/cli.js", ["lint", file]);
    expect(code).toBe(1);
    expect(stdout).toContain("no-invalid-schema-examples");
  });
});
