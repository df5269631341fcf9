import type { Document, Operation, Parameter, Schema } from "./document.ts";
import { type Reference, resolve } from "./reference.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** An operation with its path, its method in lower case, and its parameters. */
export interface FoundOperation {
  path: string;
  method: string;
  operation: Operation;
  /** Those of the path and of the operation, which replace those of the path. */
  parameters: Parameter[];
}

/** Every operation in the order of the document. */
export function listOperations(document: Document): FoundOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => {
        const operation = item[method] as Operation;
        return { path, method, operation, parameters: parametersOf(document, item, operation) };
      }),
  );
}

/** Whether an operation changes nothing: it reads, or is a POST that only searches or checks. */
export function isReadOnly({ method, operation }: FoundOperation): boolean {
  return method === "get" || operation["x-csbs-safe"] === true;
}

function parametersOf(document: Document, item: { parameters?: unknown }, operation: Operation): Parameter[] {
  const shared = (item.parameters ?? []) as (Parameter | Reference)[];
  const all = [...shared, ...(operation.parameters ?? [])].map((node) => resolve<Parameter>(document, node));
  return [...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

/** The schema of a parameter, or of the items of one that is a list. */
export function itemSchema(document: Document, { schema }: Parameter): Schema {
  const found = resolve<Schema>(document, schema);
  return found.items === undefined ? found : resolve<Schema>(document, found.items);
}
