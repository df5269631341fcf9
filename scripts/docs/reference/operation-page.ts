import type { MediaType, Parameter, Response } from "../../../src/spec/document.ts";
import type { FoundOperation } from "../../../src/spec/operations.ts";
import { resolve } from "../../../src/spec/reference.ts";
import type { Coder } from "../code.ts";
import { type Html, html, nothing } from "../html.ts";
import { type Heading, operationPath, type Page, type Site } from "../site.ts";
import { codesIn } from "./errors.ts";
import type { ShownSchema } from "./schema-type.ts";
import { cloudsOf, entry, membersOf, type View } from "./schema-view.ts";

const places: Record<Parameter["in"], string> = {
  path: "Path",
  query: "Query",
  header: "Headers",
  cookie: "Cookies",
};

/** What the page of an operation needs beside the site itself. */
export interface OperationContext extends View {
  coder: Coder;
  /** The address of an error code's row. */
  errorLink(code: string): string;
}

/** The page of one operation. Its address, `reference/<operationId>.html`, is promised not to change. */
export function operationPage(site: Site, found: FoundOperation, context: OperationContext): Page {
  const { operation, method, path, parameters } = found;
  const { operationId, summary } = operation;
  const page = operationPath(operationId);
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, resolve<Response>(site.document, response)] as const,
  );
  const parameterGroups = Object.entries(places)
    .map(([place, title]) => ({ title, group: parameters.filter((parameter) => parameter.in === place) }))
    .filter(({ group }) => group.length > 0);
  const body = operation.requestBody?.content["application/json"];
  const samples = site.samples[operationId] ?? [];

  return {
    path: page,
    title: `${summary} (${operationId})`,
    description: `${method.toUpperCase()} ${path}: ${summary.toLowerCase()}. Parameters, responses, errors and code samples of ${operationId}.`,
    contents: contentsOf(parameterGroups.length > 0, body !== undefined, responses),
    body: html`<h1>${summary}</h1>
<p class="signature"><span class="method ${method}">${method.toUpperCase()}</span> <code>${breakable(path)}</code></p>
<p class="facts"><span>operationId <code>${operationId}</code></span>
<span>Documented by ${cloudsOf(operation["x-csbs-clouds"])}</span></p>
${context.prose(operation.description)}
${behaviour(found)}
${context.differences((operation as { "x-csbs-differences"?: string[] })["x-csbs-differences"])}
<p class="source">Source: <a href="${operation.externalDocs.url}" rel="noopener">the vendor's page</a></p>
<h2 id="samples">Code samples</h2>
<div class="samples">${samples.map(
      ({ lang, label, source }) =>
        html`<section class="sample" data-label="${label}"><h3>${label}</h3>${context.coder.block(source, lang)}</section>`,
    )}</div>
${parameterGroups.length > 0 && html`<h2 id="parameters">Parameters</h2>`}
${parameterGroups.map(
  ({ title, group }) =>
    html`<h3>${title}</h3><dl class="members">${group.map((parameter) => parameterEntry(context, parameter))}</dl>`,
)}
${body && html`<h2 id="body">Body</h2>${content(context, body, "body.", true)}`}
<h2 id="responses">Responses</h2>
${responses.map(([status, response]) => responseSection(context, status, response))}`,
    search: [
      {
        id: page,
        kind: "Operation",
        title: operationId,
        place: summary,
        text: `${method.toUpperCase()} ${path} ${operation.description}`,
      },
      ...parameters.map((parameter) => ({
        id: `${page}#${parameterId(parameter)}`,
        kind: "Parameter" as const,
        title: parameter.name,
        place: operationId,
        text: parameter.description,
      })),
    ],
  };
}

function contentsOf(
  hasParameters: boolean,
  hasBody: boolean,
  responses: (readonly [string, Response])[],
): Heading[] {
  return [
    { id: "samples", text: "Code samples", level: 2 },
    ...(hasParameters ? [{ id: "parameters", text: "Parameters", level: 2 }] : []),
    ...(hasBody ? [{ id: "body", text: "Body", level: 2 }] : []),
    { id: "responses", text: "Responses", level: 2 },
    ...responses.map(([status]) => ({ id: `response-${status}`, text: statusText(status), level: 3 })),
  ];
}

/** What the extensions say of how to call it. */
function behaviour({ operation }: FoundOperation): Html {
  const { "x-csbs-safe": safe, "x-csbs-pages": paging } = operation;
  return html`${safe && html`<p class="note">Changes nothing, although it is a POST: it may be repeated.</p>`}
${paging && html`<p class="note">Responses in pages; the next one is picked by <code>${paging.by}</code>.</p>`}`;
}

function parameterId({ name }: Parameter): string {
  return `parameter-${name}`;
}

function parameterEntry(context: OperationContext, parameter: Parameter): Html {
  const { name, description, required = false, schema, example, "x-csbs-bound": bound } = parameter;
  return entry(context, {
    id: parameterId(parameter),
    name,
    schema: schema as ShownSchema,
    required,
    description: bound ? `${description}\n\nThe TypeScript client fills it in.` : description,
    example,
    differences: (parameter as { "x-csbs-differences"?: string[] })["x-csbs-differences"] ?? [],
  });
}

/** A body or an responseSection: its schema by name, its examples, its members. */
function content(context: OperationContext, media: MediaType, prefix: string, unfolded: boolean): Html {
  const schema = media.schema as ShownSchema;
  const found = resolve<ShownSchema>(context.document, schema as { $ref: string });
  const choices = found.oneOf ?? found.anyOf ?? [schema];
  return html`${choices.map((choice, index) => {
    const name = choice.$ref?.split("/").at(-1) ?? "";
    const members = membersOf(context, choice, choices.length > 1 ? `${prefix}${index + 1}.` : prefix);
    return html`<p class="schema-name">${index > 0 && "Or: "}<a href="${context.link(name)}">${name}</a></p>
${unfolded ? members : members !== nothing && html`<details><summary>Members of <code>${name}</code></summary>${members}</details>`}`;
  })}
${examples(context, media)}`;
}

function examples(context: OperationContext, media: MediaType): Html {
  return html`${Object.entries(media.examples ?? {}).map(([name, held], index) => {
    const { summary, value } = resolve(context.document, held as { summary?: string; value: unknown });
    return html`<details class="example-body" ${index === 0 && html`open`}><summary>Example: ${summary ?? name} <code>${name}</code></summary>
${context.coder.block(JSON.stringify(value, null, 2), "json")}</details>`;
  })}`;
}

function responseSection(context: OperationContext, status: string, response: Response): Html {
  const media = response.content?.["application/json"];
  const isError = !status.startsWith("2");
  const differences = (response as { "x-csbs-differences"?: string[] })["x-csbs-differences"];
  return html`<section class="response ${isError ? "refused" : "done"}"><h3 id="response-${status}"><a href="#response-${status}">${statusText(status)}</a></h3>
${context.prose(response.description)}
${response["x-csbs-optional-body"] && html`<p class="note">The body may be missing.</p>`}
${context.differences(differences)}
${media && isError && errorCodes(context, status, media)}
${media && (isError ? examplesFolded(context, media) : content(context, media, `response-${status}.`, true))}
${!media && html`<p>No body.</p>`}</section>`;
}

function statusText(status: string): string {
  return status === "default" ? "Any other status" : status;
}

/** The known codes of a status: those of its examples, explained, and then whatever else the catalogue has. */
function errorCodes(context: OperationContext, status: string, media: MediaType): Html {
  const examples = Object.values(media.examples ?? {}).map((held) =>
    resolve<{ value?: unknown }>(context.document, held as { value?: unknown }),
  );
  const codes = codesIn(examples);
  const catalogue = context.document["x-csbs-error-codes"];
  const others = new Set(
    catalogue
      .filter((known) => String(known.status) === status && !codes.includes(known.code))
      .map(({ code }) => code),
  );
  const link = (code: string) => html`<a href="${context.errorLink(code)}"><code>${code}</code></a>`;
  return html`<ul class="codes">${codes.map((code) => {
    const known = catalogue.find(
      (each) => each.code === code && (status === "default" || String(each.status) === status),
    );
    return html`<li>${link(code)} ${known && html`${known.meaning} ${known.remedy}`}</li>`;
  })}</ul>
${others.size > 0 && html`<details><summary>${others.size} more codes are known with this status</summary><p class="code-list">${[...others].map((code) => html`${link(code)} `)}</p></details>`}`;
}

function examplesFolded(context: OperationContext, media: MediaType): Html {
  return html`<details><summary>Examples</summary>${Object.entries(media.examples ?? {}).map(
    ([name, held]) => {
      const { summary, value } = resolve(context.document, held as { summary?: string; value: unknown });
      return html`<p>${summary ?? name} <code>${name}</code></p>${context.coder.block(JSON.stringify(value, null, 2), "json")}`;
    },
  )}</details>`;
}

/** Lets a long path break behind its slashes. */
export function breakable(path: string): Html[] {
  return path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`);
}
