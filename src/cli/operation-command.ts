import { Command, Option } from "commander";
import type { OperationSpec, ParameterSpec, SchemaSpec } from "./spec.ts";
import { checkValue } from "./values.ts";

/** The parameter that every command takes among its connection options, not among its filters. */
export const projectParameter = "project_id";

/** Makes a command whose options are the operation's query parameters, in kebab-case. */
export function operationCommand(name: string, operation: OperationSpec): Command {
  const command = new Command(name)
    .alias(kebabCase(operation.operationId))
    .summary(operation.summary)
    .description(`${plainText(operation.description)}\n\nSource: ${operation.source}`);
  for (const parameter of queryParameters(operation)) command.addOption(optionOf(parameter));
  return command;
}

/** The parameters that were given, under the API's own names. */
export function givenParameters(
  operation: OperationSpec,
  options: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    queryParameters(operation)
      .map((parameter) => [parameter.name, options[attributeOf(parameter)]] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function queryParameters(operation: OperationSpec): ParameterSpec[] {
  return operation.parameters.filter((parameter) => parameter.in === "query");
}

function optionOf(parameter: ParameterSpec): Option {
  const { schema, example } = parameter;
  const flag = `--${parameter.name.replaceAll("_", "-")}`;
  const description = plainText(parameter.description);
  if (schema.type === "boolean") return new Option(flag, description).helpGroup("Filters:");
  const item: SchemaSpec = schema.items ?? schema;
  const option = new Option(`${flag} <${placeholder(item)}>`, `${description}${examplesOf(item, example)}`);
  return option
    .helpGroup("Filters:")
    .argParser<unknown>((text, before) =>
      schema.type === "array"
        ? [...((before as string[]) ?? []), checkValue(item, text)]
        : checkValue(item, text),
    );
}

function examplesOf(schema: SchemaSpec, example: unknown): string {
  if (schema.enum !== undefined) return ` One of: ${schema.enum.join(", ")}.`;
  return example === undefined ? "" : ` Example: ${[example].flat().join(", ")}`;
}

function placeholder(schema: SchemaSpec): string {
  const { format, title } = schema as SchemaSpec & { format?: string };
  if (format === "uuid") return "uuid";
  return title === undefined ? "text" : (title.toLowerCase().split(" ")[0] as string);
}

function attributeOf(parameter: ParameterSpec): string {
  return parameter.name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function kebabCase(operationId: string): string {
  return operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function plainText(markdown: string): string {
  return markdown
    .trim()
    .replaceAll("`", "")
    .replace(/(?<!\n)\n(?!\n)/g, " ");
}
