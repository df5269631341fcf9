import { CsbsConfigError } from "./errors.ts";

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6})?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads a time of a response, such as `created_at`. Times carry no zone; they are taken to be UTC,
 * which no page of the vendors states, but everything seen fits. `new Date(text)` would take them for
 * local time. A Date has milliseconds: further digits of the fraction are cut off. Times with a zone
 * and the looser form of schedules (`2017-03-07 09:31:08`) are read too.
 *
 * @example parseTime("2017-04-15T04:20:37.277880").toISOString() // "2017-04-15T04:20:37.277Z"
 * @returns the time; undefined for undefined and null, which responses have where there is none.
 * @throws CsbsConfigError when the text is not a time, such as a date alone, or is not in the calendar.
 */
export function parseTime(text: string): Date;
export function parseTime(text: string | null | undefined): Date | undefined;
export function parseTime(text: string | null | undefined): Date | undefined {
  if (text === undefined || text === null) return undefined;
  const strict = String(text)
    .replace(" ", "T")
    .replace(/-(\d)(?=[-T])/g, "-0$1");
  const milliseconds = wireTime("the text", strict).padEnd(20, ".").padEnd(23, "0").slice(0, 23);
  return new Date(`${milliseconds}Z`);
}

/**
 * A Date or text as a filter has it: in UTC without a zone, with as much of a fraction as was given.
 * Dates are told by `toJSON`, because those of another realm are not instances of this one's Date.
 *
 * @throws CsbsConfigError for anything but a time of the calendar in the years 0 to 9999.
 */
export function wireTime(name: string, time: unknown): string {
  const text: unknown = (time as Date | null)?.toJSON?.() ?? time;
  const [, wall, fraction, zone = "Z"] = (typeof text === "string" && form.exec(text)) || [];
  const utc = secondsOf(wall + zone);
  // Date takes the 30th of February for the 2nd of March, and 24:00 for the next day.
  if (secondsOf(`${wall}Z`) === wall && form.test(utc)) return Number(fraction) > 0 ? utc + fraction : utc;
  throw new CsbsConfigError(
    `${name} must be a Date, or a time such as 2026-11-24T08:00:00 (UTC) or 2026-11-24T08:00:00.123456+01:00`,
  );
}

function secondsOf(text: string): string {
  return String(new Date(text).toJSON()).slice(0, 19);
}
