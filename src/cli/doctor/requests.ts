import type { Document, Json, JsonObject, Parameter, Schema } from "../../spec/document.ts";
import { type FoundOperation, isReadOnly, listOperations } from "../../spec/operations.ts";
import { resolve } from "../../spec/reference.ts";
import { requestJson } from "../../spec/responses.ts";

/** The first item of each list that has one, by operationId. */
export type FirstItems = ReadonlyMap<string, JsonObject>;

/** An operation that changes nothing, and the lists that its path takes IDs from. */
export interface ReadOperation extends FoundOperation {
  sources: { parameter: Parameter; list: FoundOperation | undefined }[];
}

/** The read-only operations, those that need an item of a list after all others. */
export function readOperations(document: Document): ReadOperation[] {
  const all = listOperations(document).filter(isReadOnly);
  const found = all.map((one) => ({
    ...one,
    sources: one.parameters
      .filter((parameter) => parameter.in === "path" && parameter["x-csbs-bound"] !== true)
      .map((parameter) => ({ parameter, list: listFor(parameter, one, all) })),
  }));
  const late = ({ sources, operation }: ReadOperation) =>
    sources.length > 0 || (operation.requestBody !== undefined && operation["x-csbs-pages"] === undefined);
  return [...found.filter((one) => !late(one)), ...found.filter(late)];
}

/** The list of the things that a parameter has the ID of: it stands at the path before the ID, or below it. */
function listFor({ name }: Parameter, { path }: FoundOperation, all: readonly FoundOperation[]) {
  const above = path.slice(0, path.indexOf(`{${name}}`));
  return all.find((one) => one.operation["x-csbs-pages"] !== undefined && `${one.path}/`.startsWith(above));
}

/**
 * The smallest request of an operation: one item of a list, nothing optional, IDs of items that exist. A text says
 * what it lacks.
 */
export function smallestRequest(
  document: Document,
  { operation, parameters, sources }: ReadOperation,
  items: FirstItems,
): JsonObject | string {
  const request: JsonObject = {};
  for (const { parameter, list } of sources) {
    const id = list && items.get(list.operation.operationId)?.[list.operation["x-csbs-pages"]?.key ?? ""];
    if (id === undefined) return `${list?.operation.operationId ?? "no list"} returned no item to ask for`;
    request[parameter.name] = id;
  }
  const limit = parameters.find(isLimit);
  if (limit !== undefined) request.limit = smallest(document, limit.schema, items) ?? 1;
  const media = requestJson(document, operation);
  if (media === undefined) return request;
  const body = smallest(document, media.schema, items);
  return body === undefined
    ? "no list returned an item that the request could be about"
    : { ...request, body };
}

function isLimit({ name }: { name: string }): boolean {
  return name === "limit";
}

/** The smallest value of a schema; undefined where only the service knows one, such as an ID. */
function smallest(document: Document, node: Schema, items: FirstItems): Json | undefined {
  const schema = resolve<Schema>(document, node);
  const { enum: values, items: each, properties, minimum } = schema;
  const type = [schema.type].flat();
  const branch = (schema.oneOf ?? schema.anyOf)?.[0];
  if (branch !== undefined) return smallest(document, branch, items);
  if (values !== undefined) return values[0];
  if (properties !== undefined) return smallestObject(document, schema, items);
  if (each !== undefined) {
    const item = smallest(document, each, items);
    return item === undefined ? undefined : [item];
  }
  if (minimum === undefined) return undefined;
  return type.includes("string") ? String(minimum) : minimum;
}

/** What it needs comes from one item, so that an ID and its type belong together. */
function smallestObject(
  document: Document,
  { properties = {}, required = [] }: Schema,
  items: FirstItems,
): JsonObject | undefined {
  const held = [...items.values()].find((item) => required.every((name) => typeof item[name] === "string"));
  const object: JsonObject = {};
  for (const name of [...required, ...Object.keys(properties).filter((key) => isLimit({ name: key }))]) {
    const value = held?.[name] ?? smallest(document, properties[name] ?? {}, items);
    if (value === undefined) return undefined;
    object[name] = value;
  }
  return object;
}
