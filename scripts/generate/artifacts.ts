import { createHash } from "node:crypto";
import { stringify } from "yaml";
import { bundle } from "./bundle.ts";
import { downgrade } from "./downgrade.ts";
import { errorCodesModule } from "./error-codes.ts";
import { fixturesJson } from "./fixtures.ts";
import { fixturesSchema } from "./fixtures-schema.ts";
import { limitsModule } from "./limits.ts";
import { operationsModule } from "./operations.ts";
import { scenarioFiles } from "./scenarios.ts";
import { schemaTypes } from "./schema.ts";
import { methodsModule, typesModule } from "./types.ts";
import { validatorsModule, validatorsTypes } from "./validators.ts";

/** Everything in generated/ but its README: name of the file -> its text. */
export async function buildArtifacts(): Promise<Map<string, string>> {
  const document = await bundle();
  const json = toJson(document);
  const banner = bannerOf(json);
  const scenarios = Object.entries(await scenarioFiles(document)).map(([name, text]): [string, string] => [
    name,
    name.endsWith(".json") ? text : banner("//") + text,
  ]);
  return new Map([
    ["openapi.yaml", banner("#") + toYaml(document)],
    ["openapi.json", json],
    ["openapi-3.0.json", toJson(downgrade(document))],
    ["fixtures.json", fixturesJson(document)],
    ["fixtures.schema.json", toJson(fixturesSchema(document))],
    ["schema.ts", banner("//") + (await schemaTypes(document))],
    ["operations.ts", banner("//") + operationsModule(document)],
    ["types.ts", banner("//") + typesModule(document)],
    ["methods.ts", banner("//") + methodsModule(document)],
    ["limits.ts", banner("//") + limitsModule(document)],
    ["error-codes.ts", banner("//") + errorCodesModule(document)],
    ["validators.js", banner("//") + (await validatorsModule(document))],
    ["validators.d.ts", banner("//") + validatorsTypes],
    ...scenarios,
  ]);
}

function toJson(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Quotes every text that YAML 1.1, which PyYAML and others read, takes for a date, a boolean or a number. */
export function toYaml(document: object): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 100, compat: "yaml-1.1" });
}

/** Says whose text this is, and ties it to the state of the spec that it was made from. */
function bannerOf(json: string): (comment: string) => string {
  const hash = createHash("sha256").update(json).digest("hex").slice(0, 16);
  return (comment) =>
    [
      `${comment} Generated from openapi/ by \`npm run generate\`. Do not edit: change openapi/ and run it again.`,
      `${comment} Spec: sha256 ${hash}`,
      "",
      "",
    ].join("\n");
}
