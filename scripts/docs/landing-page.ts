import type { Coder } from "./code.ts";
import { type Html, html } from "./html.ts";
import { guidePath } from "./layout.ts";
import { operationsByTag } from "./reference/index-pages.ts";
import { schemasOf } from "./reference/schema-page.ts";
import { downloads, operationPath, type Page, pages, type Site } from "./site.ts";

export interface Pictures {
  lifeCycle: Html;
  objectModel: Html;
}

/** The operation that the first page shows. */
const firstOperation = "countBackups";

const install = (
  version: string,
) => `npm ci && npm pack                  # in the clone: makes csbs-api-${version}.tgz
npm install ./csbs-api-${version}.tgz    # in your project
npx csbs count --mock               # counts backups against the embedded mock`;

export function landingPage(site: Site, coder: Coder, { lifeCycle, objectModel }: Pictures): Page {
  const { info } = site.document as unknown as { info: { title: string; summary: string } };
  const samples = site.samples[firstOperation] ?? [];
  return {
    path: pages.start,
    title: `${info.title}: API, guides and client`,
    description: info.summary,
    wide: true,
    body: html`<section class="hero"><div><h1>Cloud Server Backup Service</h1>
<p class="lead">${info.summary} For Open Telekom Cloud and Huawei Cloud. An OpenAPI description of version 1, a TypeScript client, a command and a
mock.</p>
<p class="actions"><a class="button" href="${guidePath(site.guides[0]?.slug ?? "")}">${site.guides[0]?.title}</a>
<a class="button quiet" href="${pages.reference}">${site.operations.length} operations</a></p></div>
<div class="samples" aria-label="${firstOperation} in several languages" role="group">${samples.map(
      ({ lang, label, source }) =>
        html`<section class="sample" data-label="${label}"><h2 class="h3">${label}</h2>${coder.block(source, lang)}</section>`,
    )}</div></section>
<section><h2 id="install">Install</h2>
<p>The package is not published yet. Pack it in a clone of the repository; after publication, <code>npm install csbs-api</code>
does the same.</p>
${coder.block(install(site.document.info.version), "sh")}</section>
<section><h2 id="guides">Guides</h2><div class="cards">${site.groups.map(
      ({ title, guides }) =>
        html`<div class="card"><h3>${title}</h3><ul>${guides.map((guide) => html`<li><a href="${guidePath(guide.slug)}">${guide.title}</a></li>`)}</ul></div>`,
    )}</div></section>
<section><h2 id="objects">Data model</h2>
<p>A policy names servers. Each run of a policy makes a backup record. A record contains one backup per server, and each
backup contains one backup per disk. The second line of a box is the name in the API.</p>
<div class="figure" tabindex="0">${objectModel}</div></section>
<section><h2 id="life">States of a backup</h2>
<p><a href="reference/schemas/BackupStatus.html"><code>BackupStatus</code></a> has these states. The arrows name what changes a
state.</p>
<div class="figure" tabindex="0">${lifeCycle}</div></section>
<section><h2 id="operations">Operations</h2><div class="cards">${operationsByTag(site).map(
      ({ name, operations }) =>
        html`<div class="card"><h3>${name}</h3><ul>${operations.map(
          ({ operation: { operationId, summary } }) =>
            html`<li><a href="${operationPath(operationId)}"><code>${operationId}</code></a> <span>${summary}</span></li>`,
        )}</ul></div>`,
    )}</div>
<p>Also: <a href="${pages.schemas}">${Object.keys(schemasOf(site.document)).length} schemas</a>, and the description to download as ${downloads.map(
      ({ file, title }, index) => html`${index > 0 && ", "}<a href="${file}" download>${title}</a>`,
    )}.</p></section>`,
    search: [],
  };
}
