import { limits } from "../../generated/limits.ts";
import type { components } from "../../generated/schema.ts";
import { CsbsConfigError } from "../errors.ts";

/**
 * Which backups of a server a policy keeps: `"forever"` keeps all. With `count` and `days`, a backup is
 * deleted by whichever limit it passes.
 *
 * @example { count: 14 }
 * @example { days: 30 }
 * @example { daily: 7, weekly: 4, monthly: 12, yearly: 1, timezone: "UTC+01:00" }
 */
export type ScheduleKeep = "forever" | RetentionLimits;

/** Limits of {@link ScheduleKeep}; at least one is needed. */
export interface RetentionLimits {
  /** How many of the newest backups of each server to keep, 1 to 99,999. */
  count?: number | undefined;
  /** For how many days to keep each backup, 1 to 99,999. */
  days?: number | undefined;
  /**
   * Keeps besides the last backup of each of so many days. Needs `timezone`. Without `count` and `days`
   * the newest backup is kept besides (a count of 1), because without a limit the service would delete nothing.
   */
  daily?: number | undefined;
  /** The same for weeks. */
  weekly?: number | undefined;
  /** The same for months. */
  monthly?: number | undefined;
  /** The same for years. */
  yearly?: number | undefined;
  /** The zone by which days, weeks, months and years are counted, such as `UTC+01:00`. */
  timezone?: string | undefined;
}

const longTerm = {
  daily: "day_backups",
  weekly: "week_backups",
  monthly: "month_backups",
  yearly: "year_backups",
} as const;

const rules = limits.RetentionRules;

/** @throws CsbsConfigError for an option that is not one, and for values beyond the documented limits. */
export function retention(keep: ScheduleKeep): components["schemas"]["RetentionRules"] {
  if (keep === "forever") return { permanent: true };
  const known = ["count", "days", ...Object.keys(longTerm), "timezone"];
  const given = Object.entries(keep ?? {}).filter(([, value]) => value !== undefined);
  const unknown = given.find(([name]) => !known.includes(name));
  if (unknown !== undefined || given.length === 0) {
    const what = unknown === undefined ? "no limit" : `unknown option ${JSON.stringify(unknown[0])}`;
    throw new CsbsConfigError(`keep has ${what}; expected "forever", or one or more of ${known.join(", ")}`);
  }
  const { count, days, timezone } = keep;
  const counters = Object.entries(longTerm)
    .filter(([name]) => keep[name as keyof typeof longTerm] !== undefined)
    .map(([name, property]) => {
      const { minimum } = rules[property];
      return [property, whole(name, keep[name as keyof typeof longTerm], minimum)] as const;
    });
  if (counters.length > 0 && (timezone === undefined || !new RegExp(rules.timezone.pattern).test(timezone))) {
    throw new CsbsConfigError("daily, weekly, monthly and yearly need a timezone such as UTC+01:00");
  }
  if (counters.length === 0 && timezone !== undefined) {
    throw new CsbsConfigError("timezone goes with daily, weekly, monthly or yearly only");
  }
  const alone = counters.length > 0 && count === undefined && days === undefined;
  return {
    ...(count === undefined ? {} : { max_backups: whole("count", count, 1, rules.max_backups.maximum) }),
    ...(days === undefined
      ? {}
      : { retention_duration_days: whole("days", days, 1, rules.retention_duration_days.maximum) }),
    ...(alone ? { max_backups: 1 } : {}),
    ...Object.fromEntries(counters),
    ...(timezone === undefined ? {} : { timezone }),
  };
}

function whole(name: string, value: unknown, minimum: number, maximum?: number): number {
  const number = value as number;
  if (Number.isSafeInteger(value) && number >= minimum && number <= (maximum ?? number)) return number;
  const range = maximum === undefined ? `${minimum} or more` : `from ${minimum} to ${maximum}`;
  throw new CsbsConfigError(`keep.${name} must be a whole number, ${range}`);
}
