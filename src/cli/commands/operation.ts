import { Command, Option } from "commander";
import type { Schema } from "../../spec/document.ts";
import type { VerbosityOptions } from "../connection/traffic.ts";
import { UsageError } from "../exit.ts";
import { allowRepeats } from "../options/repeat.ts";
import { timeZoneOption } from "../options/time-zone.ts";
import { readTime, type TypedTime, timeSent, timesHelp } from "../options/times.ts";
import type { Session } from "../session.ts";
import type { OperationSpec, ParameterSpec } from "../spec.ts";
import { checkValue } from "../values.ts";

/** Makes a command of an operation: its options are the operation's parameters, in kebab-case. */
export function operationCommand(name: string, operation: OperationSpec): Command {
  const command = new Command(name)
    .summary(operation.summary)
    .description(`${plainText(operation.description)}\n\nSource: ${operation.source}`);
  for (const parameter of operation.parameters) command.addOption(optionOf(parameter, operation));
  const timed = operation.parameters.find(({ isTime }) => isTime);
  if (timed !== undefined) {
    command.addOption(timeZoneOption().helpGroup(headingOf(timed, operation)));
    command.addHelpText("after", timesHelp);
  }
  return command;
}

/**
 * The parameters that were given, under the API's own names, times as they are sent.
 *
 * @throws UsageError for a period that ends before it starts.
 */
export function givenParameters(
  { parameters }: OperationSpec,
  options: Record<string, unknown>,
  now = Date.now(),
): Record<string, unknown> {
  const { timezone: timeZone = "UTC" } = options as { timezone?: string };
  const given = parameters.flatMap((parameter) => {
    const value = options[attributeOf(parameter)];
    return value === undefined ? [] : [{ parameter, value }];
  });
  const sent = given.map(({ parameter, value }) => ({
    parameter,
    value: parameter.isTime
      ? timeSent(value as TypedTime, { edge: parameter["x-csbs-range"], timeZone, now })
      : value,
  }));
  checkPeriod(sent);
  return Object.fromEntries(sent.map(({ parameter, value }) => [parameter.name, value]));
}

interface Given {
  parameter: ParameterSpec;
  value: unknown;
}

/** Times as they are sent are compared as text. */
function checkPeriod(given: readonly Given[]): void {
  const [start, end] = (["start", "end"] as const).map((edge) =>
    given.find(({ parameter }) => parameter["x-csbs-range"] === edge),
  );
  if (start === undefined || end === undefined || String(start.value) <= String(end.value)) return;
  const words = ({ parameter, value }: Given) => `${flagOf(parameter)} ${value} (UTC)`;
  throw new UsageError(`${words(end)} is before ${words(start)}; swap them or leave one out`);
}

/** With --verbose, writes the times among parameters as they are sent. */
export function noteTimes(
  { parameters }: OperationSpec,
  sent: Record<string, unknown>,
  { verbose, debug }: VerbosityOptions,
  { err }: Session,
): void {
  if (verbose !== true && debug !== true) return;
  for (const parameter of parameters) {
    const { [parameter.name]: value } = sent;
    if (parameter.isTime && value !== undefined)
      err(`csbs: ${flagOf(parameter)} is sent as ${value} (UTC)\n`);
  }
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
  const flags = `${flagOf(parameter)} <${placeholder(parameter)}>`;
  const option = new Option(flags, `${description}${examplesOf(item, example)}`)
    .helpGroup(group)
    .makeOptionMandatory(parameter.in === "path");
  const read = (text: string) =>
    parameter.isTime ? readTime(text) : checkValue(operation.operationId, parameter, text);
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

function placeholder({ name, isTime, item: { title, type } }: ParameterSpec): string {
  if (isTime) return "time";
  if (name.endsWith("_id")) return "id";
  if (type === "integer") return "number";
  return title?.toLowerCase().split(" ").at(-1) ?? "text";
}

function attributeOf(parameter: ParameterSpec): string {
  return parameter.name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
