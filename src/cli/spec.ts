import { readFileSync } from "node:fs";

/** What the command line reads of an operation: the bundled spec is its only source. */
export interface OperationSpec {
  operationId: string;
  summary: string;
  description: string;
  source: string;
  parameters: ParameterSpec[];
}

export interface ParameterSpec {
  name: string;
  in: string;
  description: string;
  schema: SchemaSpec;
  example?: unknown;
}

export interface SchemaSpec {
  type?: string;
  title?: string;
  enum?: string[];
  items?: SchemaSpec;
}

type Node = { [key: string]: unknown };

/** Reads the bundle that lies beside the program, in the repository as in the package. */
export function loadSpec(): Node {
  return JSON.parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8")) as Node;
}

/** Finds an operation by its operationId; its parameters come with every reference replaced. */
export function findOperation(spec: Node, operationId: string): OperationSpec {
  for (const item of Object.values(spec.paths as { [path: string]: Node })) {
    for (const operation of Object.values(item) as Node[]) {
      if (operation.operationId !== operationId) continue;
      const parameters = [
        ...((item.parameters as Node[]) ?? []),
        ...((operation.parameters as Node[]) ?? []),
      ];
      return {
        operationId,
        summary: operation.summary as string,
        description: operation.description as string,
        source: (operation.externalDocs as { url: string }).url,
        parameters: parameters.map((parameter) => expand(spec, parameter) as ParameterSpec),
      };
    }
  }
  throw new Error(`the spec has no operation ${operationId}`);
}

function expand(spec: Node, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => expand(spec, item));
  if (typeof node !== "object" || node === null) return node;
  const { $ref, ...rest } = node as Node;
  if (typeof $ref === "string") return expand(spec, lookUp(spec, $ref));
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, expand(spec, value)]));
}

function lookUp(spec: Node, reference: string): unknown {
  return reference
    .slice("#/".length)
    .split("/")
    .reduce<unknown>((found, part) => (found as Node)[part], spec);
}
