import { readFileSync } from "node:fs";
import type { Document, Json, Operation, Parameter, Schema } from "../spec/document.ts";
import { listExamples, type NamedExample } from "../spec/examples.ts";
import { listOperations } from "../spec/operations.ts";
import { resolve } from "../spec/reference.ts";
import { requestJson } from "../spec/responses.ts";

/** What the command reads of an operation. */
export interface OperationSpec {
  operationId: string;
  method: string;
  summary: string;
  description: string;
  source: string;
  tag: string;
  /** What a caller passes: parameters with one value, which the client fills in, are left out. */
  parameters: ParameterSpec[];
  body: BodySpec | undefined;
  pages: Operation["x-csbs-pages"];
}

export interface ParameterSpec extends Parameter {
  /** Without references. */
  schema: Schema;
  /** The schema, or that of the items of a list. */
  item: Schema;
  /** Whether it is a time; those may be typed in more forms than the wire takes. */
  isTime: boolean;
}

export interface BodySpec {
  examples: NamedExample[];
  /** The body without anything optional, where nothing in it has to be chosen. */
  minimal: Json | undefined;
}

/** Title of the schema of times. */
const timeTitle = "Timestamp";

/** Parsed once: it is large. */
let loaded: Document | undefined;

/** Reads the bundle beside the program, in the repository as in the package. */
export function loadSpec(): Document {
  loaded ??= JSON.parse(
    readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
  ) as Document;
  return loaded;
}

/** Every operation, in the order of the description. */
export function operationSpecs(spec: Document): OperationSpec[] {
  return listOperations(spec).map(({ operation, method, parameters }) => {
    const media = requestJson(spec, operation);
    return {
      operationId: operation.operationId,
      method,
      summary: operation.summary,
      description: operation.description,
      source: operation.externalDocs.url,
      tag: operation.tags[0] ?? "Others",
      parameters: parameters
        .filter((parameter) => parameter["x-csbs-bound"] !== true)
        .map((parameter) => parameterSpec(spec, parameter)),
      body: media && { examples: listExamples(spec, media), minimal: minimalBody(spec, media.schema) },
      pages: operation["x-csbs-pages"],
    };
  });
}

function parameterSpec(spec: Document, parameter: Parameter): ParameterSpec {
  const schema = resolve<Schema>(spec, parameter.schema);
  const item = resolve<Schema>(spec, schema.items ?? schema);
  return { ...parameter, schema, item, isTime: item.title === timeTitle };
}

/** What a body needs; undefined where a value must be chosen. */
function minimalBody(spec: Document, node: Schema): Json | undefined {
  const { type, properties = {}, required = [], allOf, anyOf, oneOf } = resolve<Schema>(spec, node);
  if (type !== "object" || (allOf ?? anyOf ?? oneOf) !== undefined) return undefined;
  const entries = required.map((name) => [name, minimalBody(spec, properties[name] ?? {})] as const);
  return entries.every(([, value]) => value !== undefined)
    ? (Object.fromEntries(entries) as Json)
    : undefined;
}

/** The parameter that holds the project's ID, and the first operation that has it. */
export function projectParameter(spec: Document): { operationId: string; parameter: ParameterSpec } {
  for (const { operation, parameters } of listOperations(spec)) {
    const found = parameters.find(({ name }) => name === "project_id");
    if (found !== undefined) {
      return { operationId: operation.operationId, parameter: parameterSpec(spec, found) };
    }
  }
  throw new Error("no operation has the parameter project_id");
}

/** An example of a project's ID. */
export function exampleProject(spec: Document): Json | undefined {
  return projectParameter(spec).parameter.example;
}
