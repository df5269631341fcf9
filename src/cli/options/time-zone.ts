import { InvalidArgumentError, Option } from "commander";
import type { Edge } from "./times.ts";

/** For commands that take times. */
export function timeZoneOption(): Option {
  return new Option(
    "--timezone <name>",
    "Time zone of the times that state none, such as Europe/Berlin; UTC when not given",
  ).argParser(readTimeZone);
}

/** @throws InvalidArgumentError for an invalid time zone. */
export function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError("it must be the IANA name of a time zone, such as Europe/Berlin");
  }
}

/** What a clock of the zone shows, as milliseconds since 1970 of a clock in UTC that shows the same. */
export function wallIn(timeZone: string, time: number): number {
  if (timeZone === "UTC") return time;
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const day = 86_400_000;

/**
 * When a clock of the zone shows a time. One that comes twice, when clocks go back, is the first where a
 * period begins and the second where it ends; one that is left out is taken as if clocks had not gone forward.
 */
export function utcOf(wallTime: number, timeZone: string, edge: Edge | undefined): number {
  const offset = (time: number) => wallIn(timeZone, time) - time;
  const before = wallTime - offset(wallTime - day);
  const after = wallTime - offset(wallTime + day);
  const moments = [before, after].filter((moment) => wallIn(timeZone, moment) === wallTime);
  return (edge === "end" ? moments.at(-1) : moments[0]) ?? before;
}
