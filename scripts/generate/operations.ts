import { docComment, operationDoc, parameterDoc } from "./doc-comments.ts";
import {
  componentName,
  type Document,
  type FoundOperation,
  listOperations,
  type Parameter,
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
    tableOf(found),
    securityOf(document),
    ...found.flatMap((operation) => (takesParameters(operation) ? [parametersOf(operation)] : [])),
    interfaceOf(document, found),
    'type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;\n',
  ].join("\n\n");
}

function tableOf(found: FoundOperation[]): string {
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
      "  },",
    ].join("\n");
  });
  return [
    docComment(["Where each operation lives, and which query parameters it takes."]),
    "export const operationTable = {",
    ...rows,
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

function takesParameters({ parameters }: FoundOperation): boolean {
  return parameters.some((parameter) => parameter.in === "path" || parameter.in === "query");
}

function parametersOf({ operation, parameters }: FoundOperation): string {
  const id = operation.operationId;
  return [
    docComment([`Parameters of ${id}, path and query together.`]),
    `export interface ${parametersName(id)} {`,
    ...parameters.flatMap((parameter) => [
      docComment(parameterDoc(parameter), "  "),
      `  ${parameter.name}${isNeeded(parameter) ? "" : "?"}: ${typeOf(id, parameter)};`,
    ]),
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

function signatureOf(document: Document, found: FoundOperation): string {
  const { operation, parameters } = found;
  const needed = parameters.some(isNeeded);
  const type = takesParameters(found) ? parametersName(operation.operationId) : "Record<string, never>";
  return `${operation.operationId}(parameters${needed ? "" : "?"}: ${type}, options?: Options): Promise<${answerOf(document, operation)}>;`;
}

function answerOf(document: Document, operation: FoundOperation["operation"]): string {
  const types = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, response]) => {
      const schema = resolve(document, response).content?.["application/json"]?.schema;
      return schema?.$ref === undefined ? "void" : `components["schemas"]["${componentName(schema.$ref)}"]`;
    });
  return [...new Set(types)].join(" | ");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
