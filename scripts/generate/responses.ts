import type { Document, Operation } from "../../src/spec/document.ts";
import { componentName } from "../../src/spec/reference.ts";
import { listSuccesses } from "../../src/spec/responses.ts";

/** The schemas of the success responses; `schema` is undefined where there is no body. */
export function responsesOf(
  document: Document,
  operation: Operation,
): { schema: string | undefined; optional: boolean }[] {
  return listSuccesses(document, operation).map(({ response, json }) => ({
    schema: json?.schema.$ref,
    optional: response["x-csbs-optional-body"] === true,
  }));
}

export function componentType(reference: string): string {
  return `components["schemas"]["${componentName(reference)}"]`;
}
