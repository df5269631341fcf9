import { html } from "./html.ts";
import { downloads, type Page, pages } from "./site.ts";

/** Which file for which tool. `sizes` are in bytes, by file. */
export function downloadsPage(sizes: Map<string, number>): Page {
  return {
    path: pages.downloads,
    title: "Downloads",
    description: "The OpenAPI description of CSBS as one file: 3.1 in YAML and JSON, 3.0 in JSON.",
    body: html`<h1>Downloads</h1>
<p>The whole description as one file, without references to others. Every operation has the same name in all of them.</p>
<div class="table" tabindex="0"><table><thead><tr><th>File</th><th>Format</th><th>Size</th><th>Use it when</th></tr></thead>
<tbody>${downloads.map(
      ({ file, title, use }) =>
        html`<tr><td><a href="${file}" download><code>${file}</code></a></td><td>${title}</td><td>${Math.round((sizes.get(file) ?? 0) / 1000)} kB</td><td>${use}</td></tr>`,
    )}</tbody></table></div>`,
    search: [
      {
        id: pages.downloads,
        kind: "Page",
        title: "Downloads",
        place: "",
        text: downloads.map(({ file, title, use }) => `${file} ${title} ${use}`).join(" "),
      },
    ],
  };
}

/** Hosts show it at any address, which is why its links start from a base. */
export function notFoundPage(): Page {
  return {
    path: pages.notFound,
    title: "No such page",
    description: "There is no page at this address.",
    body: html`<h1>No such page</h1>
<p>There is nothing at this address. <a href="${pages.start}">Start</a>, the <a href="${pages.reference}">reference</a>,
or the search (press <kbd>/</kbd>) lead on.</p>`,
    wide: true,
    search: [],
  };
}
