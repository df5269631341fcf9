import type { Json, Parameter, Schema } from "../spec/document.ts";
import type { FoundOperation } from "../spec/operations.ts";
import { type Finding, findingOf, wordsOf } from "./findings.ts";
import type { Inspector } from "./inspect.ts";

/** Inspects the parameters of a path or a query, and finds unknown ones. */
export function inspectParameters(
  inspector: Inspector,
  { parameters }: FoundOperation,
  place: "path" | "query",
  values: URLSearchParams,
): Finding[] {
  const described = parameters.filter((parameter) => parameter.in === place);
  const names = new Set(described.map(({ name }) => name));
  const unknown = [...new Set(values.keys())].filter((name) => !names.has(name));
  return [
    ...described.flatMap((parameter) => inspectOne(inspector, parameter, values.getAll(parameter.name))),
    ...unknown.map((name) =>
      findingOf(
        "undescribed",
        [{ name: place }, { name }],
        "no parameter of this name",
        "string",
        values.get(name),
      ),
    ),
  ];
}

function inspectOne(inspector: Inspector, parameter: Parameter, texts: readonly string[]): Finding[] {
  const { schemas } = inspector;
  const schema = schemas.resolve(parameter.schema);
  const path = [{ name: parameter.in }, { name: parameter.name, described: true }];
  if (texts.length === 0) {
    if (parameter.required !== true) return [];
    return [findingOf("missing", path, `required, ${wordsOf(schema)}`, "nothing")];
  }
  const isList = schemas.allowsType(schema, []) && schema.type !== undefined;
  const item = isList ? schemas.resolve(schema.items ?? {}) : schema;
  const values = texts.map((text) => fromText(item, text));
  const value = isList || values.length > 1 ? values : (values[0] ?? null);
  const rows = parameter["x-csbs-differences"] ?? [];
  return inspector.withRows(inspector.inspect(schema, value, path), rows, value, path, wordsOf(schema));
}

/** The value that a text in a path or query stands for. */
function fromText({ type }: Schema, text: string): Json {
  const types = [type ?? []].flat();
  if (types.some((one) => one === "integer" || one === "number") && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  return types.includes("boolean") && /^(true|false)$/.test(text) ? text === "true" : text;
}
