import { docComment, operationDoc, parameterDoc } from "./doc-comments.ts";
import {
  componentName,
  type Document,
  type FoundOperation,
  listOperations,
  type Operation,
  type Pages,
  type Parameter,
  type Response,
  resolve,
  type Schema,
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
    pagedOf(document, found),
    statesOf(document),
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
      `    safe: ${method === "get" || operation["x-csbs-safe"] === true},`,
      `    body: ${operation.requestBody !== undefined},`,
      `    json: ${answersOf(document, operation).every(({ schema, optional }) => schema !== undefined && !optional)},`,
      "  },",
    ].join("\n");
  });
  const doc = [
    "Where each operation lives, which query parameters it takes, whether it changes nothing (safe),",
    "whether it takes a body, and whether its answer is always JSON.",
  ];
  return constant("operationTable", doc, rows);
}

/** The operations that page, and how. */
function pagedOf(document: Document, found: FoundOperation[]): string {
  const rows = found.flatMap(({ operation, parameters }) => {
    const pages = operation["x-csbs-pages"];
    if (pages === undefined) return [];
    checkPages(document, operation, pages);
    const place = parameters.some(({ name }) => name === pages.by) ? "query" : "body";
    const members = Object.entries({ ...pages, in: place }).map(([key, value]) => `${key}: ${quote(value)}`);
    return `  ${operation.operationId}: { ${members.join(", ")} },`;
  });
  const doc = [
    "The operations that answer a page at a time: which member of the answer holds the items, which of",
    "an item is its ID, what picks the next page (the ID of the last item, or how many to pass over), and",
    "where that goes.",
  ];
  return constant("pagedOperations", doc, rows);
}

/** Refuses to describe pages of something else than the answer. */
function checkPages(document: Document, operation: Operation, { items, id }: Pages): void {
  for (const { schema } of answersOf(document, operation)) {
    const answer = resolve<Schema>(document, { $ref: schema ?? "#" });
    const list = resolve<Schema>(document, answer.properties?.[items] ?? {});
    const item = resolve<Schema>(document, list.items ?? {});
    if (item.properties?.[id] === undefined) {
      throw new Error(`x-csbs-pages of ${operation.operationId}: the answer has no ${items}[].${id}.`);
    }
  }
}

function statesOf(document: Document): string {
  const { enum: states = [] } = resolve<Schema>(document, { $ref: "#/components/schemas/BackupStatus" });
  const doc = docComment(["The states that backups can be asked for by, in the order of a backup's life."]);
  return `${doc}\nexport const backupStatuses = ${JSON.stringify(states)} as const;`;
}

/** Path parameters that have one value only. */
function fixedOf(found: FoundOperation[]): string {
  const fixed = found
    .flatMap(({ parameters }) => parameters)
    .filter((parameter) => parameter["x-csbs-bound"] === true && parameter.schema.const !== undefined)
    .map(({ name, schema }) => `  ${name}: ${quote(String(schema.const))},`);
  return constant(
    "fixedParameters",
    ["Parameters with one value, which the client fills in."],
    [...new Set(fixed)],
  );
}

function securityOf(document: Document): string {
  const schemes = Object.entries(document.components.securitySchemes ?? {}).map(
    ([name, scheme]) => `  ${name}: ${quote((scheme as { name: string }).name)},`,
  );
  const doc = ["The header that carries the credential of each security scheme."];
  return constant("credentialHeaders", doc, schemes);
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

function constant(name: string, doc: string[], rows: string[]): string {
  return [docComment(doc), `export const ${name} = {`, ...rows, "} as const;"].join("\n");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
