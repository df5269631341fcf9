import type { Json } from "../../src/spec/document.ts";
import { replaceParameters } from "../../src/spec/paths.ts";
import { projectParameter, type SampleCall } from "./call.ts";
import { formatValue, type Notation, quoted } from "./format-value.ts";
import type { Field, ResponseFields } from "./response-fields.ts";

/** The format of Black. */
const notation: Notation = {
  indent: "    ",
  width: 88,
  listWidth: 88,
  textWidth: Number.POSITIVE_INFINITY,
  padded: false,
  trailingComma: true,
  text: quoted,
  name: quoted,
  plain: { true: "True", false: "False", null: "None" },
};

/** A program for Python 3.9 or later that needs nothing but the standard library. */
export function pythonSample(call: SampleCall): string {
  return `${importsOf(call).join("\n")}

endpoint = os.environ.get("CSBS_ENDPOINT", ${quoted(call.endpoint)})
${projectParameter} = os.environ["OS_PROJECT_ID"]
${valuesOf(call).join("")}
${urlOf(call)}
${requestOf(call)}
try:
    with urlopen(request, timeout=60)${call.responseFields.kind === "nothing" ? ":" : " as response:"}
        ${call.responseFields.kind === "nothing" ? 'print("done")' : "result = json.load(response)"}
except HTTPError as error:
    raise SystemExit(f"{error.code} {error.reason}: {error.read().decode()}") from None
${printStatement(call.responseFields)}`;
}

function importsOf({ segments, query, body, responseFields }: SampleCall): string[] {
  const parse = [
    ...(segments.some(({ escaped }) => escaped) ? ["quote"] : []),
    ...(query.length > 0 ? ["urlencode"] : []),
  ];
  return [
    ...(body !== undefined || responseFields.kind !== "nothing" ? ["import json"] : []),
    "import os",
    "from urllib.error import HTTPError",
    ...(parse.length > 0 ? [`from urllib.parse import ${parse.join(", ")}`] : []),
    "from urllib.request import Request, urlopen",
  ];
}

function valuesOf({ segments, query, body }: SampleCall): string[] {
  const fields = Object.fromEntries(query.map(({ name, value }): [string, Json] => [name, onWire(value)]));
  return [
    ...segments.map(({ name, value }) => `${name} = ${quoted(value)}\n`),
    ...(query.length > 0 ? [assigned("query", fields)] : []),
    ...(body === undefined ? [] : [assigned("body", body)]),
  ];
}

function assigned(name: string, value: Json): string {
  return `${name} = ${formatValue(value, notation, { column: name.length + 3 })}\n`;
}

/** Booleans as the service reads them; urlencode would send True. */
function onWire(value: Json): Json {
  if (Array.isArray(value)) return value.map(onWire);
  return typeof value === "boolean" ? String(value) : value;
}

/** The URL, in brackets on a line of its own if it is too long. */
function urlOf(call: SampleCall): string {
  const address = `f"{endpoint}${pathOf(call)}"`;
  const line = `url = ${address}`;
  return line.length <= notation.width || address.length + notation.indent.length > notation.width
    ? line
    : `url = (\n${notation.indent}${address}\n)`;
}

function pathOf({ path, segments }: SampleCall): string {
  return replaceParameters(path, (name) =>
    segments.some((segment) => segment.name === name && segment.escaped)
      ? `{quote(${name}, safe='')}`
      : `{${name}}`,
  );
}

function requestOf({ method, tokenHeader, query, body }: SampleCall): string {
  const lists = query.some(({ value }) => Array.isArray(value));
  const headers = [
    `${quoted(tokenHeader)}: os.environ["OS_TOKEN"]`,
    ...(body === undefined ? [] : ['"Content-Type": "application/json"']),
  ];
  const fields = [
    query.length === 0 ? "url" : `f"{url}?{urlencode(query${lists ? ", doseq=True" : ""})}"`,
    ...(body === undefined ? [] : ["data=json.dumps(body).encode()"]),
    `headers=${fitted("{", headers, "}", notation.indent, "headers=".length + 1)}`,
    ...(method === "GET" ? [] : [`method=${quoted(method)}`]),
  ];
  return fitted("request = Request(", fields, ")", "", 0);
}

/** Parts between brackets, on one line if they fit, else one per line. `around` counts other characters of the line. */
function fitted(open: string, parts: string[], close: string, indent: string, around: number): string {
  const line = `${open}${parts.join(", ")}${close}`;
  if (!line.includes("\n") && indent.length + around + line.length <= notation.width) return line;
  const inner = `${indent}${notation.indent}`;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function printStatement(response: ResponseFields): string {
  if (response.kind === "nothing") return "";
  const found = response.path.reduce(
    (text, { name, optional }, index) =>
      optional && index === response.path.length - 1 && response.kind === "items"
        ? `${text}.get(${quoted(name)}, [])`
        : `${text}[${quoted(name)}]`,
    "result",
  );
  const owner = response.kind === "items" ? "item" : found;
  const line = `print(${response.fields.map((field) => readField(owner, field)).join(", ")})`;
  return response.kind === "items" ? `for item in ${found}:\n    ${line}\n` : `${line}\n`;
}

function readField(owner: string, { name, list, optional }: Field): string {
  const nothing = list ? ", []" : "";
  const value = optional ? `${owner}.get(${quoted(name)}${nothing})` : `${owner}[${quoted(name)}]`;
  return list ? `", ".join(${value})` : value;
}
