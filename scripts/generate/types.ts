import type { Document, Parameter } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { docComment, operationDoc, parameterDoc } from "./doc-comments.ts";
import { fixedIn, fixedParameters } from "./fixed.ts";
import { componentType, responsesOf } from "./responses.ts";
import { isTime } from "./times.ts";

/** types.ts: parameters and response of each operation. */
export function typesModule(document: Document): string {
  const found = listOperations(document);
  const fixed = [...fixedParameters(found).keys()].map((name) => JSON.stringify(name)).join(" | ");
  return [
    'import type { components, operations } from "./schema.ts";',
    `type Fixed = ${fixed};\n\n${helpers}`,
    ...found.flatMap((operation) => [
      parametersOf(document, found, operation),
      responseOf(document, operation),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

/** methods.ts: one documented method for each operation, as the compiler and the editor see it. */
export function methodsModule(document: Document): string {
  const found = listOperations(document);
  const names = found.flatMap(({ operation }) => {
    const name = typeName(operation.operationId);
    return [`${name}Parameters`, `${name}Response`];
  });
  return [
    `import type {\n${names.map((name) => `  ${name},\n`).join("")}} from "./types.ts";`,
    interfaceOf(document, found),
  ].join("\n\n");
}

const helpers = `type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;

/** A body whose object under \`Holder\` may leave out the fixed parameters. */
type Filled<Body, Holder extends keyof Body> = Omit<Body, Holder> & {
  [Name in Holder]: Omit<Body[Name], Fixed> & Partial<Pick<Body[Name], Fixed & keyof Body[Name]>>;
};`;

function parametersOf(
  document: Document,
  found: FoundOperation[],
  { operation, parameters }: FoundOperation,
): string {
  const id = operation.operationId;
  const body = operation.requestBody?.content["application/json"]?.schema.$ref;
  return [
    docComment([
      `Parameters of ${id}: path and query together${body === undefined ? "" : ", and the body"}.`,
    ]),
    `export interface ${typeName(id)}Parameters {`,
    ...parameters.flatMap((parameter) => [
      docComment(parameterDoc(parameter), "  "),
      `  ${parameter.name}${isNeeded(parameter) ? "" : "?"}: ${typeOf(id, parameter)};`,
    ]),
    ...(body === undefined ? [] : bodyOf(document, found, { operation, schema: body })),
    "}",
  ].join("\n");
}

function bodyOf(
  document: Document,
  found: FoundOperation[],
  { operation, schema }: { operation: FoundOperation["operation"]; schema: string },
): string[] {
  const fixed = fixedParameters(found);
  const holder = fixedIn(document, operation, fixed);
  const type = componentType(schema);
  if (holder === undefined) return ["  /** The body of the request. */", `  body: ${type};`];
  const names = [...fixed.keys()].map((name) => `\`${name}\``).join(" and ");
  return [
    `  /** The body of the request; the client fills in ${names} of \`${holder}\`. */`,
    `  body: Filled<${type}, ${JSON.stringify(holder)}>;`,
  ];
}

function typeName(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
}

/** What the client binds once may be left out of a call. */
function isNeeded(parameter: Parameter): boolean {
  return parameter.required === true && parameter["x-csbs-bound"] !== true;
}

/** An optional parameter may be undefined, which counts as left out. */
function typeOf(id: string, parameter: Parameter): string {
  const { name, in: place } = parameter;
  const own =
    place === "query"
      ? `Query<"${id}">["${name}"]`
      : `operations["${id}"]["parameters"]["${place}"]["${name}"]`;
  return [own, ...(isTime(parameter) ? ["Date"] : []), ...(isNeeded(parameter) ? [] : ["undefined"])].join(
    " | ",
  );
}

function responseOf(document: Document, { operation }: FoundOperation): string {
  const id = operation.operationId;
  const types = responsesOf(document, operation).map(({ schema, optional }) =>
    schema === undefined ? "void" : `${componentType(schema)}${optional ? " | undefined" : ""}`,
  );
  return [
    docComment([`Response of ${id}: the parsed body.`]),
    `export type ${typeName(id)}Response = ${[...new Set(types)].join(" | ")};`,
  ].join("\n");
}

function interfaceOf(document: Document, found: FoundOperation[]): string {
  return [
    docComment(["One method per operation. `Options` are the options of a call, which the client defines."]),
    "export interface Operations<Options> {",
    ...found.flatMap((operation) => [
      docComment(operationDoc(document, operation), "  "),
      `  ${signatureOf(operation)}`,
    ]),
    "}\n",
  ].join("\n");
}

function signatureOf({ operation, parameters }: FoundOperation): string {
  const needed = parameters.some(isNeeded) || operation.requestBody !== undefined;
  const type = typeName(operation.operationId);
  return `${operation.operationId}(parameters${needed ? "" : "?"}: ${type}Parameters, options?: Options): Promise<${type}Response>;`;
}
