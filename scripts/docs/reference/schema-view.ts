import type { Document, Json } from "../../../src/spec/document.ts";
import { resolve } from "../../../src/spec/reference.ts";
import { type Html, html, nothing } from "../html.ts";
import { cloudName } from "../site.ts";
import { limitsOf, type SchemaLink, type ShownSchema, shown, typeOf } from "./schema-type.ts";

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

/** The members of an object or of a list's items; nothing for anything else. `prefix` makes ids unique on the page. */
export function membersOf(view: View, schema: ShownSchema, prefix: string, seen: string[] = []): Html {
  const object = objectWithin(view, schema);
  if (object === undefined || seen.length >= deepest) return nothing;
  const { properties = {}, patternProperties = {}, required = [] } = object;
  const rows = [
    ...Object.entries(properties).map(([name, member]) => ({
      name,
      member,
      wanted: required.includes(name),
    })),
    ...Object.entries(patternProperties).map(([name, member]) => ({ name, member, wanted: false })),
  ];
  return html`<dl class="members">${rows.map(({ name, member, wanted }) =>
    entry(view, {
      id: `${prefix}${name}`.replaceAll(/[^\w.-]/g, "_"),
      name,
      schema: member,
      required: wanted,
      unfolded: rows.length === 1,
      nested: seen.includes(member.$ref ?? member.items?.$ref ?? "-")
        ? nothing
        : membersOf(view, member, `${prefix}${name}.`, [...seen, member.$ref ?? member.items?.$ref ?? name]),
    }),
  )}</dl>`;
}

interface Entry {
  id: string;
  name: string;
  schema: ShownSchema;
  required: boolean;
  nested?: Html;
  /** A parameter has its own. */
  description?: string;
  example?: Json | undefined;
  differences?: string[];
  /** The members of the only member are shown at once. */
  unfolded?: boolean;
}

/** One member or parameter: its name, type and limits, and what it means. */
export function entry(
  view: View,
  { id, name, schema, required, nested = nothing, unfolded = false, ...own }: Entry,
): Html {
  const found = resolve<ShownSchema>(view.document, schema as { $ref: string });
  const description = own.description ?? schema.description ?? found.description;
  const example = own.example ?? schema.examples?.[0] ?? found.examples?.[0];
  const differences = [...new Set([...(own.differences ?? []), ...(found["x-csbs-differences"] ?? [])])];
  const limits = limitsOf(found);
  return html`<div class="member" id="${id}">
<dt><a class="member-name permalink" href="#${id}"><code>${name}</code></a>
<span class="type">${typeOf(schema, view.link)}</span>
${required && html`<span class="badge required">required</span>`}
${found.deprecated && html`<span class="badge">deprecated</span>`}
${cloudBadges(view.clouds, schema["x-csbs-clouds"] ?? found["x-csbs-clouds"])}</dt>
<dd>${view.prose(description)}
${limits.length > 0 && html`<ul class="limits">${limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}
${example !== undefined && html`<p class="example">Example: <code>${shown(example)}</code></p>`}
${view.differences(differences)}
${nested !== nothing && html`<details ${unfolded && html`open`}><summary>Fields of <code>${name}</code></summary>${nested}</details>`}</dd></div>`;
}

/** Which clouds document a thing, where not all of those around it do. */
export function cloudBadges(around: string[], clouds: string[] | undefined): Html {
  if (clouds === undefined || around.every((cloud) => clouds.includes(cloud))) return nothing;
  return html`${clouds.map((cloud) => html`<span class="badge cloud">${cloudName(cloud)}</span> `)}`;
}

function objectWithin(view: View, schema: ShownSchema): ShownSchema | undefined {
  const found = resolve<ShownSchema>(view.document, schema as { $ref: string });
  if (found.properties !== undefined || found.patternProperties !== undefined) return found;
  return found.items === undefined ? undefined : objectWithin(view, found.items);
}
