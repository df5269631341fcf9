import { describe, expect, test } from "vitest";
import { readPattern, readRule, runsBackwards } from "../../src/mock/state/recurrence.ts";
import { keptBy } from "../../src/mock/state/retention.ts";
import { rejection } from "../support/client.ts";
import { playing } from "../support/scenario.ts";
import { policyBody, type Response, serviceOf } from "../support/service.ts";

const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const otherServer = "5aa119a8-d25b-45a7-8d1b-88e127885635";
const start = "2026-11-17T12:00:00";
const day = 86_400;
const nightly = "FREQ=DAILY;BYHOUR=2;BYMINUTE=30";
const poll0 = { start, secondsPerPoll: 0 };

type Service = ReturnType<typeof serviceOf>;

function withPolicy(rule: string, keep: object = {}, state: object = {}, servers = [server]) {
  const service = serviceOf({ state, time: poll0 });
  const { policy } = service.call("createPolicy", { body: policyBody("nightly", rule, servers, keep) });
  return { service, policy };
}

const created = (service: Service, query: object = {}): string[] =>
  service
    .call("listBackups", { query: { sort: "created_at:asc", ...query } })
    .checkpoint_items.map(({ created_at }: Response) => created_at.slice(0, 16));
const count = (service: Service, query: object = {}) =>
  service.call("countBackups", { query: { ...query } }).count;

describe("a rule runs", () => {
  test.each<[rule: string, days: number, runs: string[]]>([
    [nightly, 2, ["2026-11-18T02:30", "2026-11-19T02:30"]],
    ["FREQ=DAILY;BYHOUR=14,2;BYMINUTE=5", 1, ["2026-11-17T14:05", "2026-11-18T02:05"]],
    [
      "FREQ=DAILY;INTERVAL=3;BYHOUR=13;BYMINUTE=0",
      8,
      ["2026-11-17T13:00", "2026-11-20T13:00", "2026-11-23T13:00"],
    ],
    ["FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27", 14, ["2026-11-19T12:27", "2026-11-26T12:27"]],
    [
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;BYHOUR=1;BYMINUTE=0",
      21,
      ["2026-11-18T01:00", "2026-11-30T01:00", "2026-12-02T01:00"],
    ],
    ["FREQ=DAILY;BYDAY=SA,SU;BYHOUR=0;BYMINUTE=0", 7, ["2026-11-21T00:00", "2026-11-22T00:00"]],
    ["FREQ=DAILY", 2, ["2026-11-18T12:00", "2026-11-19T12:00"]],
    ["FREQ=WEEKLY", 8, ["2026-11-24T12:00"]],
    ["freq=weekly;byday=we;byhour=3;byminute=0;wkst=MO;BYSECOND=0", 2, ["2026-11-18T03:00"]],
  ])("%s", (rule, days, runs) => {
    const { service } = withPolicy(rule);
    service.clock.advance(days * day);
    // The run at the moment itself has begun.
    expect(created(service)).toEqual(runs);
  });

  test("folded lines of iCalendar are one", () => {
    expect(readPattern("BEGIN:VCALENDAR\r\nRRULE:FREQ=DAILY;BYH\r\n OUR=2\r\nEND:VCALENDAR")).toEqual(
      readRule("FREQ=DAILY;BYHOUR=2"),
    );
  });

  test("before 1970 too", () => {
    const after = Date.UTC(1969, 11, 30);
    const runs = runsBackwards(readRule("FREQ=WEEKLY;BYDAY=WE;BYHOUR=1;BYMINUTE=0") as never, {
      start: after,
      after,
      until: Date.UTC(1970, 0, 2),
    });
    expect([...runs]).toEqual([Date.UTC(1969, 11, 31, 1)]);
  });
});

describe("a rule that can never run, or has a part that does not work, is refused:", () => {
  test.each([
    "FREQ=DAILY;BYHOUR=25",
    "FREQ=DAILY;BYHOUR=-1",
    "FREQ=DAILY;BYHOUR=",
    "FREQ=DAILY;BYMINUTE=60",
    "FREQ=DAILY;BYMINUTE=0,30",
    "FREQ=DAILY;BYDAY=XX",
    "FREQ=DAILY;BYDAY=1MO",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=3",
    "FREQ=DAILY;UNTIL=20270101T000000Z",
    "FREQ=DAILY;BYMONTH=1",
    "FREQ=DAILY;BYHOUR=1;BYHOUR=2",
    "FREQ=DAILY;BYHOUR",
    "FREQ=DAILY\r\nRRULE:FREQ=DAILY",
    "XFREQ=DAILY",
  ])("%j", async (rule) => {
    const { csbs } = await playing({ state: {} });
    const body = policyBody("impossible", rule, [server]);
    const refusal = { status: 400, code: "CSBS.9001", body: { error_msg: "pattern invalid" } };
    expect(await rejection(csbs.createPolicy({ body }))).toMatchObject(refusal);
    expect((await csbs.listPolicies()).policies).toEqual([]);
    const { policy } = await csbs.createPolicy({ body: policyBody("possible", "FREQ=DAILY", []) });
    const id = policy.scheduled_operations?.[0]?.id as string;
    const { trigger } = body.policy
      .scheduled_operations[0] as (typeof body)["policy"]["scheduled_operations"][number];
    const change = { policy: { scheduled_operations: [{ id, trigger }] } };
    expect(await rejection(csbs.updatePolicy({ policy_id: policy.id, body: change }))).toMatchObject(refusal);
    expect(await csbs.getPolicy({ policy_id: policy.id })).toEqual({ policy });
  });
});

describe("a schedule", () => {
  test("makes a backup each night: 14 in 14 days", async () => {
    const { csbs, mock } = await playing({ state: {}, time: poll0 });
    const { policy } = await csbs.createPolicy({
      body: {
        policy: {
          ...policyBody("nightly", nightly, [server, otherServer]).policy,
          tags: [{ key: "a", value: "b" }],
        },
      },
    });
    expect(policy.scheduled_operations?.[0]?.trigger?.properties.start_time).toBe("2026-11-17 12:00:00");
    mock.advance(14 * day);
    const { checkpoint_items } = await csbs.listBackups({ resource_id: server });
    expect(checkpoint_items).toHaveLength(14);
    for (const backup of checkpoint_items) {
      expect(backup).toMatchObject({
        status: "available",
        name: expect.stringMatching(/^autobk_/),
        resource_id: server,
        tags: [{ key: "a", value: "b" }],
        extend_info: { auto_trigger: true, progress: 100, resource_name: "name-9422" },
      });
      // Both servers of a run are in one record.
      expect(await csbs.countBackups({ checkpoint_id: backup.checkpoint_id as string })).toEqual({
        count: 2,
      });
    }
    expect(await csbs.countBackups({ policy_id: policy.id })).toEqual({ count: 28 });
    expect(new Set(checkpoint_items.map(({ id }) => id)).size).toBe(14);
  });

  test("gives the same whether time moves at once or bit by bit", () => {
    const keep = { max_backups: 3, day_backups: 5, week_backups: 2, month_backups: 2, timezone: "UTC+05:30" };
    const ids = (steps: number) => {
      const { service } = withPolicy("FREQ=DAILY;BYHOUR=2,20;BYMINUTE=30", keep);
      for (let step = 0; step < steps; step += 1) {
        service.clock.advance((70 * day) / steps);
        service.call("countBackups");
      }
      return service.call("listBackups").checkpoint_items.map(({ created_at }: Response) => created_at);
    };
    expect(ids(1)).toEqual(ids(700));
    expect(ids(1).length).toBeGreaterThan(5);
  });

  test("that is disabled makes none until it is enabled, and then none for the past", () => {
    const { service, policy } = withPolicy(nightly);
    const [{ id }] = policy.scheduled_operations;
    const enable = (enabled: boolean) =>
      service.call("updatePolicy", {
        path: { policy_id: policy.id },
        body: { policy: { scheduled_operations: [{ id, enabled }] } },
      });
    enable(false);
    service.clock.advance(10 * day);
    expect(count(service)).toBe(0);
    enable(true);
    service.clock.advance(2 * day);
    expect(count(service)).toBe(2);
  });

  test("that only copies to another region makes none", () => {
    const service = serviceOf({ state: {}, time: poll0 });
    const body = policyBody("copies", nightly, [server]);
    Object.assign(body.policy.scheduled_operations[0] as object, { operation_type: "replication" });
    service.call("createPolicy", { body });
    service.clock.advance(5 * day);
    expect(count(service)).toBe(0);
  });

  test("of a policy that is deleted, or has lost its servers, makes no more; what it made stays", () => {
    const { service, policy } = withPolicy(nightly, { max_backups: 2 });
    service.clock.advance(5 * day);
    expect(count(service)).toBe(2);
    service.call("updatePolicy", { path: { policy_id: policy.id }, body: { policy: { resources: [] } } });
    service.clock.advance(5 * day);
    expect(count(service)).toBe(2);
    expect(service.call("deletePolicy", { path: { policy_id: policy.id } })).toBeUndefined();
    service.clock.advance(500 * day);
    expect(count(service)).toBe(2);
  });

  test("leaves out a server that is busy, and takes the life cycles of the scenario", () => {
    const lifeCycles = { backup: [{ running: 2 * day }, { fails: { progress: 10 } }, {}] };
    const { service } = withPolicy(nightly, {}, { lifeCycles });
    service.clock.advance(5 * day);
    expect(
      service
        .call("listBackups")
        .checkpoint_items.map(({ status, created_at }: Response) => [created_at.slice(0, 10), status]),
    ).toEqual([
      ["2026-11-22", "available"],
      ["2026-11-21", "error"],
      ["2026-11-18", "available"],
    ]);
  });

  test("makes none beyond the quota, and goes on when there is room", () => {
    const { service } = withPolicy(nightly, {}, { quota: 3 });
    service.clock.advance(10 * day);
    expect(created(service)).toEqual(["2026-11-18T02:30", "2026-11-19T02:30", "2026-11-20T02:30"]);
    const [{ checkpoint_id }] = service.call("listBackups").checkpoint_items;
    service.call("deleteBackup", { path: { checkpoint_id } });
    service.clock.advance(3 * day);
    expect(created(service)).toEqual(["2026-11-18T02:30", "2026-11-19T02:30", "2026-11-28T02:30"]);
  });

  test("of a scenario's policy works by its rule alone", () => {
    const seeds = {
      policies: [
        { name: "ruled", servers: [server], rule: nightly, retention: { max_backups: 2 } },
        { name: "other", servers: [otherServer] },
      ],
    };
    const service = serviceOf({ state: seeds, time: poll0 });
    service.clock.advance(30 * day);
    expect(created(service)).toEqual(["2026-12-16T02:30", "2026-12-17T02:30"]);
    expect(
      service
        .call("listPolicies", { query: { sort: "name" } })
        .policies.map(({ scheduled_operations: [one] }: Response) => [
          one.enabled,
          one.operation_definition.max_backups,
        ]),
    ).toEqual([
      [true, 2],
      [false, 20],
    ]);
  });

  test("is executing its policy: a run by hand is refused, and so is the deletion", () => {
    const { service, policy } = withPolicy(nightly);
    service.clock.advance(14.5 * 3600 + 100);
    expect(count(service, { status: "protecting" })).toBe(1);
    const run = { body: { checkpoint: { plan_id: policy.id, parameters: {} } } };
    expect(service.call("runPolicy", run)).toMatchObject({ error_code: "CSBS.6030" });
    expect(service.call("deletePolicy", { path: { policy_id: policy.id } })).toMatchObject({
      error_code: "CSBS.2004",
    });
    service.clock.advance(300);
    expect(service.call("runPolicy", run)).toHaveProperty("checkpoint");
    expect(service.call("runPolicy", run)).toMatchObject({ error_code: "CSBS.1001" });
  });
});

describe("retention", () => {
  test.each<[keep: object, kept: number]>([
    [{}, 14],
    [{ max_backups: 5 }, 5],
    [{ max_backups: -1, retention_duration_days: -1 }, 14],
    [{ retention_duration_days: 7 }, 7],
    [{ max_backups: 9, retention_duration_days: 4 }, 4],
    [{ max_backups: 1, permanent: true }, 14],
    [{ max_backups: 1, permanent: false }, 1],
    [{ max_backups: 0 }, 0],
    [{ week_backups: 1, timezone: "UTC+00:00" }, 14],
    [{ max_backups: 1, day_backups: 4, timezone: "UTC+00:00" }, 4],
    [{ max_backups: 1, week_backups: 9, timezone: "UTC+00:00" }, 3],
  ])("of %j keeps %i of 14 nights", (keep, kept) => {
    const { service } = withPolicy(nightly, keep);
    service.clock.advance(14 * day);
    const all = created(service);
    expect(all).toHaveLength(kept);
    expect(kept === 0 || all.includes("2026-12-01T02:30")).toBe(true);
  });

  test.each(["UTC+99:99", "UTC+14:01", "UTC-12:30", "UTC+01:60"])(
    "in the zone %s, which does not exist, is refused",
    async (timezone) => {
      const { csbs } = await playing({ state: {} });
      const refusal = { status: 400, code: "CSBS.9001", body: { error_msg: "timezone invalid" } };
      const body = policyBody("nowhere", nightly, [server], { day_backups: 1, timezone });
      expect(await rejection(csbs.createPolicy({ body }))).toMatchObject(refusal);
      const somewhere = policyBody("somewhere", nightly, [], { day_backups: 1, timezone: "UTC+14:00" });
      const { policy } = await csbs.createPolicy({ body: somewhere });
      const id = policy.scheduled_operations?.[0]?.id as string;
      const change = { policy: { scheduled_operations: [{ id, operation_definition: { timezone } }] } };
      expect(await rejection(csbs.updatePolicy({ policy_id: policy.id, body: change }))).toMatchObject(
        refusal,
      );
    },
  );

  test("counts days by the zone", () => {
    const times = ["2026-11-17T21:00Z", "2026-11-17T23:30Z"].map(Date.parse);
    const kept = (timezone: string) =>
      keptBy({ max_backups: 0, day_backups: 5, timezone }, times, Date.parse("2026-11-18T00:00Z"));
    expect(kept("UTC+00:00")).toEqual([false, true]);
    expect(kept("UTC+01:00")).toEqual([true, true]);
    expect(kept("UTC-01:00")).toEqual([false, true]);
  });

  test("is for each server, and leaves alone what was made by hand", () => {
    const { service, policy } = withPolicy(nightly, { max_backups: 2 }, {}, [server, otherServer]);
    service.call("createBackup", { path: { resource_id: server }, body: { protect: {} } });
    service.clock.advance(1000);
    service.call("runPolicy", { body: { checkpoint: { plan_id: policy.id, parameters: {} } } });
    service.clock.advance(30 * day);
    expect(count(service, { resource_id: server })).toBe(4);
    expect(count(service, { resource_id: otherServer })).toBe(3);
  });

  test("counts runs that were started as the schedule's", () => {
    const { service, policy } = withPolicy("FREQ=WEEKLY;BYDAY=MO", { max_backups: 2 });
    for (let run = 0; run < 5; run += 1) {
      service.call("runPolicy", {
        body: { checkpoint: { plan_id: policy.id, parameters: { auto_trigger: true } } },
      });
      service.clock.advance(400);
    }
    expect(count(service)).toBe(2);
  });

  test("neither counts nor removes what is being restored, and keeps ten failed backups for a month", () => {
    const failing = withPolicy(
      nightly,
      { max_backups: 3 },
      { lifeCycles: { backup: [{ fails: {} }] } },
    ).service;
    failing.clock.advance(20 * day);
    expect(count(failing, { status: "error" })).toBe(10);
    const { service } = withPolicy(
      nightly,
      { max_backups: 1 },
      { lifeCycles: { restore: [{ running: 9 * day }] } },
    );
    service.clock.advance(day);
    const [backup] = service.call("listBackups").checkpoint_items;
    const volumes = backup.extend_info.volume_backups.map(({ id }: Response) => ({
      backup_id: id,
      volume_id: id,
    }));
    const parameters = {
      checkpoint_item_id: backup.id,
      power_on: true,
      targets: { server_id: otherServer, volumes },
    };
    service.call("createRestore", { body: { restore: { checkpoint_id: backup.checkpoint_id, parameters } } });
    service.clock.advance(2 * day);
    expect(count(service)).toBe(2);
    service.clock.advance(9 * day);
    expect(count(service)).toBe(1);
  });
});

describe("ten years of an hourly schedule", () => {
  const hourly = `FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, hour) => hour).join()};BYMINUTE=0`;

  test.each<[keep: object, kept: number]>([
    [{ max_backups: 24, year_backups: 9, month_backups: 3, timezone: "UTC+00:00" }, 24 + 8 + 2],
    [{ max_backups: 99_999 }, 10_000],
    [{}, 10_000],
  ])("with %j keeps %i", (keep, kept) => {
    const { service } = withPolicy(hourly, keep);
    service.clock.advance(3652 * day);
    expect(count(service, { status: "available" }) + count(service, { status: "waiting_protect" }) - 1).toBe(
      kept,
    );
    expect(service.call("listBackups", { query: { limit: "1" } }).checkpoint_items[0].created_at).toMatch(
      /^2036-11-16T12:00/,
    );
  });

  test("of 100,000 servers makes a backup of each, with its name", () => {
    const service = serviceOf({ state: {}, time: poll0 });
    for (let policy = 0; policy < 20; policy += 1) {
      const servers = Array.from({ length: 5000 }, (_, index) => {
        const digits = String(policy * 5000 + index).padStart(12, "0");
        return `9422f270-6fcf-4ba2-9319-${digits}`;
      });
      service.call("createPolicy", { body: policyBody(`p${policy}`, hourly, servers, { max_backups: 1 }) });
    }
    service.clock.advance(3600 + 1800);
    expect(count(service, { resource_name: "name-9422" })).toBe(100_000);
  });

  test("and a quota keeps the quota", () => {
    const { service } = withPolicy(hourly, { retention_duration_days: 300 }, { quota: 50 });
    service.clock.advance(3652 * day);
    expect(count(service)).toBe(50);
  });

  test("of 32 policies with 64 servers each is bounded", () => {
    const service = serviceOf({ state: {}, time: poll0 });
    for (let policy = 0; policy < 32; policy += 1) {
      const servers = Array.from({ length: 64 }, (_, index) => {
        const digits = String(policy * 64 + index).padStart(12, "0");
        return `9422f270-6fcf-4ba2-9319-${digits}`;
      });
      service.call("createPolicy", { body: policyBody(`p${policy}`, hourly, servers, { max_backups: 7 }) });
    }
    service.clock.advance(3652 * day + 1800);
    expect(count(service)).toBe(32 * 64 * 7);
  });

  test("advances to the last second of the year 9999", () => {
    const { service } = withPolicy(hourly, { max_backups: 2 });
    service.clock.advance((Date.UTC(10_000, 0) - 1000 - Date.parse(`${start}Z`)) / 1000);
    expect(created(service)).toEqual(["9999-12-31T22:00", "9999-12-31T23:00"]);
  });
});
