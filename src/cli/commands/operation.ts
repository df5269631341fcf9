import { Command, Option } from "commander";
import type { Schema } from "../../spec/document.ts";
import { allowRepeats } from "../options/repeat.ts";
import type { OperationSpec, ParameterSpec } from "../spec.ts";
import { checkValue } from "../values.ts";

/** Makes a command of an operation: its options are the operation's parameters, in kebab-case. */
export function operationCommand(name: string, operation: OperationSpec): Command {
  const command = new Command(name)
    .summary(operation.summary)
    .description(`${plainText(operation.description)}\n\nSource: ${operation.source}`);
  for (const parameter of operation.parameters) command.addOption(optionOf(parameter, operation));
  return command;
}

/** The parameters that were given, under the API's own names. */
export function givenParameters(
  { parameters }: OperationSpec,
  options: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    parameters
      .map((parameter) => [parameter.name, options[attributeOf(parameter)]] as const)
      .filter(([, value]) => value !== undefined),
  );
}

export function flagOf({ name }: ParameterSpec): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** Markdown as it reads best in a terminal. */
export function plainText(markdown: string): string {
  return markdown
    .trim()
    .replaceAll("`", "")
    .replace(/(?<!\n)\n(?!\n|- )/g, " ");
}

function optionOf(parameter: ParameterSpec, operation: OperationSpec): Option {
  const { schema, item, example } = parameter;
  const description = plainText(parameter.description);
  const group = headingOf(parameter, operation);
  if (schema.type === "boolean") return new Option(flagOf(parameter), description).helpGroup(group);
  const flags = `${flagOf(parameter)} <${placeholder(parameter.name, item)}>`;
  const option = new Option(flags, `${description}${examplesOf(item, example)}`)
    .helpGroup(group)
    .makeOptionMandatory(parameter.in === "path");
  const read = (text: string) => checkValue(operation, parameter, text);
  if (schema.type === "array") allowRepeats(option, read);
  else option.argParser(read);
  // For completion; what is allowed, the schema decides.
  if (item.enum !== undefined) option.argChoices = item.enum.map(String);
  return option;
}

function headingOf(parameter: ParameterSpec, { method }: OperationSpec): string {
  if (parameter.in === "path") return "Required:";
  return method === "get" ? "Filters:" : "Optional:";
}

function examplesOf(schema: Schema, example: unknown): string {
  if (schema.enum !== undefined) return ` One of: ${schema.enum.join(", ")}.`;
  return example === undefined ? "" : ` Example: ${[example].flat().join(", ")}`;
}

function placeholder(name: string, { title, type }: Schema): string {
  if (name.endsWith("_id")) return "id";
  if (type === "integer") return "number";
  return title?.toLowerCase().split(" ").at(-1) ?? "text";
}

function attributeOf(parameter: ParameterSpec): string {
  return parameter.name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
