import type { Document, ErrorCodeEntry, JsonObject } from "../../../src/spec/document.ts";
import { type Html, html } from "../html.ts";
import type { SearchEntry } from "../search-entry.ts";
import { cloudsOf } from "./schema-view.ts";

/** The table of every known error code; the first row of a code has the code as its id, for links. */
export function errorTable(document: Document): Html {
  const entries = document["x-csbs-error-codes"];
  return html`<div class="table" tabindex="0"><table class="errors">
<thead><tr><th>Code</th><th>Status</th><th>Meaning</th><th>What to do</th></tr></thead>
<tbody>${entries.map((entry, index) => row(entry, entries.findIndex(({ code }) => code === entry.code) === index))}</tbody>
</table></div>`;
}

function row({ code, status, message, meaning, remedy, clouds }: ErrorCodeEntry, first: boolean): Html {
  return html`<tr ${first && html`id="${code}"`}><td><code>${code}</code> ${cloudsOf(clouds)}</td><td>${status}</td>
<td>${meaning}<br><span class="message">${message}</span></td><td>${remedy}</td></tr>`;
}

/** The codes in examples of errors, each once, in their order. */
export function codesIn(examples: { value?: unknown }[]): string[] {
  const codes = examples.map(({ value }) => (value as JsonObject | undefined)?.error_code);
  return [...new Set(codes.filter((code) => typeof code === "string"))];
}

export function errorEntries(document: Document, page: string): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const { code, status, message, meaning, remedy } of document["x-csbs-error-codes"]) {
    const text = `${status} ${message} ${meaning} ${remedy}`;
    const known = entries.get(code);
    if (known) known.text += ` ${text}`;
    else entries.set(code, { id: `${page}#${code}`, kind: "Error code", title: code, place: meaning, text });
  }
  return [...entries.values()];
}
