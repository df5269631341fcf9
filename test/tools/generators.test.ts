import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Fixture } from "../../scripts/generate/fixtures.ts";
import type { Response, Schema } from "../../src/spec/document.ts";
import { componentName, resolve } from "../../src/spec/reference.ts";
import type { ClientDescription } from "../interop/clients.ts";
import { secret } from "../support/client.ts";
import { root } from "../support/process.ts";
import { type Needs, parseLines, readDescriptions, splitByTools } from "../support/programs.ts";
import { document, findOperation } from "../support/spec.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";
import { type DescriptionFile, descriptionFiles, pathOf } from "./description-files.ts";
import { cases } from "./exchanges.ts";
import { createToolTable, expectFindings, pinnedVersion } from "./tool-table.ts";

/** What generator.yaml in the folder of a generator says. The steps are shell commands, run in a copy of the folder. */
interface GeneratorDescription extends Needs {
  tool: string;
  /** Without, both files. */
  input?: DescriptionFile;
  /** The file is $DESCRIPTION. */
  generate: string;
  /** Prints a line of JSON for each exchange of exchanges.json. */
  run: string;
  /** Patterns of what the generated code gets wrong through the generator's fault. */
  own?: string[];
  remarks?: string;
}

/** An exchange as the programs read it from exchanges.json. */
interface Exchange {
  id: string;
  operationId: string;
  pathParameters: string[];
  parameters: object;
  requestSchema?: string;
  body?: unknown;
  prefer: string;
  status: number;
  responseSchema?: string;
  expected: unknown;
}

interface Line {
  id: string;
  status: number;
  body: unknown;
}

const exchanges = cases.filter(({ kind }) => kind !== "refusal").map(exchangeOf);
const generators = readDescriptions<GeneratorDescription>(
  join(import.meta.dirname, "generators"),
  "generator.yaml",
);
const { run, skipped } = splitByTools(generators);
const { describeTool, expectTable } = createToolTable("generators");

/** The openapi-generator that test/interop pins. */
const [java] = readDescriptions<ClientDescription>(join(root, "test/interop"), "client.yaml").filter(
  ({ name }) => name === "java",
);
const installGenerator = java?.install ?? "";
const generatorVersion = /openapi-generator-cli:([\d.]+)/.exec(installGenerator)?.[1] ?? "unknown";

let inputs: string;
let jar: Workshop;
let environment: Record<string, string>;

beforeAll(async () => {
  inputs = await mkdtemp(join(tmpdir(), "csbs-generators-"));
  await writeFile(join(inputs, "exchanges.json"), JSON.stringify(exchanges));
  await writeFile(join(inputs, "typed.ts"), typedExamples(exchanges));
  jar = await openWorkshop(java?.folder ?? "");
  await jar.run(installGenerator);
  environment = {
    OPENAPI_GENERATOR: join((await jar.run("pwd")).trim(), "tools/openapi-generator-cli.jar"),
    PYTHON_PROGRAMS: inject("pythonPrograms"),
    NODE_MODULES: join(import.meta.dirname, "node_modules"),
    ROOT_MODULES: join(root, "node_modules"),
    NODE: process.execPath,
    CSBS_ENDPOINT: inject("mockUrl"),
    OS_TOKEN: secret,
  };
});
afterAll(async () => {
  await jar.close();
  await rm(inputs, { recursive: true });
});

test.skip.each(skipped)("$name: not run, $missing.0 is not installed", ({ missing }) =>
  expect(missing).toEqual([]),
);

for (const { tool, folder, name, missing, input, generate, run: runStep, own = [], remarks = "" } of run) {
  const version = tool.startsWith("openapi-generator")
    ? generatorVersion
    : pinnedVersion("python/requirements.txt", `\n${tool}==`);
  const checked =
    name === "datamodel"
      ? "models parse every example"
      : "client reads every example as a response of the mock";
  const files = input === undefined ? descriptionFiles : [input];

  const faults = own.length === 0 ? [] : files;
  describeTool({ tool, version, checked, files, remarks, faults }, (file) => {
    let workshop: Workshop;
    beforeAll(async () => {
      workshop = await openWorkshop(folder, [
        pathOf(file),
        join(inputs, "exchanges.json"),
        join(inputs, "typed.ts"),
      ]);
    });
    afterAll(() => workshop.close());

    test("generates", async () => {
      expect(missing, "programs that are missing").toEqual([]);
      await workshop.run(generate, { ...environment, DESCRIPTION: file });
    });

    test("reads every example", async () => {
      const lines = parseLines<Line>(await workshop.run(runStep, environment));
      expect(lines.map(({ id }) => id)).toEqual(exchanges.map(({ id }) => id));
      const wrong = lines.flatMap((line, index) => {
        const { id, status, expected } = exchanges[index] as Exchange;
        const [actual, wanted] = [withoutNulls(line.body), withoutNulls(expected)];
        const differences = differencesOf(actual, wanted);
        if (line.status === status && differences.length === 0) return [];
        return [`${id}: ${line.status}, ${differences.slice(0, 5).join("; ")}`];
      });
      expectFindings(
        wrong,
        own.map((pattern) => new RegExp(pattern)),
      );
    });
  });
}

describe.runIf(skipped.length === 0)("guide", expectTable);

function exchangeOf({ id, operationId, request, prefer, response }: Fixture): Exchange {
  const { operation, path } = findOperation(operationId);
  const key = String(response.status) in operation.responses ? response.status : "default";
  const responseSchema = schemaOf(resolve<Response>(document, operation.responses[key] as Response));
  const requestSchema = schemaOf(operation.requestBody);
  return {
    id,
    operationId,
    pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    parameters: request.parameters,
    ...(requestSchema === undefined ? {} : { requestSchema, body: request.body }),
    prefer: prefer ?? `code=${response.status}`,
    status: response.status,
    ...(responseSchema === undefined || response.body === undefined ? {} : { responseSchema }),
    expected: response.body,
  };
}

function schemaOf(node: Pick<Response, "content"> | undefined): string | undefined {
  const reference = node?.content?.["application/json"]?.schema.$ref;
  return reference === undefined ? undefined : componentName(reference);
}

/** Every response as a literal of its type, for the compiler to check. Objects without properties have no type. */
function typedExamples(all: Exchange[]): string {
  const lines = all.flatMap(({ responseSchema, expected }) => {
    if (responseSchema === undefined) return [];
    const schema = resolve<Schema>(document, { $ref: `#/components/schemas/${responseSchema}` });
    return schema.properties === undefined
      ? []
      : [`check<csbs.${responseSchema}>(${JSON.stringify(withoutNulls(expected))});`];
  });
  const head = ['import type * as csbs from "./client/index.js";', "function check<Type>(_value: Type) {}"];
  return [...head, ...new Set(lines), ""].join("\n");
}

/** Many types cannot distinguish null from an absent field. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutNulls(field)]));
}

/** Where two values differ, as a path with both. */
function differencesOf(actual: unknown, wanted: unknown, path = ""): string[] {
  if (typeof actual !== "object" || typeof wanted !== "object" || actual === null || wanted === null) {
    return actual === wanted ? [] : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`];
  }
  const names = new Set([...Object.keys(actual), ...Object.keys(wanted)]);
  return [...names].flatMap((name) =>
    differencesOf(
      (actual as Record<string, unknown>)[name],
      (wanted as Record<string, unknown>)[name],
      `${path}/${name}`,
    ),
  );
}
