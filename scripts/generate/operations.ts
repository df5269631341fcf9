import type { Document, Operation, Pages, Schema } from "../../src/spec/document.ts";
import { type FoundOperation, isReadOnly, listOperations } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { docComment } from "./doc-comments.ts";
import { fixedIn, fixedParameters } from "./fixed.ts";
import { responsesOf } from "./responses.ts";
import { isTime } from "./times.ts";

/** operations.ts: what the client needs of the description at run time. */
export function operationsModule(document: Document): string {
  const found = listOperations(document);
  return [
    tableOf(document, found),
    pagedOf(document, found),
    statesOf(document),
    fixedOf(found),
    securityOf(document),
    serversOf(document),
    timesOf(found),
  ].join("\n\n");
}

function tableOf(document: Document, found: FoundOperation[]): string {
  const fixed = fixedParameters(found);
  const rows = found.map((one) => {
    const { operation, method, path, parameters } = one;
    const holder = fixedIn(document, operation, fixed);
    const query = parameters
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => parameter.name);
    return [
      `  ${operation.operationId}: {`,
      `    method: ${quote(method.toUpperCase())},`,
      `    path: ${quote(path)},`,
      `    query: ${JSON.stringify(query)},`,
      `    safe: ${isReadOnly(one)},`,
      `    body: ${operation.requestBody !== undefined},`,
      `    json: ${responsesOf(document, operation).every(({ schema, optional }) => schema !== undefined && !optional)},`,
      ...(holder === undefined ? [] : [`    fixedIn: ${quote(holder)},`]),
      "  },",
    ].join("\n");
  });
  const doc = [
    "Method and path of each operation, its query parameters, whether it changes nothing (safe),",
    "whether it takes a body, whether its response is always JSON, and which property of the body needs",
    "the fixed parameters.",
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
    const { items, key: id, ...more } = pages;
    const fields = Object.entries({ items, id, ...more, in: place }).map(
      ([name, value]) => `${name}: ${quote(value)}`,
    );
    return `  ${operation.operationId}: { ${fields.join(", ")} },`;
  });
  const doc = [
    "The operations that return pages: the field of the response that holds the items, the field of",
    "an item is its ID, what picks the next page (the ID of the last item, or how many to pass over),",
    "where that goes, and which field has the number of all items, where the service sends it.",
  ];
  return constant("pagedOperations", doc, rows);
}

/** Refuses to describe pages of something else than the response. */
function checkPages(document: Document, operation: Operation, { items, key, total }: Pages): void {
  for (const { schema } of responsesOf(document, operation)) {
    const response = resolve<Schema>(document, { $ref: schema ?? "#" });
    const list = resolve<Schema>(document, response.properties?.[items] ?? {});
    const item = resolve<Schema>(document, list.items ?? {});
    if (item.properties?.[key] === undefined) {
      throw new Error(`x-csbs-pages of ${operation.operationId}: the response has no ${items}[].${key}.`);
    }
    if (total !== undefined && response.properties?.[total] === undefined) {
      throw new Error(`x-csbs-pages of ${operation.operationId}: the response has no ${total}.`);
    }
  }
}

function statesOf(document: Document): string {
  const { enum: states = [] } = resolve<Schema>(document, { $ref: "#/components/schemas/BackupStatus" });
  const doc = docComment(["The states that backups can be asked for by, in the order of a backup's life."]);
  return `${doc}\nexport const backupStatuses = ${JSON.stringify(states)} as const;`;
}

function fixedOf(found: FoundOperation[]): string {
  return constant(
    "fixedParameters",
    ["Parameters with one value, which the client fills in."],
    [...fixedParameters(found)].map(([name, value]) => `  ${name}: ${quote(value)},`),
  );
}

function securityOf(document: Document): string {
  const schemes = Object.entries(document.components.securitySchemes ?? {}).map(
    ([name, scheme]) => `  ${name}: ${quote((scheme as { name: string }).name)},`,
  );
  const doc = ["The header that carries the credential of each security scheme."];
  return constant("credentialHeaders", doc, schemes);
}

/** The servers of the description, and the names of regions that they take. */
function serversOf({ servers }: Document): string {
  const rows = servers.map(({ url, description, variables }) => {
    const { default: example, enum: names } = variables?.region ?? { default: "" };
    // A server without a list takes names of the form of its default, such as cn-north-1, and no others:
    // a credential must not go to a host that a typing mistake has made up.
    const form = example.replace(/[a-z]+/g, "[a-z]+").replace(/\d+/g, "\\d{1,3}");
    const known = names === undefined ? `names like ${example}` : names.join(", ");
    return [
      "  {",
      `    url: ${quote(url)},`,
      `    region: /^(?:${names?.join("|") ?? form})$/,`,
      `    known: ${quote(`${known} (${description})`)},`,
      "  },",
    ].join("\n");
  });
  const regions = servers.flatMap(({ variables }) => {
    const { default: example, enum: names = [example] } = variables?.region ?? { default: "" };
    return names.map((name) => `${quote(name ?? "")}`);
  });
  return [
    docComment(["The servers of the service: URL, names of their regions, and these names in words."]),
    `export const servers = [\n${rows.join("\n")}\n] as const;`,
    "",
    docComment(["A region of the service. Other names of the same form are allowed."]),
    `export type Region = ${regions.join(" | ")} | (string & {});`,
  ].join("\n");
}

/** Names of parameters that are times; a name is a time in all operations or in none. */
function timesOf(found: FoundOperation[]): string {
  const query = found.flatMap(({ parameters }) => parameters).filter((parameter) => parameter.in === "query");
  const times = [...new Set(query.filter(isTime).map(({ name }) => name))];
  const mixed = query.find((parameter) => times.includes(parameter.name) && !isTime(parameter));
  if (mixed !== undefined) throw new Error(`${mixed.name} is a time in some operations, and not in others.`);
  const doc = docComment(["Query parameters that are times."]);
  return `${doc}\nexport const timeParameters: readonly string[] = ${JSON.stringify(times)};\n`;
}

function constant(name: string, doc: string[], rows: string[]): string {
  return [docComment(doc), `export const ${name} = {`, ...rows, "} as const;"].join("\n");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
