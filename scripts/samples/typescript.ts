import type { Json, JsonObject } from "../../src/spec/document.ts";
import type { SampleCall } from "./call.ts";
import { literal, type Notation, quoted } from "./format-value.ts";
import type { Member, Shown, Step } from "./response-fields.ts";

const notation: Notation = {
  indent: "  ",
  width: 80,
  // Of lists and long texts the formatter decides alone, by the width that biome.json has.
  listWidth: 110,
  textWidth: 110,
  padded: true,
  trailingComma: true,
  text: textOf,
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : textOf(name)),
  plain: { true: "true", false: "false", null: "null" },
};

/** A program that makes the call by this package's client. */
export function typescriptSample(call: SampleCall): string {
  const returns = call.shown.kind !== "nothing";
  const start = `  ${returns ? "const result = " : ""}await csbs.${call.operationId}(`;
  const given = argumentOf(call);
  const empty = Object.keys(given).length === 0;
  const passed = empty ? "" : literal(given, notation, { column: start.length, after: 2, depth: 1 });
  return `import { CsbsApiError, createCsbsClient, token } from "csbs-api";

const csbs = createCsbsClient({
  endpoint: process.env.CSBS_ENDPOINT ?? ${textOf(call.endpoint)},
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN),
});

try {
${start}${passed});
${printed(call.shown)}
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

function printed(shown: Shown): string {
  if (shown.kind === "nothing") return '  console.log("done");';
  if (shown.kind === "members") {
    return `  console.log(${shown.members.map((member) => memberOf(wayTo(shown.way), member)).join(", ")});`;
  }
  const line = shown.members.map((member) => memberOf("item", member)).join(", ");
  return `  for (const item of ${itemsOf(shown.way)}) {\n    console.log(${line});\n  }`;
}

/** Items that may be absent are none. */
function itemsOf(way: Step[]): string {
  const last = way.at(-1);
  const found = wayTo(way);
  if (last?.oneForm) return `${textOf(last.name)} in ${wayTo(way.slice(0, -1))} ? ${found} : []`;
  return last?.optional ? `${found} ?? []` : found;
}

function wayTo(way: Step[]): string {
  return way.reduce((found, { name }) => `${found}.${name}`, "result");
}

function memberOf(owner: string, { name, list, optional }: Member): string {
  return `${owner}.${name}${list ? `${optional ? "?" : ""}.join(", ")` : ""}`;
}

/** In the quotes that need fewer escapes, as the formatter has it. */
function textOf(text: string): string {
  const double = text.split('"').length;
  const single = text.split("'").length;
  if (double <= single) return quoted(text);
  return `'${quoted(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
