import type { ErrorCodeEntry, Parameter } from "../../../src/spec/document.ts";
import type { FoundOperation } from "../../../src/spec/operations.ts";
import { type FoundResponse, listResponses, requestJson } from "../../../src/spec/responses.ts";
import type { Coder } from "../code.ts";
import { plainText } from "../guides.ts";
import { type Html, heading, html } from "../html.ts";
import { allClouds, type Heading, operationPath, type Page, type Site } from "../site.ts";
import { content, responseSection, statusText } from "./responses.ts";
import type { SchemaNode } from "./schema-type.ts";
import { cloudBadges, entry, type View } from "./schema-view.ts";
import { tryPanel } from "./try-panel.ts";

const places: Record<Parameter["in"], string> = {
  path: "Path",
  query: "Query",
  header: "Headers",
  cookie: "Cookies",
};

/** What the page of an operation needs beside the site itself. */
export interface OperationContext extends View {
  coder: Coder;
  /** The address of an entry in the catalogue of error codes. */
  errorLink(entry: ErrorCodeEntry): string;
}

/** The page of one operation. Its address, `reference/<operationId>.html`, is promised not to change. */
export function operationPage(site: Site, found: FoundOperation, context: OperationContext): Page {
  const { operation, method, path, parameters } = found;
  const { operationId, summary } = operation;
  const page = operationPath(operationId);
  const responses = listResponses(site.document, operation);
  const parameterGroups = Object.entries(places)
    .map(([place, title]) => ({ title, group: parameters.filter((parameter) => parameter.in === place) }))
    .filter(({ group }) => group.length > 0);
  const body = requestJson(site.document, operation);
  const samples = site.samples[operationId] ?? [];

  return {
    path: page,
    title: `${summary} (${operationId})`,
    description: `${method.toUpperCase()} ${path}: ${summary.toLowerCase()}. Parameters, responses, errors and code samples of ${operationId}.`,
    contents: contentsOf(parameterGroups.length > 0, body !== undefined, responses),
    split: true,
    body: html`<div class="operation"><div class="about"><h1>${summary}</h1>
<p class="signature"><span class="method ${method}">${method.toUpperCase()}</span> <code>${breakable(path)}</code></p>
<p class="facts"><span>operationId <code>${operationId}</code></span>
${cloudBadges(allClouds(site.document), operation["x-csbs-clouds"])}</p>
${context.prose(operation.description)}
${behaviour(found)}
${context.differences((operation as { "x-csbs-differences"?: string[] })["x-csbs-differences"])}
<p class="source">Source: <a href="${operation.externalDocs.url}" rel="noopener">the vendor's page</a></p></div>
<div class="beside">${heading(2, "samples", "Code samples")}
<div class="samples">${samples.map(
      ({ lang, label, source }) =>
        html`<section class="sample" data-label="${label}"><h3>${label}</h3>${context.coder.block(source, lang)}</section>`,
    )}</div>
${tryPanel(site.document, found)}</div>
<div class="detail">${parameterGroups.length > 0 && heading(2, "parameters", "Parameters")}
${parameterGroups.map(
  ({ title, group }) =>
    html`<h3>${title}</h3><dl class="fields">${group.map((parameter) => parameterEntry(context, parameter))}</dl>`,
)}
${body && html`${heading(2, "body", "Request body")}${content(context, body, "body.")}`}
${heading(2, "responses", "Responses")}
${responses.map((response) => responseSection(context, found, response))}</div></div>`,
    search: [
      {
        id: page,
        kind: "Operation",
        title: operationId,
        place: summary,
        text: `${method.toUpperCase()} ${path}\n${plainText(operation.description)}`,
      },
      ...parameters.map((parameter) => ({
        id: `${page}#${parameterId(parameter)}`,
        kind: "Parameter" as const,
        title: parameter.name,
        place: operationId,
        text: plainText(parameter.description),
      })),
    ],
  };
}

function contentsOf(hasParameters: boolean, hasBody: boolean, responses: FoundResponse[]): Heading[] {
  return [
    { id: "samples", text: "Code samples", level: 2 },
    ...(hasParameters ? [{ id: "parameters", text: "Parameters", level: 2 }] : []),
    ...(hasBody ? [{ id: "body", text: "Request body", level: 2 }] : []),
    { id: "responses", text: "Responses", level: 2 },
    ...responses.map(({ key }) => ({ id: `response-${key}`, text: statusText(key), level: 3 })),
  ];
}

/** What the extensions say of how to call it. */
function behaviour({ operation }: FoundOperation): Html {
  const { "x-csbs-safe": safe, "x-csbs-pages": paging } = operation;
  return html`${safe && html`<p class="note">Changes nothing, although it is a POST, so it is safe to retry.</p>`}
${paging && html`<p class="note">Responds in pages. <code>${paging.by}</code> selects the next page.</p>`}`;
}

function parameterId({ name }: Parameter): string {
  return `parameter-${name}`;
}

function parameterEntry(context: OperationContext, parameter: Parameter): Html {
  const { name, description, required = false, schema, example, "x-csbs-bound": bound } = parameter;
  return entry(context, {
    id: parameterId(parameter),
    name,
    schema: schema as SchemaNode,
    required,
    description: bound ? `${description}\n\nThe TypeScript client sets it.` : description,
    example,
    differences: (parameter as { "x-csbs-differences"?: string[] })["x-csbs-differences"] ?? [],
  });
}

/** Lets a long path break behind its slashes. */
export function breakable(path: string): Html[] {
  return path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`);
}
