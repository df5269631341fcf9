import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Document, Json, JsonObject } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { checksModule, checkTypes } from "./checks-module.ts";
import { schemaTypes } from "./schema.ts";

const folder = join(import.meta.dirname, "../../src/mock/scenarios");

/** What the mock needs to play scenarios: name of the file -> its text, without the banner. */
export interface ScenarioFiles {
  /** For editors and other tools. */
  "scenario.schema.json": string;
  /** The types of a scenario. */
  "scenario.ts": string;
  /** The check of a scenario, compiled ahead. */
  "scenario-check.js": string;
  "scenario-check.d.ts": string;
  /** The scenarios that the package brings. */
  "scenarios.ts": string;
}

/** Makes them of src/mock/scenarios/, and of the names of the operations. */
export async function scenarioFiles(document: Document): Promise<ScenarioFiles> {
  const schema = await readSchema(document);
  const { title, $defs } = schema as { title: string; $defs: JsonObject };
  const asComponents = {
    openapi: "3.1.0",
    info: { title, version: document.info.version },
    paths: {},
    components: {
      schemas: JSON.parse(JSON.stringify($defs).replaceAll("#/$defs/", "#/components/schemas/")),
    },
  } as unknown as Document;
  return {
    "scenario.schema.json": `${JSON.stringify(schema, withoutForms, 2)}\n`,
    "scenario.ts": await schemaTypes(asComponents),
    "scenario-check.js": await checksModule(asComponents, { scenarioChecks: [["scenario", "Scenario"]] }),
    "scenario-check.d.ts": `${checkTypes}
/** The check of a whole scenario. */
export declare const scenarioChecks: { readonly scenario: Check };
`,
    "scenarios.ts": await shippedModule(),
  };
}

/** Validators in strict mode refuse keywords that JSON Schema does not have. */
function withoutForms(keyword: string, value: unknown): unknown {
  return keyword === "x-csbs-form" ? undefined : value;
}

/** The schema with the operations that there are. */
async function readSchema(document: Document): Promise<JsonObject> {
  const schema = await readYaml(join(folder, "scenario.schema.yaml"));
  const { OperationSteps } = schema.$defs as { OperationSteps: JsonObject };
  OperationSteps.properties = Object.fromEntries(
    listOperations(document).map(({ operation }) => [operation.operationId, { $ref: "#/$defs/Steps" }]),
  );
  return schema;
}

async function shippedModule(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob("**/*.yaml", { cwd: folder })) files.push(file);
  const scenarios = await Promise.all(
    files
      .filter((file) => !file.endsWith(".schema.yaml"))
      .map(async (file) => [basename(file, ".yaml"), await readYaml(join(folder, file))] as const),
  );
  const sorted = scenarios.sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    'import type { components } from "./scenario.ts";',
    "",
    "/** The scenarios that the package brings, by name. */",
    `export const scenarios = ${JSON.stringify(Object.fromEntries(sorted), null, 2)} satisfies {`,
    '  [name: string]: components["schemas"]["Scenario"];',
    "};",
    "",
  ].join("\n");
}

async function readYaml(path: string): Promise<JsonObject> {
  return parse(await readFile(path, "utf8")) as Json as JsonObject;
}
