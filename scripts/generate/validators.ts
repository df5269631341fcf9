import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { transform } from "esbuild";
import type { Document, Json, JsonObject, MediaType, Operation, Parameter } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { componentName } from "../../src/spec/reference.ts";
import { listSuccesses, requestJson } from "../../src/spec/responses.ts";

const require = createRequire(import.meta.url);

/** Keywords that demand something, and those whose value holds schemas: one, several, or by name. */
const plain = [
  ...["type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "required"],
  ...["dependentRequired", "minProperties", "maxProperties", "minItems", "maxItems", "uniqueItems"],
];
const holdOne = ["items", "additionalProperties", "propertyNames", "not", "if", "then"];
const holdSeveral = ["oneOf", "anyOf", "allOf"];
const holdByName = ["properties", "patternProperties"];

/** Keywords that demand nothing of a value. The branches of a choice tell themselves apart. */
const annotations = ["title", "description", "examples", "default", "deprecated", "discriminator"];

const formats = { uuid: addFormats.default.get("uuid") };
const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** What ajv's code asks for by require, and names for it: functions that need nothing around them. */
const helpers: { [module: string]: string } = {
  "ajv/dist/runtime/ucs2length": "ucs2length",
  "ajv/dist/runtime/equal": "equal",
};

/**
 * validators.js: a function for the parameters, the body and the response of success of every operation, compiled
 * ahead by ajv, so that a browser needs neither ajv nor `eval`. A component becomes one function, which everything
 * that refers to it calls.
 */
export async function validatorsModule(document: Document): Promise<string> {
  const found = listOperations(document);
  const tables = {
    parameters: found.map(({ operation: { operationId } }): Row => [operationId, `${operationId}Parameters`]),
    bodies: found.map(({ operation }): Row => [operation.operationId, bodyOf(document, operation)]),
    responses: found.map(({ operation }): Row => [operation.operationId, responseOf(document, operation)]),
  };
  const inline = found.map(({ operation, parameters }) => [
    `${operation.operationId}Parameters`,
    parameterSchema(parameters),
  ]);
  const code = await checksModule(document, tables, Object.fromEntries(inline));
  return `${code}export const forms = ${JSON.stringify(formsOf(document))};\n`;
}

/** The parameters of an operation as the properties of one object. All may be left out: the client checks that. */
function parameterSchema(parameters: readonly Parameter[]): JsonObject {
  const schemas = parameters.map(({ name, schema }) => [name, schema as unknown as JsonObject]);
  return { type: "object", properties: Object.fromEntries(schemas) };
}

/** The words for each pattern of the description, which error messages show instead of it. */
function formsOf(document: Document): { [pattern: string]: string } {
  const forms: { [pattern: string]: string } = {};
  JSON.stringify(document, (_, node: Json) => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
    const { pattern, "x-csbs-form": form } = node;
    if (typeof pattern === "string" && typeof form === "string") forms[pattern] = form;
    return node;
  });
  return forms;
}

/** A row of a table of checks: a name, and the schema that it stands for, if any. */
type Row = readonly [name: string, schema: string | undefined];

/** A module that exports tables of checks, each a function for the component or inline schema that its row names. */
export async function checksModule(
  document: Document,
  tables: { [name: string]: Row[] },
  inline: JsonObject = {},
): Promise<string> {
  const names = Object.values(tables).flatMap((rows) => rows.flatMap(([, name]) => name ?? []));
  const code = [
    ...Object.entries(helpers).map(([module, name]) => `const ${name} = ${require(module).default};`),
    compile({ ...document.components.schemas, ...inline }, names),
    ...Object.entries(tables).map(([name, rows]) => `export const ${name} = {${rowsOf(rows)}};`),
  ].join("\n");
  // Nobody reads it, but editors and diffs should bear its lines.
  const { code: short } = await transform(code, {
    ...{ format: "esm", target: "es2022", minify: true, lineLimit: 1000 },
    // ajv leaves every schema behind, read or not.
    treeShaking: true,
  });
  return short;
}

/** What checks are, for the declarations of a module of them: the compiler does not read JavaScript here. */
export const checkTypes = `/** What is wrong with a value, in ajv's terms. */
export interface Problem {
  /** JSON pointer from the root of the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

/** Tells whether a value fits, and leaves what is wrong with it in \`errors\`. */
export interface Check {
  (value: unknown): boolean;
  readonly errors?: readonly Problem[] | null;
}
`;

/** validators.d.ts. */
export const validatorsTypes = `${checkTypes}
/** By operationId: the parameters in path and query, as one object. */
export declare const parameters: { readonly [operationId: string]: Check };

/** By operationId: the bodies of requests. */
export declare const bodies: { readonly [operationId: string]: Check };

/** By operationId: the bodies of success. */
export declare const responses: { readonly [operationId: string]: Check };

/** The words for each pattern. */
export declare const forms: { readonly [pattern: string]: string };
`;

function bodyOf(document: Document, operation: Operation): string | undefined {
  return schemaName(operation.operationId, requestJson(document, operation));
}

/** The one schema of all responses of success; undefined where none has JSON. */
function responseOf(document: Document, operation: Operation): string | undefined {
  const { operationId } = operation;
  const names = listSuccesses(document, operation).flatMap(({ json }) => schemaName(operationId, json) ?? []);
  const [name, ...others] = new Set(names);
  if (others.length > 0) throw new Error(`${operationId} has several schemas of success`);
  return name;
}

function schemaName(operationId: string, media: MediaType | undefined): string | undefined {
  if (media === undefined) return undefined;
  const { $ref } = media.schema;
  if ($ref === undefined) throw new Error(`${operationId} has a schema that is no component.`);
  return componentName($ref);
}

function rowsOf(rows: Row[]): string {
  return rows.flatMap(([id, schema]) => (schema === undefined ? [] : `${id}: ${schema}`)).join(", ");
}

/** Code that has a constant of the component's name for each that is asked for. */
function compile(schemas: JsonObject, names: string[]): string {
  const ajv = new Ajv2020({
    // Redocly and Spectral have judged the schemas already.
    ...{ strict: false, meta: false, validateSchema: false },
    formats,
    // Without this a component would be repeated wherever it is used.
    inlineRefs: false,
    // src/validators.ts has words of its own.
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  // What these keep account of, the keywords above cannot ask for.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  for (const [name, schema] of Object.entries(schemas)) {
    ajv.addSchema(demandsOf(schema) as JsonObject, name);
  }
  return standalone
    .default(ajv, Object.fromEntries(names.map((name) => [name, name])))
    .replaceAll(/^export const /gm, "const ")
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, "")
    .replaceAll(/require\("([^"]+)"\)\.default/g, (_, module: string) => {
      const name = helpers[module];
      if (name === undefined) throw new Error(`ajv's code asks for ${module}: add it to the helpers.`);
      return name;
    });
}

/**
 * A schema without what demands nothing: ajv's code carries parts of schemas along. A keyword that
 * is not known here is an error, lest it be left unchecked.
 */
function demandsOf(schema: Json): Json {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  const members = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    if (plain.includes(keyword)) return [[keyword, value]];
    if (holdOne.includes(keyword)) return [[keyword, demandsOf(value)]];
    if (holdSeveral.includes(keyword)) return [[keyword, (value as Json[]).map(demandsOf)]];
    if (holdByName.includes(keyword)) return [[keyword, mapValues(value as JsonObject, demandsOf)]];
    if (keyword === "$ref") return [[keyword, referenceOf(value as string)]];
    if (keyword === "format" || keyword.startsWith("x-") || annotations.includes(keyword)) return [];
    throw new Error(`The validators do not know the keyword ${keyword}.`);
  });
  return { ...Object.fromEntries(members), ...formatOf(schema) };
}

/** Components are schemas of their own to ajv, each under its name. */
function referenceOf(reference: string): string {
  if (!/^#\/components\/schemas\/\w+$/.test(reference)) {
    throw new Error(`The validators follow references to components only, not ${reference}.`);
  }
  return componentName(reference);
}

/** int32 as limits, which needs no function; int64 demands no more than its type, integer, does. */
function formatOf({ format, type, minimum, maximum }: JsonObject): JsonObject {
  if (format === undefined) return {};
  if (typeof format === "string" && format in formats) return { format };
  const isInteger = [type].flat().includes("integer");
  if (format === "int64" && isInteger) return {};
  if (format === "int32" && isInteger) {
    return {
      minimum: Math.max(int32.minimum, Number(minimum ?? int32.minimum)),
      maximum: Math.min(int32.maximum, Number(maximum ?? int32.maximum)),
    };
  }
  throw new Error(`The validators do not know the format ${format} of ${type}.`);
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
