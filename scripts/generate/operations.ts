import { docComment, operationDoc, parameterDoc } from "./doc-comments.ts";
import {
  componentName,
  type Document,
  type FoundOperation,
  listOperations,
  type Operation,
  type Parameter,
  type Response,
  resolve,
} from "./document.ts";

const timeSchema = "#/components/schemas/Timestamp";

/**
 * operations.ts: the table that the client walks at run time, and one documented signature per
 * operation that the compiler and the editor see.
 */
export function operationsModule(document: Document): string {
  const found = listOperations(document);
  return [
    'import type { components, operations } from "./schema.ts";',
    tableOf(document, found),
    fixedOf(found),
    securityOf(document),
    ...found.map(parametersOf),
    interfaceOf(document, found),
    'type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;\n',
  ].join("\n\n");
}

function tableOf(document: Document, found: FoundOperation[]): string {
  const rows = found.map(({ operation, method, path, parameters }) => {
    const query = parameters
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => parameter.name);
    return [
      `  ${operation.operationId}: {`,
      `    method: ${quote(method.toUpperCase())},`,
      `    path: ${quote(path)},`,
      `    query: ${JSON.stringify(query)},`,
      `    body: ${operation.requestBody !== undefined},`,
      `    json: ${answersOf(document, operation).every(({ schema, optional }) => schema !== undefined && !optional)},`,
      "  },",
    ].join("\n");
  });
  return [
    docComment([
      "Where each operation lives, which query parameters it takes, whether it takes a body, and whether",
      "its answer is always JSON.",
    ]),
    "export const operationTable = {",
    ...rows,
    "} as const;",
  ].join("\n");
}

/** Path parameters that have one value only. */
function fixedOf(found: FoundOperation[]): string {
  const fixed = found
    .flatMap(({ parameters }) => parameters)
    .filter((parameter) => parameter["x-csbs-bound"] === true && parameter.schema.const !== undefined)
    .map(({ name, schema }) => `  ${name}: ${quote(String(schema.const))},`);
  return [
    docComment(["Parameters with one value, which the client fills in."]),
    "export const fixedParameters = {",
    ...new Set(fixed),
    "} as const;",
  ].join("\n");
}

function securityOf(document: Document): string {
  const schemes = Object.entries(document.components.securitySchemes ?? {}).map(
    ([name, scheme]) => `  ${name}: ${quote((scheme as { name: string }).name)},`,
  );
  return [
    docComment(["The header that carries the credential of each security scheme."]),
    "export const credentialHeaders = {",
    ...schemes,
    "} as const;",
  ].join("\n");
}

function parametersOf({ operation, parameters }: FoundOperation): string {
  const id = operation.operationId;
  const body = operation.requestBody?.content["application/json"]?.schema.$ref;
  return [
    docComment([
      `Parameters of ${id}: path and query together${body === undefined ? "" : ", and the body"}.`,
    ]),
    `export interface ${parametersName(id)} {`,
    ...parameters.flatMap((parameter) => [
      docComment(parameterDoc(parameter), "  "),
      `  ${parameter.name}${isNeeded(parameter) ? "" : "?"}: ${typeOf(id, parameter)};`,
    ]),
    ...(body === undefined ? [] : ["  /** The body of the request. */", `  body: ${componentType(body)};`]),
    "}",
  ].join("\n");
}

function parametersName(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}Parameters`;
}

/** What the client binds once may be left out of a call. */
function isNeeded(parameter: Parameter): boolean {
  return parameter.required === true && parameter["x-csbs-bound"] !== true;
}

function typeOf(id: string, { name, in: place, schema }: Parameter): string {
  const own =
    place === "query"
      ? `Query<"${id}">["${name}"]`
      : `operations["${id}"]["parameters"]["${place}"]["${name}"]`;
  return schema.$ref === timeSchema ? `${own} | Date` : own;
}

function interfaceOf(document: Document, found: FoundOperation[]): string {
  return [
    docComment(["One method per operation. `Options` are the options of a call, which the client defines."]),
    "export interface Operations<Options> {",
    ...found.flatMap((operation) => [
      docComment(operationDoc(document, operation), "  "),
      `  ${signatureOf(document, operation)}`,
    ]),
    "}",
  ].join("\n");
}

function signatureOf(document: Document, { operation, parameters }: FoundOperation): string {
  const needed = parameters.some(isNeeded) || operation.requestBody !== undefined;
  const type = parametersName(operation.operationId);
  const types = answersOf(document, operation).map(({ schema, optional }) =>
    schema === undefined ? "void" : `${componentType(schema)}${optional ? " | undefined" : ""}`,
  );
  const answer = [...new Set(types)].join(" | ");
  return `${operation.operationId}(parameters${needed ? "" : "?"}: ${type}, options?: Options): Promise<${answer}>;`;
}

/** The schemas of the answers of success; none where there is no body. */
function answersOf(
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

function componentType(reference: string): string {
  return `components["schemas"]["${componentName(reference)}"]`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
