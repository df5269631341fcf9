import type { Document, ErrorCodeEntry, MediaType } from "../../../src/spec/document.ts";
import { listExamples } from "../../../src/spec/examples.ts";
import type { FoundOperation } from "../../../src/spec/operations.ts";
import { listResponses } from "../../../src/spec/responses.ts";
import { type Html, html } from "../html.ts";
import type { SearchEntry } from "../search-entry.ts";
import { allClouds } from "../site.ts";
import { cloudBadges } from "./schema-view.ts";

/** The table of every known error code. */
export function errorTable(document: Document): Html {
  const around = allClouds(document);
  return html`<div class="table" tabindex="0"><table class="errors">
<thead><tr><th>Code</th><th>Status</th><th>Meaning</th><th>What to do</th></tr></thead>
<tbody>${document["x-csbs-error-codes"].map((entry) => row(document, entry, around))}</tbody>
</table></div>`;
}

function row(document: Document, entry: ErrorCodeEntry, around: string[]): Html {
  const { code, status, message, meaning, remedy, clouds } = entry;
  const id = rowId(document, entry);
  return html`<tr id="${id}"><td><a class="permalink" href="#${id}"><code>${code}</code></a> ${cloudBadges(around, clouds)}</td><td>${status}</td>
<td>${meaning}<br><span class="message">${message}</span></td><td>${remedy}</td></tr>`;
}

/** The code; for a code with several meanings, the later rows add the status, and a number where that is the same too. */
export function rowId({ "x-csbs-error-codes": entries }: Document, entry: ErrorCodeEntry): string {
  const sameCode = entries.filter(({ code }) => code === entry.code);
  if (sameCode[0] === entry) return entry.code;
  const sameStatus = sameCode.filter(({ status }) => status === entry.status);
  const number = sameStatus.indexOf(entry);
  return `${entry.code}-${entry.status}${number === 0 ? "" : `-${number + 1}`}`;
}

/**
 * What an error of an operation can be, by the key of the response: the entries of the catalogue that its examples
 * name, and what the gateway in front of every operation returns. Codes of other clouds are left out.
 */
export function errorsOf(document: Document, { operation }: FoundOperation, key: string): ErrorCodeEntry[] {
  const responses = listResponses(document, operation);
  const documented = responses.map((response) => response.key);
  const json = responses.find((response) => response.key === key)?.json;
  const named = codesIn(document, json);
  const gateway = new Set(
    codesIn(document, responses.find((response) => response.key === "default")?.json).map(layerOf),
  );
  const known = document["x-csbs-error-codes"].filter(
    ({ clouds }) => clouds?.some((cloud) => operation["x-csbs-clouds"].includes(cloud)) ?? true,
  );
  const ofStatus = (entry: ErrorCodeEntry) =>
    key === "default" ? !documented.includes(String(entry.status)) : String(entry.status) === key;
  const listed = named.flatMap((code) => {
    const entries = known.filter((entry) => entry.code === code);
    const fitting = entries.filter(ofStatus);
    return fitting.length > 0 ? fitting : entries.slice(0, 1);
  });
  const ofGateway = known.filter((entry) => gateway.has(layerOf(entry.code)) && ofStatus(entry));
  return [...new Set([...listed, ...ofGateway])];
}

/** Who raises a code: what stands before its number. */
function layerOf(code: string): string {
  return code.split(".")[0] ?? code;
}

function codesIn(document: Document, media: MediaType | undefined): string[] {
  const codes = listExamples(document, media).map(
    ({ value }) => (value as { error_code?: string }).error_code,
  );
  return [...new Set(codes.filter((code) => code !== undefined))];
}

export function errorEntries(document: Document, page: string): SearchEntry[] {
  return document["x-csbs-error-codes"].map((entry) => ({
    id: `${page}#${rowId(document, entry)}`,
    kind: "Error code",
    title: entry.code,
    place: entry.meaning,
    text: `${entry.status} ${entry.message}\n${entry.remedy}`,
  }));
}
