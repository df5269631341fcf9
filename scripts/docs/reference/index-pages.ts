import { heading, html } from "../html.ts";
import {
  allClouds,
  cloudName,
  operationPath,
  type Page,
  pages,
  relative,
  type Site,
  schemaPath,
} from "../site.ts";
import { breakable } from "./operation-page.ts";
import { schemasOf } from "./schema-page.ts";
import { cloudBadges } from "./schema-view.ts";

interface Tag {
  name: string;
  description: string;
}

/** The tags of the description with their operations, in its order. */
export function operationsByTag(site: Site) {
  const { tags } = site.document as unknown as { tags: Tag[] };
  return tags.map((tag) => ({
    ...tag,
    id: tag.name.toLowerCase(),
    operations: site.operations.filter(({ operation }) =>
      (operation as unknown as { tags: string[] }).tags.includes(tag.name),
    ),
  }));
}

/** Every operation in one list. */
export function referenceIndex(site: Site): Page {
  const groups = operationsByTag(site);
  const clouds = allClouds(site.document);
  return {
    path: pages.reference,
    title: "Reference",
    description: `All ${site.operations.length} operations of the CSBS API with parameters, responses, errors and code samples.`,
    contents: groups.map(({ id, name }) => ({ id, text: name, level: 2 })),
    body: html`<h1>Reference</h1>
<p>All ${site.operations.length} operations of the Cloud Server Backup Service, version 1.
Each name is the operationId and the name of the client's method. A badge names the clouds that document an operation, where not
all of ${clouds.map(cloudName).join(", ")} do. Bodies are described by
<a href="${relative(pages.reference, pages.schemas)}">${Object.keys(schemasOf(site.document)).length} schemas</a>.</p>
${groups.map(
  ({ id, name, description, operations }) => html`${heading(2, id, name)}<p>${description}</p>
<ul class="operations">${operations.map(({ operation, method, path }) => {
    const { operationId, summary } = operation;
    return html`<li id="${operationId}"><a href="${relative(pages.reference, operationPath(operationId))}"><strong>${operationId}</strong></a>
<span class="summary">${summary}</span>
<span class="signature"><span class="method ${method}">${method.toUpperCase()}</span> <code>${breakable(path)}</code></span>
<span class="clouds">${cloudBadges(clouds, operation["x-csbs-clouds"])}</span></li>`;
  })}</ul>`,
)}`,
    search: [{ id: pages.reference, kind: "Page", title: "Reference", place: "", text: "all operations" }],
  };
}

export function schemaIndex(site: Site): Page {
  const schemas = Object.entries(schemasOf(site.document)).sort(([one], [other]) =>
    one.localeCompare(other, "en"),
  );
  return {
    path: pages.schemas,
    title: "Schemas",
    description: `The ${schemas.length} named schemas of the CSBS API.`,
    body: html`<h1>Schemas</h1>
<p>The objects in request and response bodies. Generated types have the same names. Requests with unknown fields are invalid.
Responses may contain fields that are not listed.</p>
<div class="table" tabindex="0"><table><thead><tr><th>Name</th><th>What it is</th></tr></thead><tbody>${schemas.map(
      ([name, { title }]) =>
        html`<tr><td><a href="${relative(pages.schemas, schemaPath(name))}"><code>${name}</code></a></td><td>${title}</td></tr>`,
    )}</tbody></table></div>`,
    search: [{ id: pages.schemas, kind: "Page", title: "Schemas", place: "", text: "all schemas" }],
  };
}
