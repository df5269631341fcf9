import type { Json, Schema } from "../../../src/spec/document.ts";
import { componentName } from "../../../src/spec/reference.ts";
import { type Html, html, nothing } from "../html.ts";

/** What the reference shows of a schema, beyond what the generators read. */
export interface SchemaNode extends Omit<Schema, "items" | "properties"> {
  title?: string;
  required?: string[];
  items?: SchemaNode;
  properties?: { [name: string]: SchemaNode };
  patternProperties?: { [pattern: string]: SchemaNode };
  oneOf?: SchemaNode[];
  anyOf?: SchemaNode[];
  allOf?: SchemaNode[];
  default?: Json;
  deprecated?: boolean;
  uniqueItems?: boolean;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  additionalProperties?: boolean;
  examples?: Json[];
  "x-extensible-enum"?: Json[];
  "x-csbs-clouds"?: string[];
  "x-csbs-differences"?: string[];
}

/** Makes the address of a schema's page, from the page that the link stands on. */
export type SchemaLink = (name: string) => string;

/** The type in words, with links to named schemas. */
export function typeOf(schema: SchemaNode, link: SchemaLink): Html {
  if (schema.$ref !== undefined) {
    const name = componentName(schema.$ref);
    return html`<a href="${link(name)}">${name}</a>`;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return joined(choices.map((choice) => typeOf(choice, link)));
  if (schema.const !== undefined) return html`always <code>${JSON.stringify(schema.const)}</code>`;
  const types = [schema.type ?? "anything"].flat();
  return joined(
    types.map((type) =>
      type === "array" && schema.items !== undefined
        ? html`list of ${typeOf(schema.items, link)}`
        : html`${type}${schema.format !== undefined && type !== "null" ? ` (${schema.format})` : ""}`,
    ),
  );
}

function joined(parts: Html[]): Html {
  return parts.reduce((before, part, index) => (index === 0 ? part : html`${before} or ${part}`), nothing);
}

/** Limits of a value, each as a short phrase. */
export function limitsOf(schema: SchemaNode): Html[] {
  const values = (list: Json[]) => list.map((value) => html` <code>${formatValue(value)}</code>`);
  return [
    schema.enum && html`One of:${values(schema.enum)}`,
    schema["x-extensible-enum"] && html`Known values, others may come:${values(schema["x-extensible-enum"])}`,
    schema.default !== undefined && html`Default: <code>${formatValue(schema.default)}</code>`,
    span("Length", schema.minLength, schema.maxLength),
    span("Value", schema.minimum, schema.maximum),
    span("Items", schema.minItems, schema.maxItems),
    span("Fields", schema.minProperties, schema.maxProperties),
    schema.uniqueItems && html`No item twice`,
    schema.pattern !== undefined && html`Pattern: <code>${schema.pattern}</code>`,
    schema.items?.enum && html`Each one of:${values(schema.items.enum)}`,
  ].filter((part) => part instanceof Object);
}

function span(what: string, least: number | undefined, most: number | undefined): Html | undefined {
  if (least === undefined && most === undefined) return undefined;
  if (least === most) return html`${what}: ${least}`;
  if (least === undefined) return html`${what}: at most ${most}`;
  return most === undefined ? html`${what}: at least ${least}` : html`${what}: ${least} to ${most}`;
}

export function formatValue(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
