import type { Document, Parameter, Schema } from "../../../src/spec/document.ts";
import type { FoundOperation } from "../../../src/spec/operations.ts";
import { resolve } from "../../../src/spec/reference.ts";
import { callOf } from "../../samples/call.ts";
import { type Html, html } from "../html.ts";

/** A form that sends the operation to a mock on the reader's machine. A script shows it. */
export function tryPanel(document: Document, found: FoundOperation): Html {
  const { method, path, parameters } = found;
  const { tokenHeader, query, body } = callOf(document, found);
  const chosen = new Set(query.map(({ name }) => name));
  return html`<details class="try" hidden><summary>Send to a local mock</summary>
<p>Start the mock on your machine:</p>
<pre class="start"><code>npx csbs mock --scenario everyday</code></pre>
<form data-method="${method.toUpperCase()}" data-path="${path}" data-token-header="${tokenHeader}">
<label>Port of the mock <input name="port" type="number" min="1" max="65535" value="4010" required></label>
${parameters.map((parameter) => {
  const prefilled = parameter.in === "path" || chosen.has(parameter.name);
  return input(document, parameter, prefilled);
})}
${body !== undefined && html`<label>Request body <textarea name="body" rows="10" spellcheck="false">${JSON.stringify(body, null, 2)}</textarea></label>`}
<button class="button">Send</button></form>
<div class="result" role="status" hidden></div></details>`;
}

/** The name says where the parameter belongs. A list has one value per line. */
function input(
  document: Document,
  { name, in: place, schema, example }: Parameter,
  prefilled: boolean,
): Html {
  const { enum: values, type } = resolve<Schema>(document, schema as { $ref: string });
  const field = `${place}.${name}`;
  const text = [example ?? ""].flat().join("\n");
  const value = prefilled ? text : "";
  if (values !== undefined)
    return html`<label>${name} <select name="${field}"><option></option>${values.map(
      (option) => html`<option ${String(option) === value && html`selected`}>${String(option)}</option>`,
    )}</select></label>`;
  if (type === "array")
    return html`<label>${name}, one per line <textarea name="${field}" rows="2" placeholder="${text}" spellcheck="false">${value}</textarea></label>`;
  return html`<label>${name} <input name="${field}" value="${value}" placeholder="${text}" autocomplete="off" spellcheck="false"></label>`;
}
