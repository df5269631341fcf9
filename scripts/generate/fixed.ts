import type { Document, Operation, Schema } from "../../src/spec/document.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";

/** Parameters that have one value only, such as `provider_id`: name and value. */
export function fixedParameters(found: readonly FoundOperation[]): Map<string, string> {
  const fixed = found
    .flatMap(({ parameters }) => parameters)
    .filter((parameter) => parameter["x-csbs-bound"] === true && parameter.schema.const !== undefined);
  return new Map(fixed.map(({ name, schema }) => [name, String(schema.const)]));
}

/**
 * The property of a request body whose object requires the fixed parameters too, such as `policy`
 * of createPolicy; undefined where none does.
 */
export function fixedIn(
  document: Document,
  operation: Operation,
  fixed: ReadonlyMap<string, string>,
): string | undefined {
  const reference = operation.requestBody?.content["application/json"]?.schema;
  if (reference === undefined) return undefined;
  const body = resolve<Schema>(document, reference);
  const holders = Object.entries(body.properties ?? {}).filter(([, node]) => {
    const { properties = {}, required = [] } = resolve<Schema>(document, node);
    return required.some((name) => fixed.has(name) && properties[name]?.const === fixed.get(name));
  });
  return holders[0]?.[0];
}
