import type { Json } from "../../src/spec/document.ts";
import { replaceParameters } from "../../src/spec/paths.ts";
import { projectParameter, type SampleCall } from "./call.ts";
import { literal, type Notation, quoted } from "./format-value.ts";
import type { Member, Shown } from "./response-fields.ts";

/** As Black formats. */
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
    with urlopen(request, timeout=60)${call.shown.kind === "nothing" ? ":" : " as response:"}
        ${call.shown.kind === "nothing" ? 'print("done")' : "result = json.load(response)"}
except HTTPError as error:
    raise SystemExit(f"{error.code} {error.reason}: {error.read().decode()}") from None
${printed(call.shown)}`;
}

function importsOf({ segments, query, body, shown }: SampleCall): string[] {
  const parse = [
    ...(segments.some(({ escaped }) => escaped) ? ["quote"] : []),
    ...(query.length > 0 ? ["urlencode"] : []),
  ];
  return [
    ...(body !== undefined || shown.kind !== "nothing" ? ["import json"] : []),
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
  return `${name} = ${literal(value, notation, { column: name.length + 3 })}\n`;
}

/** Booleans as the service reads them, which is not how Python writes them. */
function onWire(value: Json): Json {
  if (Array.isArray(value)) return value.map(onWire);
  return typeof value === "boolean" ? String(value) : value;
}

/** In brackets where it is too long for the line. */
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

/** Parts between brackets, on one line if they fit, else one a line. `around` is what else is on the line. */
function fitted(open: string, parts: string[], close: string, indent: string, around: number): string {
  const line = `${open}${parts.join(", ")}${close}`;
  if (!line.includes("\n") && indent.length + around + line.length <= notation.width) return line;
  const inner = `${indent}${notation.indent}`;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function printed(shown: Shown): string {
  if (shown.kind === "nothing") return "";
  const found = shown.way.reduce(
    (text, { name, optional }, index) =>
      optional && index === shown.way.length - 1 && shown.kind === "items"
        ? `${text}.get(${quoted(name)}, [])`
        : `${text}[${quoted(name)}]`,
    "result",
  );
  const owner = shown.kind === "items" ? "item" : found;
  const line = `print(${shown.members.map((member) => memberOf(owner, member)).join(", ")})`;
  return shown.kind === "items" ? `for item in ${found}:\n    ${line}\n` : `${line}\n`;
}

function memberOf(owner: string, { name, list, optional }: Member): string {
  const nothing = list ? ", []" : "";
  const value = optional ? `${owner}.get(${quoted(name)}${nothing})` : `${owner}[${quoted(name)}]`;
  return list ? `", ".join(${value})` : value;
}
