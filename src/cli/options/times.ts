import { InvalidArgumentError } from "commander";
import { utcOf, wallIn } from "./time-zone.ts";

/** A time as it was typed. What it is in UTC depends on the zone, which another option may state. */
export type TypedTime =
  | { kind: "ago"; milliseconds: number }
  | { kind: "day"; daysBefore(weekday: number): number }
  | { kind: "wall"; date: string; time: string | undefined; fraction: string; zone: string | undefined };

/** Whether a time begins or ends a period: a day alone is its first second or its last. */
export type Edge = "start" | "end";

/** What the meaning of a typed time depends on. */
export interface TimeContext {
  edge: Edge | undefined;
  /** IANA name. */
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
}

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const units: { readonly [unit: string]: number } = { m: minute, h: 60 * minute, d: day, w: 7 * day };
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const ago = /^-?(?<count>\d{1,5})(?<unit>[mhdw])$/;
const wall =
  /^(?<date>\d{4}-\d{2}-\d{2})([T ](?<time>\d{2}:\d{2}(:\d{2})?)(?<fraction>\.\d{1,6})?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/i;

/** For the help of commands that take times. */
export const timesHelp = `
Times:
  7d, 12h, 30m, 2w                that long ago
  now, today, yesterday, monday   monday is the last one before today
  2026-11-17, "2026-11-17 08:00"  a day, a time
  2026-11-17T08:00:00Z, +01:00    a time with its zone
  A day as start is its first second, as end its last. Times without a zone are in UTC, or in that of --timezone. UTC is sent; the vendor states no zone, so this is an assumption.`;

/** @throws InvalidArgumentError for an invalid time or a date that the calendar lacks. */
export function readTime(text: string): TypedTime {
  const word = text.toLowerCase();
  if (word === "now") return { kind: "ago", milliseconds: 0 };
  if (word === "today") return { kind: "day", daysBefore: () => 0 };
  if (word === "yesterday") return { kind: "day", daysBefore: () => 1 };
  if (weekdays.includes(word)) {
    return { kind: "day", daysBefore: (today) => ((today - weekdays.indexOf(word) + 6) % 7) + 1 };
  }
  const { count, unit = "" } = ago.exec(word)?.groups ?? {};
  if (count !== undefined) return { kind: "ago", milliseconds: Number(count) * (units[unit] as number) };
  const groups = wall.exec(text)?.groups;
  if (groups === undefined)
    throw new InvalidArgumentError(
      "it must be a time such as 7d, yesterday, 2026-11-17, 2026-11-17 08:00 or 2026-11-17T08:00:00+01:00; see --help",
    );
  const { date = "", time, fraction = "", zone } = groups;
  if (!isInCalendar(`${date}T${(time ?? "00:00").padEnd(8, ":00")}`) || Number.isNaN(offsetOf(zone))) {
    throw new InvalidArgumentError("it must be a day and a time that exist");
  }
  return { kind: "wall", date, time: time?.padEnd(8, ":00"), fraction, zone };
}

/** The time as it is sent: in UTC, without a zone. */
export function timeSent(typed: TypedTime, { edge, timeZone, now }: TimeContext): string {
  if (typed.kind === "ago") return secondsOf(now - typed.milliseconds);
  const { date, time, fraction, zone } = typed.kind === "wall" ? typed : dayBefore(typed, timeZone, now);
  const clock = time ?? (edge === "end" ? "23:59:59" : "00:00:00");
  const wallTime = Date.parse(`${date}T${clock}Z`);
  const utc = zone === undefined ? utcOf(wallTime, timeZone, edge) : wallTime - offsetOf(zone);
  return secondsOf(utc) + fraction;
}

function dayBefore(
  { daysBefore }: TypedTime & { kind: "day" },
  timeZone: string,
  now: number,
): TypedTime & { kind: "wall" } {
  const today = wallIn(timeZone, now);
  const date = secondsOf(today - daysBefore(new Date(today).getUTCDay()) * day).slice(0, 10);
  return { kind: "wall", date, time: undefined, fraction: "", zone: undefined };
}

/** Milliseconds east of UTC; NaN for more than a day has. */
function offsetOf(zone = "Z"): number {
  if (/z/i.test(zone)) return 0;
  const [, sign, hours = "", minutes = ""] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59) return Number.NaN;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
}

/** Date takes the 30th of February for the 2nd of March, and 24:00 for the next day; that shows when it is read back. */
function isInCalendar(text: string): boolean {
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function secondsOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}
