import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/process.ts";
import { guidesFolder, readPage } from "./support/guides.ts";

/** The picture of retention must show what the rules that the guide states keep. */
const picture = readFileSync(join(root, "docs/diagrams/retention.svg"), "utf8");

const schedule = [
  ...picture.matchAll(/class="box (kept|dropped)"[^>]* data-day="([\d-]+)" data-rules="([a-z ]*)"/g),
].map(([, kind, day = "", rules = ""]) => ({ kind, day, rules: rules.split(" ").filter(Boolean) }));

const guide = readPage(`${guidesFolder}/policies.md`);

/** By which text two days belong to the same period. A week is named by its Monday. */
const periods: { [rule: string]: (day: string) => string } = {
  day: (day) => day,
  week: (day) => {
    const date = new Date(day);
    date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    return date.toISOString().slice(0, 10);
  },
  month: (day) => day.slice(0, 7),
  year: (day) => day.slice(0, 4),
};

function keptBy(rule: string): string[] {
  const count = Number(
    new RegExp(`^A policy that runs[\\s\\S]*?\`${rule}_backups: (\\d+)\``, "m").exec(guide)?.[1],
  );
  const last = new Map(schedule.map(({ day }) => [periods[rule]?.(day), day]));
  return [...last.values()].slice(-count);
}

test("the picture shows eight weeks, a backup each day", () => {
  const days = schedule.map(({ day }) => Date.parse(day) / 86_400_000);
  expect(days.length).toBeGreaterThan(49);
  expect(days).toEqual(days.map((_, index) => (days[0] as number) + index));
});

test.each(Object.keys(periods))("the %s rule keeps what the picture says", (rule) => {
  const marked = schedule.filter(({ rules }) => rules.includes(rule)).map(({ day }) => day);
  expect(marked).toEqual(keptBy(rule));
  expect(marked.length).toBeGreaterThanOrEqual(2);
});

test("kept is what a rule keeps", () => {
  expect(schedule.filter(({ kind, rules }) => (kind === "kept") !== rules.length > 0)).toEqual([]);
});
