/** When a schedule runs: the times of day on certain days, in UTC. */
export interface Recurrence {
  freq: "DAILY" | "WEEKLY";
  /** Every so many days or weeks, counted from the start. */
  interval: number;
  /** Days of the week, Monday is 0; undefined for every day, or, weekly, that of the start. */
  days: readonly number[] | undefined;
  /** Undefined for that of the start. */
  hours: readonly number[] | undefined;
  minute: number | undefined;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const dayLength = 86_400_000;
const hourLength = 3_600_000;
const minuteLength = 60_000;

/** The parts of a rule that work. BYSECOND and WKST may say only what holds without them. */
const parts: { readonly [name: string]: (value: string) => Partial<Recurrence> | undefined } = {
  FREQ: (value) => (value === "DAILY" || value === "WEEKLY" ? { freq: value } : undefined),
  INTERVAL: (value) => (/^[1-9]\d{0,3}$/.test(value) ? { interval: Number(value) } : undefined),
  BYDAY: (value) => {
    const days = value.split(",").map((day) => weekdays.indexOf(day));
    return days.includes(-1) ? undefined : { days: inOrder(days) };
  },
  BYHOUR: (value) => {
    const hours = value.split(",").map((hour) => numberUpTo(23, hour));
    return hours.includes(undefined) ? undefined : { hours: inOrder(hours as number[]) };
  },
  BYMINUTE: (value) => {
    const [minute, ...others] = new Set(value.split(",").map((one) => numberUpTo(59, one)));
    // A second one would be less than an hour after the first.
    return minute === undefined || others.length > 0 ? undefined : { minute };
  },
  BYSECOND: (value) => (Number(value) === 0 ? {} : undefined),
  WKST: (value) => (value === "MO" ? {} : undefined),
};

/** Reads iCalendar text with one rule; undefined for a rule that can never run or is not supported. */
export function readPattern(pattern: string): Recurrence | undefined {
  // Long lines of iCalendar go on after a line break and a blank.
  const lines = pattern.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const [rule, ...others] = lines.flatMap((line) => /^RRULE:(.*)$/i.exec(line.trim())?.[1] ?? []);
  return rule === undefined || others.length > 0 ? undefined : readRule(rule);
}

/** Reads a rule such as `FREQ=DAILY;BYHOUR=2;BYMINUTE=30`. */
export function readRule(rule: string): Recurrence | undefined {
  const names = new Set<string>();
  let found: Partial<Recurrence> = {};
  for (const part of rule.toUpperCase().replace(/;$/, "").split(";")) {
    const [name = "", value = "", ...rest] = part.split("=");
    const read = Object.hasOwn(parts, name) ? parts[name]?.(value) : undefined;
    if (read === undefined || rest.length > 0 || names.has(name)) return undefined;
    names.add(name);
    found = { ...found, ...read };
  }
  const { freq, interval = 1, days, hours, minute } = found;
  return freq === undefined ? undefined : { freq, interval, days, hours, minute };
}

/**
 * The runs after one moment and until another, the latest first, in milliseconds since 1970. `start` is that of
 * the schedule, by which intervals are counted and missing parts are filled in.
 */
export function* runsBackwards(
  { freq, interval, days, hours, minute }: Recurrence,
  { start, after, until }: { start: number; after: number; until: number },
): Generator<number> {
  const startDay = Math.floor(start / dayLength);
  const begun = new Date(start);
  const onDays = days ?? (freq === "WEEKLY" ? [weekdayOf(startDay)] : undefined);
  const atHours = hours ?? [begun.getUTCHours()];
  const offset = (minute ?? begun.getUTCMinutes()) * minuteLength;
  const unitOf = (day: number) => (freq === "DAILY" ? day : weekOf(day));
  const first = Math.max(after, start);
  for (let day = Math.floor(until / dayLength); day * dayLength + dayLength > first; day -= 1) {
    if ((unitOf(day) - unitOf(startDay)) % interval !== 0) continue;
    if (onDays !== undefined && !onDays.includes(weekdayOf(day))) continue;
    for (const hour of atHours.toReversed()) {
      const run = day * dayLength + hour * hourLength + offset;
      if (run <= until && run > after && run >= start) yield run;
    }
  }
}

/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function weekdayOf(day: number): number {
  return day + 3 - 7 * weekOf(day);
}

function numberUpTo(most: number, text: string): number | undefined {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number <= most ? number : undefined;
}

function inOrder(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
