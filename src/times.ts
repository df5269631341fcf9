import { CsbsConfigError } from "./errors.ts";

/** Date and time with up to six digits of a fraction; seconds may be left out where there is a zone. */
const form =
  /^(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d:\d\d)(?:(:\d\d)(?:\.(\d{1,6}))?|(?=[Z+-]))(Z|[+-]\d\d:\d\d)?$/;

const expected =
  "2026-11-24T08:00:00 in UTC, with up to six digits of a fraction, or 2026-11-24T08:00:00+01:00";

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
  const [seconds, fraction] = read(text) ?? [];
  if (seconds === undefined) throw new CsbsConfigError(`parseTime needs a time such as ${expected}`);
  return new Date(seconds + Number(`${fraction}000`.slice(0, 3)));
}

/**
 * A time as filters have it: in UTC without a zone, with as much of a fraction as was given.
 *
 * @throws CsbsConfigError for anything but a valid Date or the text of a time in the years 0 to 9999.
 */
export function wireTime(name: string, time: unknown): string {
  const isDate = Object.prototype.toString.call(time) === "[object Date]";
  const [seconds, fraction] = read(isDate ? isoOf(time as Date) : time) ?? [];
  const text = seconds === undefined ? "" : isoOf(new Date(seconds));
  if (!/^\d/.test(text))
    throw new CsbsConfigError(`${name} must be a valid Date, or a time such as ${expected}`);
  return text.slice(0, 19) + (Number(fraction) > 0 || !isDate ? fraction && `.${fraction}` : "");
}

function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

/** Milliseconds since 1970 at the whole second, and the digits of the fraction. */
function read(text: unknown): [seconds: number, fraction: string] | undefined {
  const [, year, month, day, time, second = ":00", fraction = "", zone = "Z"] = form.exec(String(text)) ?? [];
  if (year === undefined) return undefined;
  const wall = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}T${time}${second}`;
  // Date takes the 30th of February for the 2nd of March, and 24:00 for the next day.
  if (!isoOf(new Date(`${wall}Z`)).startsWith(wall)) return undefined;
  const seconds = Date.parse(wall + zone);
  return Number.isNaN(seconds) ? undefined : [seconds, fraction];
}
