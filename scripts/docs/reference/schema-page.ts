import type { Document, Json } from "../../../src/spec/document.ts";
import { componentName } from "../../../src/spec/reference.ts";
import type { Coder } from "../code.ts";
import { plainText } from "../guides.ts";
import { heading, html, nothing } from "../html.ts";
import { operationPath, type Page, relative, type Site, schemaPath } from "../site.ts";
import { limitsOf, type SchemaNode, typeOf } from "./schema-type.ts";
import { cloudBadges, fieldsOf, type View } from "./schema-view.ts";

/** Keeps ids of fields apart from those of the page's own sections. */
const fieldPrefix = "fields.";

/** The page of one named schema. */
export function schemaPage(site: Site, name: string, view: View & { coder: Coder }): Page {
  const schema = schemasOf(site.document)[name] as SchemaNode;
  const page = schemaPath(name);
  const users = usersOf(site, name);
  const fields = fieldsOf(view, schema, fieldPrefix);
  const limits = limitsOf(schema);
  return {
    path: page,
    title: `${name} (schema)`,
    description: `The schema ${name} of the CSBS API: ${schema.title ?? name}.`,
    contents: [
      ...(fields === nothing ? [] : [{ id: "fields", text: "Fields", level: 2 }]),
      { id: "used", text: "Where it is used", level: 2 },
      { id: "json-schema", text: "JSON Schema", level: 2 },
    ],
    body: html`<h1>${name}</h1>
<p class="facts">${schema.title !== name && html`<span>${schema.title}</span>`}<span class="type">${typeOf(schema, view.link)}</span>${cloudBadges(view.clouds, schema["x-csbs-clouds"])}</p>
${view.prose(schema.description)}
${limits.length > 0 && html`<ul class="limits">${limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}
${view.differences(schema["x-csbs-differences"])}
${fields !== nothing && html`${heading(2, "fields", "Fields")}${fields}`}
${heading(2, "used", "Where it is used")}
<p class="code-list">${users.map(({ path, text }) => html`<a href="${relative(page, path)}"><code>${text}</code></a> `)}</p>
${heading(2, "json-schema", "JSON Schema")}
<details><summary>All of it, as the description has it</summary>${view.coder.block(JSON.stringify(schema, null, 2), "json")}</details>`,
    search: [
      {
        id: page,
        kind: "Schema",
        title: name,
        place: schema.title ?? "",
        text: plainText(schema.description ?? ""),
      },
      ...Object.entries(schema.properties ?? {}).map(([property, { description = "" }]) => ({
        id: `${page}#${fieldPrefix}${property}`,
        kind: "Property" as const,
        title: property,
        place: name,
        text: plainText(description),
      })),
    ],
  };
}

export function schemasOf(document: Document): Record<string, SchemaNode> {
  return (document.components.schemas ?? {}) as unknown as Record<string, SchemaNode>;
}

/** Operations and schemas that name it; through shared responses too. */
function usersOf(site: Site, name: string): { path: string; text: string }[] {
  const operations = site.operations.filter((found) => refersTo(site.document, found, name));
  const schemas = Object.entries(schemasOf(site.document)).filter(([, schema]) =>
    referencesIn(schema).has(name),
  );
  return [
    ...operations.map(({ operation: { operationId } }) => ({
      path: operationPath(operationId),
      text: operationId,
    })),
    ...schemas.map(([user]) => ({ path: schemaPath(user), text: user })),
  ];
}

function refersTo(document: Document, found: unknown, name: string): boolean {
  const references = [...JSON.stringify(found).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
  return references.some(([, kind = "", target = ""]) =>
    kind === "schemas" ? target === name : refersTo(document, document.components[kind]?.[target], name),
  );
}

function referencesIn(schema: SchemaNode): Set<string> {
  const found = [...JSON.stringify(schema as unknown as Json).matchAll(/"\$ref":"([^"]+)"/g)];
  return new Set(found.map(([, reference = ""]) => componentName(reference)));
}
