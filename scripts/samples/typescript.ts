import type { Json, JsonObject } from "../../src/spec/document.ts";
import type { SampleCall } from "./call.ts";
import { formatValue, type Notation, quoted } from "./format-value.ts";
import type { Field, ResponseFields, Step } from "./response-fields.ts";

const notation: Notation = {
  indent: "  ",
  width: 80,
  // The formatter wraps lists and long strings alone, at the width of biome.json.
  listWidth: 110,
  textWidth: 110,
  padded: true,
  trailingComma: true,
  text: textOf,
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : textOf(name)),
  plain: { true: "true", false: "false", null: "null" },
};

/** A program that makes the call with this package's client. */
export function typescriptSample(call: SampleCall): string {
  const returns = call.responseFields.kind !== "nothing";
  const start = `  ${returns ? "const result = " : ""}await csbs.${call.operationId}(`;
  const given = argumentOf(call);
  const empty = Object.keys(given).length === 0;
  const passed = empty ? "" : formatValue(given, notation, { column: start.length, after: 2, depth: 1 });
  return `import { CsbsApiError, createCsbsClient, token } from "csbs-api";

const csbs = createCsbsClient({
  endpoint: process.env.CSBS_ENDPOINT ?? ${textOf(call.endpoint)},
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN),
});

try {
${start}${passed});
${printStatement(call.responseFields)}
} catch (error) {
  if (!(error instanceof CsbsApiError)) throw error;
  console.error(error.status, error.code, error.message);
  process.exitCode = 1;
}
`;
}

function argumentOf({ segments, query, body }: SampleCall): JsonObject {
  const path = segments.filter(({ fixed }) => !fixed);
  return {
    ...Object.fromEntries([...path, ...query].map(({ name, value }): [string, Json] => [name, value])),
    ...(body === undefined ? {} : { body }),
  };
}

function printStatement(response: ResponseFields): string {
  if (response.kind === "nothing") return '  console.log("done");';
  if (response.kind === "fields") {
    return `  console.log(${response.fields.map((field) => readField(pathTo(response.path), field)).join(", ")});`;
  }
  const line = response.fields.map((field) => readField("item", field)).join(", ");
  return `  for (const item of ${itemsOf(response.path)}) {\n    console.log(${line});\n  }`;
}

/** Items, or an empty list where the response may lack them. */
function itemsOf(path: Step[]): string {
  const last = path.at(-1);
  const found = pathTo(path);
  if (last?.oneForm) return `${textOf(last.name)} in ${pathTo(path.slice(0, -1))} ? ${found} : []`;
  return last?.optional ? `${found} ?? []` : found;
}

function pathTo(path: Step[]): string {
  return path.reduce((found, { name }) => `${found}.${name}`, "result");
}

function readField(owner: string, { name, list, optional }: Field): string {
  return `${owner}.${name}${list ? `${optional ? "?" : ""}.join(", ")` : ""}`;
}

/** A string in the quotes that need fewer escapes, as the formatter writes it. */
function textOf(text: string): string {
  const double = text.split('"').length;
  const single = text.split("'").length;
  if (double <= single) return quoted(text);
  return `'${quoted(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
