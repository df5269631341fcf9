import type { Document, Parameter } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { methods } from "./change.ts";

type Node = Parameter | { $ref: string };
type PathItem = { parameters?: Node[] };

const prefix = "of ";
const folder = "#/components/parameters/";

/** Two operations with the same key are two states of one: the names in the path's braces do not count. */
export function operationKey(method: string, path: string): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
}

/**
 * Redocly pairs the items of two lists by their likeness, and takes parameters with like texts for one
 * another. References it pairs by name. So each parameter, also one of a path, becomes a reference to a
 * component that is named after its operation, its place and itself.
 */
export function nameParameters(document: Document): Document {
  const named: { [name: string]: Node } = {};
  const reference = (key: string, node: Node) => {
    const { in: place, name } = resolve<Parameter>(document, node);
    const component = `${prefix}${key}: ${place} ${name}`;
    named[component] = node;
    return { $ref: folder + component.replaceAll("~", "~0").replaceAll("/", "~1") };
  };
  const paths = Object.entries(document.paths).map(([path, { parameters: shared, ...item }]) => {
    const fields = Object.entries(item as { [key: string]: PathItem }).map(([key, field]) => {
      if (!methods.includes(key)) return [key, field];
      const nodes = [...((shared as Node[] | undefined) ?? []), ...(field.parameters ?? [])];
      const parameters = nodes.map((node) => reference(operationKey(key, path), node));
      return [key, parameters.length === 0 ? field : { ...field, parameters }];
    });
    return [path, Object.fromEntries(fields)];
  });
  // Components go last: a change in one is shown where Redocly first meets it, which is to be a path.
  const { components, ...rest } = document;
  return {
    ...rest,
    paths: Object.fromEntries(paths),
    components: { ...components, parameters: { ...components.parameters, ...named } as never },
  };
}

/** Whether a change is one of the components that nameParameters made, which are not of the description. */
export function isMadeHere(pointer: string): boolean {
  return pointer.startsWith(folder + prefix);
}
