import { componentName, type Document, type Operation, type Response, resolve } from "./document.ts";

/** The schemas of the success responses; `schema` is undefined where there is no body. */
export function responsesOf(
  document: Document,
  operation: Operation,
): { schema: string | undefined; optional: boolean }[] {
  return Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, node]) => {
      const response = resolve<Response>(document, node);
      const schema = response.content?.["application/json"]?.schema.$ref;
      return { schema, optional: response["x-csbs-optional-body"] === true };
    });
}

export function componentType(reference: string): string {
  return `components["schemas"]["${componentName(reference)}"]`;
}
