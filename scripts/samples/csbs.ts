import type { Json } from "../../src/spec/document.ts";
import { kebabCase } from "../../src/spec/names.ts";
import type { SampleCall } from "./call.ts";
import { bodyOption, commandLine, shellWord } from "./shell.ts";

/** Operations that have a command of their own with the same options. */
const tasks: { [operationId: string]: string } = { countBackups: "count" };

/** The command of this package. */
export function csbsSample({ operationId, segments, query, body }: SampleCall): string {
  const command = tasks[operationId] ?? `api ${kebabCase(operationId)}`;
  const given = [...segments.filter(({ fixed }) => !fixed), ...query];
  const { options, input } = bodyOption(body, "--body", "-");
  const all = [
    ...given.flatMap(({ name, value }) => [value as Json].flat().flatMap((item) => optionOf(name, item))),
    ...options,
  ];
  return `# CSBS_ENDPOINT, OS_PROJECT_ID and OS_TOKEN are in the environment.
${commandLine(`csbs ${command}`, all)}
${input}`;
}

function optionOf(name: string, value: Json): string[] {
  const flag = `--${name.replaceAll("_", "-")}`;
  if (typeof value === "boolean") return value ? [flag] : [];
  const text = String(value);
  // What begins with a hyphen would be read as an option.
  return [text.startsWith("-") ? shellWord(`${flag}=${text}`) : `${flag} ${shellWord(text)}`];
}
