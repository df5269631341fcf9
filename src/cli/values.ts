import { InvalidArgumentError } from "commander";
import { requestValidator } from "../validators.ts";
import type { OperationSpec, ParameterSpec } from "./spec.ts";

/** Title of the schema of times; they may be typed in more forms than the wire takes. */
const timeTitle = "Timestamp";

/**
 * Checks one value of a parameter before anything is sent.
 *
 * @throws InvalidArgumentError, which says what the value must be.
 */
export function checkValue(
  { operationId }: OperationSpec,
  { name, schema, item }: ParameterSpec,
  text: string,
): string | number {
  const value = readValue(item, text);
  const checked = schema.type === "array" ? [value] : value;
  const problem = requestValidator({
    operation: operationId,
    kind: "parameters",
    value: { [name]: checked },
  });
  if (problem === undefined) return value;
  throw new InvalidArgumentError(`It ${problem.replace(/^\S+ /, "")}.`);
}

function readValue(schema: ParameterSpec["item"], text: string): string | number {
  if (schema.title === timeTitle) return readTime(text);
  // Text that is not a number stays text, so that the check says what it must be.
  if (schema.type === "integer") return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}

/** A date, a time in UTC as the wire has it, or a time with a zone, which may leave out its seconds. */
const timeForms = [
  /^(?<date>\d{4}-\d{2}-\d{2})$/,
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2}:\d{2})(\.\d{1,6})?$/,
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2}(:\d{2})?)(\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})$/i,
];

/**
 * Times on the wire are UTC without a zone and pass as they are. A date alone means its first
 * moment in UTC, and a time with a zone is converted.
 */
function readTime(text: string): string {
  const groups = timeForms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) {
    throw new InvalidArgumentError(
      "It must be a date or time such as 2026-11-24, 2026-11-24T08:00:00 (UTC) or 2026-11-24T08:00:00+01:00.",
    );
  }
  const { date, time = "00:00:00", zone } = groups;
  const moment = new Date(text);
  if (!isInCalendar(`${date}T${time}`) || Number.isNaN(moment.getTime())) {
    throw new InvalidArgumentError("The calendar has no such day, or the day no such time.");
  }
  const alone = groups.time === undefined;
  return alone || zone !== undefined ? moment.toISOString().replace(/(\.000)?Z$/, "") : text;
}

/** Date takes the 30th of February for the 2nd of March, and 24:00 for the next day; that shows when it is read back. */
function isInCalendar(wall: string): boolean {
  const moment = new Date(`${wall}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(wall);
}
