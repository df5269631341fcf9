import { describe, expect, test } from "vitest";
import { CsbsConfigError, type ScheduleKeep, type ScheduleOptions, schedule } from "../../src/index.ts";
import { requestValidator } from "../../src/validators.ts";
import { testClient } from "../support/client.ts";

const nightly: ScheduleOptions = { at: "02:30", every: "day", keep: { count: 14 } };

function ruleOf(change: Partial<ScheduleOptions>): string | undefined {
  const { trigger } = schedule({ ...nightly, ...change });
  return /RRULE:(.*)\r\n/.exec(trigger.properties.pattern)?.[1];
}

function policyOf(scheduled: ReturnType<typeof schedule>) {
  return { name: "nightly", parameters: {}, resources: [], scheduled_operations: [scheduled] };
}

describe("schedule()", () => {
  test("writes what createPolicy takes", () => {
    expect(schedule({ ...nightly, name: "every-night", description: "Two weeks" })).toEqual({
      name: "every-night",
      description: "Two weeks",
      enabled: true,
      operation_type: "backup",
      trigger: {
        properties: {
          pattern:
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        },
      },
      operation_definition: { max_backups: 14 },
    });
  });

  test("writes the vendor's own example", () => {
    // What the page of createPolicy and the fixtures of the Go SDK show.
    const { trigger } = schedule({ at: "12:27", every: "th", keep: { count: 20 } });
    expect(trigger.properties.pattern).toBe(
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
  });

  const rules: [change: Partial<ScheduleOptions>, rule: string][] = [
    [{ at: "00:00" }, "FREQ=DAILY;BYHOUR=0;BYMINUTE=0"],
    [{ at: "23:59" }, "FREQ=DAILY;BYHOUR=23;BYMINUTE=59"],
    [{ at: ["14:30", "02:30"] }, "FREQ=DAILY;BYHOUR=2,14;BYMINUTE=30"],
    [{ every: ["fr", "mo", "fr"], at: "22:00" }, "FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=22;BYMINUTE=0"],
    [
      { at: Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:05`) },
      "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=5",
    ],
  ];
  test.each(rules)("%o is %s", (change, rule) => {
    expect(ruleOf(change)).toBe(rule);
  });

  const kept: [keep: ScheduleKeep, definition: object][] = [
    ["forever", { permanent: true }],
    [{ count: 1 }, { max_backups: 1 }],
    [{ days: 99_999 }, { retention_duration_days: 99_999 }],
    [{ count: 5, days: undefined }, { max_backups: 5 }],
    [
      { count: 5, days: 30 },
      { max_backups: 5, retention_duration_days: 30 },
    ],
    [
      { daily: 7, weekly: 4, monthly: 12, yearly: 1, timezone: "UTC+01:00" },
      {
        max_backups: 1,
        day_backups: 7,
        week_backups: 4,
        month_backups: 12,
        year_backups: 1,
        timezone: "UTC+01:00",
      },
    ],
    [
      { days: 30, monthly: 12, timezone: "UTC-03:30" },
      { retention_duration_days: 30, month_backups: 12, timezone: "UTC-03:30" },
    ],
  ];
  test.each(kept)("keep %o is %o", (keep, definition) => {
    expect(schedule({ ...nightly, keep }).operation_definition).toEqual(definition);
  });

  test("everything that it writes is taken by the description and by the mock", async () => {
    const all = [
      ...rules.map(([change]) => schedule({ ...nightly, ...change })),
      ...kept.map(([keep]) => schedule({ ...nightly, keep })),
    ];
    for (const scheduled of all) {
      const policy = policyOf(scheduled);
      const { policy: made } = await testClient({ validate: requestValidator }).createPolicy({
        body: { policy },
      });
      expect(made.id).toBeTypeOf("string");
    }
  });

  const wrong: [title: string, change: object, message: RegExp][] = [
    ["no time", { at: "" }, /at must be a time of day in UTC from 00:00 to 23:59/],
    ["no times", { at: [] }, /at must be a time of day/],
    ["24:00", { at: "24:00" }, /at must be a time of day/],
    ["an hour of one digit", { at: "2:30" }, /at must be a time of day/],
    ["seconds", { at: "02:30:00" }, /at must be a time of day/],
    ["half an hour between runs", { at: ["02:00", "02:30"] }, /at least an hour apart/],
    ["a time twice", { at: ["02:00", "02:00"] }, /at least an hour apart/],
    ["other minutes", { at: ["02:00", "14:30"] }, /must have the same minute/],
    ["a day that is invalid", { every: "monday" }, /every must be "day", or one or more of mo, tu/],
    ["no days", { every: [] }, /every must be/],
    ["no keep", { keep: undefined }, /keep has no limit; expected "forever"/],
    ["nothing to keep", { keep: {} }, /keep has no limit/],
    ["an unknown limit", { keep: { cuont: 1 } }, /keep has unknown option "cuont"; expected .* count, days/],
    ["a count of 0", { keep: { count: 0 } }, /keep.count must be a whole number, from 1 to 99999/],
    ["a count beyond the limit", { keep: { count: 100_000 } }, /keep.count .* from 1 to 99999/],
    ["days beyond the limit", { keep: { days: 100_000 } }, /keep.days .* from 1 to 99999/],
    ["half a day", { keep: { days: 0.5 } }, /keep.days must be a whole number/],
    ["a negative week", { keep: { weekly: -1, timezone: "UTC+01:00" } }, /keep.weekly .* 0 or more/],
    ["daily without a zone", { keep: { daily: 7 } }, /need a timezone such as UTC\+01:00/],
    ["a zone by name", { keep: { daily: 7, timezone: "Europe/Berlin" } }, /need a timezone such as UTC/],
    ["a zone alone", { keep: { count: 1, timezone: "UTC+01:00" } }, /timezone goes with daily, weekly/],
    ["a name with a blank", { name: "every night" }, /name of the schedule must have 1 to 255 characters/],
    ["an empty name", { name: "" }, /name of the schedule must have 1 to 255/],
    ["a name too long", { name: "a".repeat(256) }, /name of the schedule must have 1 to 255/],
    ["a description with <", { description: "a < b" }, /description of the schedule must have 0 to 255/],
    ["a misspelt option", { evry: "day" }, /unknown option "evry" of schedule; expected at, every/],
    ["text for enabled", { enabled: "false" }, /enabled must be true or false/],
  ];
  test.each(wrong)("%s is refused", (_, change, message) => {
    const write = () => schedule({ ...nightly, ...change } as ScheduleOptions);
    expect(write).toThrow(CsbsConfigError);
    expect(write).toThrow(message);
  });
});

describe("what the client fills in", () => {
  test("provider_id of a policy and of a restore, unless it is given", async () => {
    const sent: unknown[] = [];
    const csbs = testClient({
      validate: ({ kind, value }) => {
        if (kind === "body") sent.push(structuredClone(value));
        return undefined;
      },
    });
    const policy = policyOf(schedule(nightly));
    await csbs.createPolicy({ body: { policy } });
    const provider_id = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
    expect(sent).toEqual([{ policy: { ...policy, provider_id } }]);
    expect(policy).not.toHaveProperty("provider_id");
    await csbs.createPolicy({ body: { policy: { provider_id, ...policy } } });
    expect(JSON.stringify(sent[1])).toBe(JSON.stringify({ policy: { provider_id, ...policy } }));
    const restore = {
      checkpoint_id: "f672a1bb-6912-446a-816c-72792c5263e0",
      restore_target: "",
      parameters: {},
    };
    await csbs.createRestore({ body: { restore } as never }).catch(() => {});
    expect(sent[2]).toEqual({ restore: { ...restore, provider_id } });
  });
});
