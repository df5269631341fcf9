import type { Document, Json } from "../../../src/spec/document.ts";
import { resolve } from "../../../src/spec/reference.ts";
import { type Html, html, nothing } from "../html.ts";
import { cloudName } from "../site.ts";
import { formatValue, limitsOf, type SchemaLink, type SchemaNode, typeOf } from "./schema-type.ts";

/** What showing a schema needs of the page that it stands on. */
export interface View {
  document: Document;
  /** The clouds of everything on the page that has no badge of its own. */
  clouds: string[];
  link: SchemaLink;
  prose(markdown: string | undefined): Html;
  /** Explains differences between documentation, clouds and real service. */
  differences(names: string[] | undefined): Html;
}

/** So many levels of objects are unfolded in place; what lies deeper is a link away. */
const deepest = 4;

/** The fields of an object or of a list's items; nothing for anything else. `prefix` makes ids unique on the page. */
export function fieldsOf(view: View, schema: SchemaNode, prefix: string, seen: string[] = []): Html {
  const object = objectWithin(view, schema);
  if (object === undefined || seen.length >= deepest) return nothing;
  const { properties = {}, patternProperties = {}, required = [] } = object;
  const rows = [
    ...Object.entries(properties).map(([name, field]) => ({
      name,
      field,
      wanted: required.includes(name),
    })),
    ...Object.entries(patternProperties).map(([name, field]) => ({ name, field, wanted: false })),
  ];
  return html`<dl class="fields">${rows.map(({ name, field, wanted }) =>
    entry(view, {
      id: `${prefix}${name}`.replaceAll(/[^\w.-]/g, "_"),
      name,
      schema: field,
      required: wanted,
      unfolded: rows.length === 1,
      nested: seen.includes(field.$ref ?? field.items?.$ref ?? "-")
        ? nothing
        : fieldsOf(view, field, `${prefix}${name}.`, [...seen, field.$ref ?? field.items?.$ref ?? name]),
    }),
  )}</dl>`;
}

interface Entry {
  id: string;
  name: string;
  schema: SchemaNode;
  required: boolean;
  nested?: Html;
  /** A parameter has its own. */
  description?: string;
  example?: Json | undefined;
  differences?: string[];
  /** The fields of the only field are shown at once. */
  unfolded?: boolean;
}

/** One field or parameter: its name, type and limits, and what it means. */
export function entry(
  view: View,
  { id, name, schema, required, nested = nothing, unfolded = false, ...own }: Entry,
): Html {
  const found = resolve<SchemaNode>(view.document, schema as { $ref: string });
  const description = own.description ?? schema.description ?? found.description;
  const example = own.example ?? schema.examples?.[0] ?? found.examples?.[0];
  const differences = [...new Set([...(own.differences ?? []), ...(found["x-csbs-differences"] ?? [])])];
  const limits = limitsOf(found);
  return html`<div class="field" id="${id}">
<dt><a class="field-name permalink" href="#${id}"><code>${name}</code></a>
<span class="type">${typeOf(schema, view.link)}</span>
${required && html`<span class="badge required">required</span>`}
${found.deprecated && html`<span class="badge">deprecated</span>`}
${cloudBadges(view.clouds, schema["x-csbs-clouds"] ?? found["x-csbs-clouds"])}</dt>
<dd>${view.prose(description)}
${limits.length > 0 && html`<ul class="limits">${limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}
${example !== undefined && html`<p class="example">Example: <code>${formatValue(example)}</code></p>`}
${view.differences(differences)}
${nested !== nothing && html`<details ${unfolded && html`open`}><summary>Fields of <code>${name}</code></summary>${nested}</details>`}</dd></div>`;
}

/** Which clouds document a thing, where not all of those around it do. */
export function cloudBadges(around: string[], clouds: string[] | undefined): Html {
  if (clouds === undefined || around.every((cloud) => clouds.includes(cloud))) return nothing;
  return html`${clouds.map((cloud) => html`<span class="badge cloud">${cloudName(cloud)}</span> `)}`;
}

function objectWithin(view: View, schema: SchemaNode): SchemaNode | undefined {
  const found = resolve<SchemaNode>(view.document, schema as { $ref: string });
  if (found.properties !== undefined || found.patternProperties !== undefined) return found;
  return found.items === undefined ? undefined : objectWithin(view, found.items);
}
