import { weekOf } from "./recurrence.ts";

const dayLength = 86_400_000;

/** Retention rules as policies have them. Responses may write numbers and truth as text. */
export interface RetentionRules {
  max_backups?: number | string | null;
  retention_duration_days?: number | string | null;
  permanent?: boolean | string | null;
  day_backups?: number | string | null;
  week_backups?: number | string | null;
  month_backups?: number | string | null;
  year_backups?: number | string | null;
  timezone?: string | null;
}

/** The period that a day, counted from 1970, belongs to. */
const periods = {
  day_backups: (day: number) => day,
  week_backups: weekOf,
  month_backups: (day: number) => {
    const date = new Date(day * dayLength);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  },
  year_backups: (day: number) => new Date(day * dayLength).getUTCFullYear(),
} as const satisfies { [Rule in keyof RetentionRules]: (day: number) => number };

/**
 * Which backups rules keep at a moment. `times` are when the backups were made, in milliseconds since 1970, the oldest
 * first. A backup that is not kept at one moment would not be kept at any later one, so it makes no difference how
 * often this is asked.
 */
export function keptBy(rules: RetentionRules, times: readonly number[], now: number): boolean[] {
  const most = limitOf(rules.max_backups);
  const oldest = now - limitOf(rules.retention_duration_days) * dayLength;
  const hasLimit = most !== Number.POSITIVE_INFINITY || oldest !== Number.NEGATIVE_INFINITY;
  if (!hasLimit || /^true$/i.test(String(rules.permanent))) return times.map(() => true);
  const kept = times.map((time, index) => index >= times.length - most && time > oldest);
  if (kept[0] !== false) return kept;
  const zone = offsetOf(rules.timezone) ?? 0;
  for (const [rule, periodOf] of Object.entries(periods)) {
    let left = Number(rules[rule as keyof typeof periods] ?? 0);
    let last: number | undefined;
    for (let index = times.length - 1; index >= 0 && left > 0; index -= 1) {
      const period = periodOf(Math.floor(((times[index] as number) + zone) / dayLength));
      if (period === last) continue;
      last = period;
      left -= 1;
      kept[index] = true;
    }
  }
  return kept;
}

/** Left out, or negative, there is no limit. */
function limitOf(value: number | string | null | undefined): number {
  const number = Number(value ?? -1);
  return number >= 0 ? number : Number.POSITIVE_INFINITY;
}

/** UTC+01:00 in milliseconds; without a zone, UTC. Undefined for a zone that no place of the world has. */
export function offsetOf(timezone: string | null | undefined): number | undefined {
  if (timezone === undefined || timezone === null) return 0;
  const [, sign = "", hours = "", minutes = ""] = /^UTC([+-])(\d\d):([0-5]\d)$/.exec(timezone) ?? [];
  if (hours === "") return undefined;
  const offset = Number(sign + hours) * 60 + Number(sign + minutes);
  return offset >= -12 * 60 && offset <= 14 * 60 ? offset * 60_000 : undefined;
}
