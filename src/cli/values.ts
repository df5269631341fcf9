import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { InvalidArgumentError } from "commander";
import type { SchemaSpec } from "./spec.ts";

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: false }));

/** Title of the schema of times in the spec; its values may be typed in more forms than the wire takes. */
const timeTitle = "Time";

/**
 * Checks one value against the parameter's schema before anything is sent.
 *
 * @throws InvalidArgumentError, which says what the value must be.
 */
export function checkValue(schema: SchemaSpec, text: string): string {
  const value = schema.title === timeTitle ? readTime(text) : text;
  const validate = ajv.compile(schema);
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const allowed = schema.enum === undefined ? "" : `: ${schema.enum.join(", ")}`;
  throw new InvalidArgumentError(`It ${error?.message ?? "is not allowed"}${allowed}.`);
}

/**
 * Times on the wire are UTC without a zone and pass as they are. A date alone means its first
 * moment in UTC, and a time with a zone is converted.
 */
function readTime(text: string): string {
  const zoned = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/i.test(text);
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError(
      "It must be a date or time such as 2026-11-24, 2026-11-24T08:00:00 (UTC) or 2026-11-24T08:00:00+01:00.",
    );
  }
  return zoned ? time.toISOString().replace(/(\.000)?Z$/, "") : text;
}
