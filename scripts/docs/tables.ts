import { parse } from "yaml";
import type { Document } from "../../src/spec/document.ts";
import { type Html, html } from "./html.ts";
import { errorTable } from "./reference/errors.ts";

/** The table that shows the catalogue of error codes; every other name is a file in docs/guides/tables/. */
export const errorCodes = "error-codes";

/** The mark in a guide where a table made from data is put. */
export function markOf(name: string): string {
  return `<!-- table: ${name} -->`;
}

/** Names of the tables that a text asks for. */
export function tablesIn(source: string): string[] {
  return [...source.matchAll(/<!-- table: ([\w-]+) -->/g)].map(([, name = ""]) => name);
}

type Row = Record<string, string | number | boolean | null>;

/** Every table by its name. `texts` are the files of YAML, each a list of rows with the same fields. */
export function createTables(document: Document, texts: Map<string, string>): (name: string) => Html {
  return (name) => {
    if (name === errorCodes) return errorTable(document);
    const text = texts.get(name);
    if (text === undefined)
      throw new Error(`There is no docs/guides/tables/${name}.yaml for ${markOf(name)}.`);
    return rowsTable(parse(text) as Row[]);
  };
}

function rowsTable(rows: Row[]): Html {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return html`<div class="table" tabindex="0"><table>
<thead><tr>${columns.map((column) => html`<th>${sentenceCase(column)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td>${inWords(row[column])}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

function sentenceCase(name: string): string {
  const words = name.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function inWords(value: Row[string] | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value ?? "");
}
