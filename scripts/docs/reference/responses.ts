import type { MediaType } from "../../../src/spec/document.ts";
import { listExamples } from "../../../src/spec/examples.ts";
import type { FoundOperation } from "../../../src/spec/operations.ts";
import { componentName, resolve } from "../../../src/spec/reference.ts";
import type { FoundResponse } from "../../../src/spec/responses.ts";
import { type Html, html, nothing } from "../html.ts";
import { errorsOf } from "./errors.ts";
import type { OperationContext } from "./operation-page.ts";
import type { SchemaNode } from "./schema-type.ts";
import { fieldsOf } from "./schema-view.ts";

export function responseSection(
  context: OperationContext,
  found: FoundOperation,
  { key, response, json }: FoundResponse,
): Html {
  const isError = !key.startsWith("2");
  const id = `response-${key}`;
  const differences = (response as { "x-csbs-differences"?: string[] })["x-csbs-differences"];
  return html`<section class="response ${isError ? "refused" : "done"}"><h3 id="${id}"><a class="header-anchor" href="#${id}">${statusText(key)}</a></h3>
${context.prose(response.description)}
${response["x-csbs-optional-body"] && html`<p class="note">The body may be missing.</p>`}
${context.differences(differences)}
${json === undefined ? html`<p>No body.</p>` : isError ? errors(context, found, key, json) : content(context, json, `${id}.`)}</section>`;
}

export function statusText(key: string): string {
  return key === "default" ? "Any other status" : key;
}

/** A body: its schema by name, its fields, its examples. */
export function content(context: OperationContext, media: MediaType, prefix: string): Html {
  const schema = media.schema as SchemaNode;
  const found = resolve<SchemaNode>(context.document, schema as { $ref: string });
  const choices = found.oneOf ?? found.anyOf ?? [schema];
  return html`${choices.map((choice, index) => {
    const name = componentName(choice.$ref ?? "");
    return html`<p class="schema-name">${index > 0 && "Or: "}<a href="${context.link(name)}">${name}</a></p>
${fieldsOf(context, choice, choices.length > 1 ? `${prefix}${index + 1}.` : prefix)}`;
  })}
${listExamples(context.document, media).map(
  ({ name, summary, value }, index) =>
    html`<details class="example-body" ${index === 0 && html`open`}><summary>Example: ${summary || name} <code>${name}</code></summary>
${context.coder.block(JSON.stringify(value, null, 2), "json")}</details>`,
)}`;
}

/** The codes that the operation can return with this status, and the examples. */
function errors(context: OperationContext, found: FoundOperation, key: string, media: MediaType): Html {
  const entries = errorsOf(context.document, found, key);
  const examples = listExamples(context.document, media);
  return html`${
    entries.length > 0 &&
    html`<ul class="codes">${entries.map(
      (entry) =>
        html`<li><a href="${context.errorLink(entry)}"><code>${entry.code}</code></a> ${key === "default" && `(${entry.status}) `}${entry.meaning} ${entry.remedy}</li>`,
    )}</ul>`
  }
${
  examples.length === 0
    ? nothing
    : html`<details><summary>${examples.length === 1 ? "Example" : `${examples.length} examples`}</summary>${examples.map(
        ({ name, summary, value }) =>
          html`<p>${summary || name} <code>${name}</code></p>${context.coder.block(JSON.stringify(value, null, 2), "json")}`,
      )}</details>`
}`;
}
