import { readFileSync } from "node:fs";

/** What the command line reads of an operation: the bundled spec is its only source. */
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
  /** Where the items of an answer are, if it is one page of several. */
  pages: { items: string } | undefined;
}

export interface ParameterSpec {
  name: string;
  in: string;
  description: string;
  schema: SchemaSpec;
  example?: unknown;
  "x-csbs-bound"?: boolean;
}

export interface BodySpec {
  /** Where its schema is in the spec, such as #/components/schemas/CreateBackupRequest. */
  schema: string;
  examples: { summary: string; value: unknown }[];
}

export interface SchemaSpec {
  type?: string;
  title?: string;
  format?: string;
  enum?: string[];
  items?: SchemaSpec;
}

export type SpecNode = { [key: string]: unknown };

/** Parsed once: it is large. */
let loaded: SpecNode | undefined;

/** Reads the bundle that lies beside the program, in the repository as in the package. */
export function loadSpec(): SpecNode {
  loaded ??= JSON.parse(
    readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
  ) as SpecNode;
  return loaded;
}

/** Every operation, in the spec's order; its parameters and examples come with references replaced. */
export function listOperations(spec: SpecNode): OperationSpec[] {
  return Object.values(spec.paths as { [path: string]: SpecNode }).flatMap((item) =>
    Object.entries(item)
      .filter(([, node]) => typeof (node as SpecNode).operationId === "string")
      .map(([method, node]) => operationOf(spec, item, method, node as SpecNode)),
  );
}

function operationOf(spec: SpecNode, item: SpecNode, method: string, node: SpecNode): OperationSpec {
  const parameters = [...((item.parameters as []) ?? []), ...((node.parameters as []) ?? [])].map(
    (parameter) => expand(spec, parameter) as ParameterSpec,
  );
  return {
    operationId: node.operationId as string,
    method,
    summary: node.summary as string,
    description: node.description as string,
    source: (node.externalDocs as { url: string }).url,
    tag: (node.tags as string[])[0] ?? "Others",
    parameters: parameters.filter((parameter) => parameter["x-csbs-bound"] !== true),
    body: bodyOf(spec, node),
    pages: node["x-csbs-pages"] as OperationSpec["pages"],
  };
}

function bodyOf(spec: SpecNode, operation: SpecNode): BodySpec | undefined {
  if (operation.requestBody === undefined) return undefined;
  const { content } = operation.requestBody as { content: { [type: string]: SpecNode } };
  const { schema, examples } = content["application/json"] as { schema: { $ref: string }; examples: object };
  return {
    schema: schema.$ref,
    examples: Object.values(expand(spec, examples) as { [name: string]: BodySpec["examples"][number] }),
  };
}

/** The parameter that the client is bound to, and every connection has: project_id. */
export function projectParameter(spec: SpecNode): ParameterSpec {
  return expand(spec, { $ref: "#/components/parameters/ProjectId" }) as ParameterSpec;
}

function expand(spec: SpecNode, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => expand(spec, item));
  if (typeof node !== "object" || node === null) return node;
  const { $ref, ...rest } = node as SpecNode;
  if (typeof $ref === "string") return expand(spec, lookUp(spec, $ref));
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, expand(spec, value)]));
}

function lookUp(spec: SpecNode, reference: string): unknown {
  return reference
    .slice("#/".length)
    .split("/")
    .reduce<unknown>((found, part) => (found as SpecNode)[part], spec);
}
