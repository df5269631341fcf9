import { limits } from "../../generated/limits.ts";
import type { components } from "../../generated/schema.ts";
import { CsbsConfigError } from "../errors.ts";
import { isPlain } from "../transport/plain.ts";
import { retention, type ScheduleKeep } from "./retention.ts";

/** A day of the week, as iCalendar names it. */
export type Weekday = "mo" | "tu" | "we" | "th" | "fr" | "sa" | "su";

/** Options of {@link schedule}: when a policy runs, and what it keeps. */
export interface ScheduleOptions {
  /**
   * Time of day **in UTC**, from `00:00` to `23:59`; several times need the same minute, because the
   * service combines each hour with each minute.
   *
   * @example "02:30"
   * @example ["02:30", "14:30"]
   */
  at: string | readonly string[];
  /**
   * Every day, or these days of the week.
   *
   * @example "day"
   * @example ["mo", "we", "fr"]
   */
  every: "day" | Weekday | readonly Weekday[];
  /** Which backups are kept. Runs by hand are not counted, and their backups stay. */
  keep: ScheduleKeep;
  /** Whether the policy runs by itself. Default true. It can be run by hand in any case. */
  enabled?: boolean | undefined;
  /** Name of the schedule: letters, digits, `-` and `_`, at most 255. */
  name?: string | undefined;
  /** Text without `<` and `>`, at most 255 characters. */
  description?: string | undefined;
}

const weekdays: readonly string[] = ["mo", "tu", "we", "th", "fr", "sa", "su"] satisfies Weekday[];

/**
 * Writes the schedule of a policy: the iCalendar text and the retention rules that createPolicy and
 * updatePolicy take. Makes no request.
 *
 * @example
 * await csbs.createPolicy({
 *   body: {
 *     policy: {
 *       name: "nightly",
 *       parameters: {},
 *       resources: [{ id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e", type: "OS::Nova::Server", name: "db-01" }],
 *       scheduled_operations: [schedule({ at: "02:30", every: "day", keep: { count: 14 } })],
 *     },
 *   },
 * });
 * @throws CsbsConfigError when a value is beyond a limit that the service documents; it names the limit.
 */
export function schedule(options: ScheduleOptions): components["schemas"]["ScheduledOperationInput"] {
  if (!isPlain(options)) throw new CsbsConfigError("the options of schedule must be a plain object");
  const { at, every, keep, enabled = true, name, description, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new CsbsConfigError(
      `unknown option ${JSON.stringify(unknown)} of schedule; expected at, every, keep, enabled, name or description`,
    );
  }
  if (typeof enabled !== "boolean") throw new CsbsConfigError("enabled must be true or false");
  const rule = [...daysOf(every), ...timesOf([at].flat())].join(";");
  const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR", ""];
  return {
    ...texts({ name, description }),
    enabled,
    operation_type: "backup",
    trigger: { properties: { pattern: lines.join("\r\n") } },
    operation_definition: retention(keep),
  };
}

function daysOf(every: ScheduleOptions["every"]): string[] {
  if (every === "day") return ["FREQ=DAILY"];
  const days = [every].flat();
  const wrong = days.find((day) => !weekdays.includes(day));
  if (wrong !== undefined || days.length === 0) {
    throw new CsbsConfigError(`every must be "day", or one or more of ${weekdays.join(", ")}`);
  }
  // In the order of the week, and each day once.
  const named = weekdays.filter((day) => (days as string[]).includes(day));
  return ["FREQ=WEEKLY", `BYDAY=${named.join(",").toUpperCase()}`];
}

function timesOf(times: readonly string[]): string[] {
  const parts = times.map((time) => /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time));
  if (parts.length === 0 || parts.includes(null)) {
    throw new CsbsConfigError(
      "at must be a time of day in UTC from 00:00 to 23:59, such as 02:30, or several",
    );
  }
  const hours = parts.map((part) => Number(part?.[1])).sort((a, b) => a - b);
  const minutes = new Set(parts.map((part) => Number(part?.[2])));
  if (new Set(hours).size < hours.length) {
    throw new CsbsConfigError("at has two times within one hour; runs must be at least an hour apart");
  }
  if (minutes.size > 1) {
    throw new CsbsConfigError(
      "the times of at must have the same minute, because the service combines each hour with each minute; make another policy for the others",
    );
  }
  return [`BYHOUR=${hours.join(",")}`, `BYMINUTE=${[...minutes].join()}`];
}

/** The limits of texts are those of the description. */
function texts(given: { name: string | undefined; description: string | undefined }): {
  name?: string;
  description?: string;
} {
  const rules = limits.ScheduledOperationInput;
  for (const key of ["name", "description"] as const) {
    const { [key]: text } = given;
    const { minLength = 0, maxLength, pattern } = { minLength: 0, ...rules[key] };
    if (text === undefined) continue;
    if (
      typeof text === "string" &&
      text.length >= minLength &&
      text.length <= maxLength &&
      new RegExp(pattern).test(text)
    )
      continue;
    throw new CsbsConfigError(
      `${key} of the schedule must have ${minLength} to ${maxLength} characters and match ${pattern}`,
    );
  }
  return {
    ...(given.name === undefined ? {} : { name: given.name }),
    ...(given.description === undefined ? {} : { description: given.description }),
  };
}
