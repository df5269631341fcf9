import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { InvalidArgumentError } from "commander";
import { loadSpec, type SchemaSpec } from "./spec.ts";

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: false, validateFormats: true }));

/** Title of the schema of times in the spec; its values may be typed in more forms than the wire takes. */
const timeTitle = "Timestamp";

/**
 * Checks one value against the parameter's schema before anything is sent.
 *
 * @throws InvalidArgumentError, which says what the value must be.
 */
export function checkValue(schema: SchemaSpec, text: string): string | number {
  const value = readValue(schema, text);
  const validate = ajv.compile(schema);
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const allowed = schema.enum === undefined ? "" : `: ${schema.enum.join(", ")}`;
  throw new InvalidArgumentError(`It ${error?.message ?? "is not allowed"}${allowed}.`);
}

/**
 * Checks a body against the schema at a place of the spec. Undefined where it fits, else what is
 * wrong and where, without the value.
 */
export function faultOfBody(pointer: string, body: unknown): string | undefined {
  if (ajv.schemas.csbs === undefined) ajv.addSchema(loadSpec(), "csbs", false, false);
  const validate = ajv.compile({ $ref: `csbs${pointer}` });
  if (validate(body)) return undefined;
  const { instancePath, message, params } = deepest(validate.errors ?? []);
  const name = params.additionalProperty ?? params.unevaluatedProperty;
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(", ")}` : "";
  const place = instancePath === "" ? "" : ` at ${instancePath}`;
  return `${place} ${message ?? "is not allowed"}${name === undefined ? allowed : ` (${JSON.stringify(name)})`}`.trim();
}

/** Of a choice that fits nowhere, what fails farthest inside is most likely what was meant. */
function deepest(errors: ErrorObject[]): ErrorObject {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  return errors.reduce((best, error) => (depth(error) > depth(best) ? error : best));
}

function readValue(schema: SchemaSpec, text: string): string | number {
  if (schema.title === timeTitle) return readTime(text);
  // What is no number stays text, so that the schema says what it must be.
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
