import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { operationTable } from "../../generated/operations.ts";
import type { CsbsClient } from "../../src/index.ts";
import type { Call } from "../../src/mock/state/call.ts";
import { pageOf } from "../../src/mock/state/pages.ts";
import type { Scenario } from "../../src/mock.ts";
import { projectId, rejection } from "../support/client.ts";
import { bodiesOf, pathArguments } from "../support/requests.ts";
import { playing, sharing } from "../support/scenario.ts";
import { operations } from "../support/spec.ts";

const first = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
const second = "6c6f3a0e-52a1-4a7c-9e0e-2f0f4f6b7d11";
const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const policy_id = "27b11f3f-578d-4464-89d1-7c6d5894f753";

/** Two backups that differ in everything that can be asked for. */
const two: Scenario = {
  time: { start: "2026-11-17T12:00:00" },
  state: {
    backups: [
      {
        id: first,
        name: "nightly-db",
        resource_id: server,
        resource_name: "db-01",
        az: "eu-de-01",
        age: 86_400,
        policy_id,
        tags: { stage: "production", keep: "" },
      },
      {
        id: second,
        name: "manual",
        resource_name: "web-02",
        az: "eu-de-02",
        status: "error",
        age: 3600,
        tags: { stage: "test" },
      },
    ],
    policies: [{ id: policy_id, name: "thursdays", servers: [server], tags: { stage: "production" } }],
  },
};

const ids = async (csbs: CsbsClient, filter: Parameters<CsbsClient["listBackups"]>[0]) =>
  (await csbs.listBackups(filter)).checkpoint_items.map(({ id }) => id);

describe("filters: list and count agree", () => {
  const shared = sharing(two);

  test.each<[Parameters<CsbsClient["countBackups"]>[0], string[]]>([
    [{}, [second, first]],
    [{ status: "error" }, [second]],
    [{ status: "deleting" }, []],
    [{ name: "night" }, [first]],
    [{ resource_name: "web" }, [second]],
    [{ resource_id: server }, [first]],
    [{ resource_id: server.toUpperCase() }, [first]],
    [{ az: "eu-de-02" }, [second]],
    [{ policy_id }, [first]],
    [{ start_time: "2026-11-17T00:00:00" }, [second]],
    [{ end_time: "2026-11-17T00:00:00" }, [first]],
    [{ start_time: "2026-11-17T11:00:00", end_time: "2026-11-17T11:00:00" }, [second]],
    [{ image_type: "backup" }, [second, first]],
    [{ image_type: "replication" }, []],
    [{ resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"] }, [second, first]],
    [{ resource_type: ["OS::Ironic::BareMetalServer"] }, []],
    [{ status: "error", name: "night" }, []],
    [{ name: "manual?x" }, []],
  ])("%j", async (filter, expected) => {
    const { csbs } = shared;
    expect(await ids(csbs, filter)).toEqual(expected);
    expect(await csbs.countBackups(filter)).toEqual({ count: expected.length });
  });

  test.each(["2026-13-01T00:00:00", "2026-11-31T00:00:00", "2026-11-17T24:00:00", "2026-02-00T99:99:99"])(
    "a time that does not exist is refused: %s",
    async (time) => {
      const { mock } = await playing(two);
      for (const path of ["checkpoint_items", "checkpoint_items/count"]) {
        for (const name of ["start_time", "end_time"]) {
          const url = `${mock.url}/v1/${projectId}/${path}?${name}=${time}`;
          const response = await fetch(url, { headers: { "X-Auth-Token": "t" } });
          expect([response.status, await response.json()]).toEqual([
            400,
            { error_code: "CSBS.9001", error_msg: `${name} invalid` },
          ]);
        }
      }
    },
  );

  test("by address, which counting alone can", async () => {
    const { csbs } = shared;
    const { checkpoint_item } = await csbs.getBackup({ checkpoint_item_id: first });
    const { private_ip } = checkpoint_item.backup_data ?? {};
    expect(await csbs.countBackups({ ip: private_ip as string })).toEqual({ count: 1 });
    expect(await csbs.countBackups({ ip: "203.0.113.1" })).toEqual({ count: 0 });
  });
});

describe("pages", () => {
  test("marker, offset, limit and order", async () => {
    const { csbs } = await playing(two);
    expect(await ids(csbs, { limit: 1 })).toEqual([second]);
    expect(await ids(csbs, { limit: 1, marker: second })).toEqual([first]);
    expect(await ids(csbs, { marker: first })).toEqual([]);
    expect(await ids(csbs, { offset: 1 })).toEqual([first]);
    expect(await ids(csbs, { sort: "name:asc" })).toEqual([second, first]);
    expect(await ids(csbs, { sort: "status,created_at:asc" })).toEqual([second, first]);
    expect(await ids(csbs, { sort: "created_at:asc" })).toEqual([first, second]);
    expect(await rejection(csbs.listBackups({ marker: server }))).toMatchObject({ code: "CSBS.9001" });
  });

  test("have the newest first among those of one moment, too", async () => {
    const { csbs } = await playing({ state: {}, time: { secondsPerPoll: 0 } });
    for (const resource_id of [server, second]) {
      await csbs.createBackup({ resource_id, body: { protect: {} } });
    }
    const servers = async (sort?: string) =>
      (await csbs.listBackups(sort === undefined ? {} : { sort })).checkpoint_items.map(
        ({ resource_id }) => resource_id,
      );
    expect(await servers()).toEqual([second, server]);
    expect(await servers("created_at:asc")).toEqual([server, second]);
  });

  test("of 100,000 in no order are found without sorting them all", () => {
    const all = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_000);
    let polls = 0;
    const page = (marker: object) =>
      pageOf(all, { query: new URLSearchParams({ limit: "1000", sort: "id:asc", ...marker }) } as Call, {
        id: String,
        value: (item) => {
          polls += 1;
          return item;
        },
        keep: (item) => item % 2 === 1,
      });
    const odd = (from: number) => Array.from({ length: 1000 }, (_, index) => from + 2 * index);
    expect(page({})).toEqual(odd(1));
    expect(page({ marker: "50000" })).toEqual(odd(50_001));
    // Sorting takes more than three million for each.
    expect(polls).toBeLessThan(2_000_000);
  });

  test("go on behind a backup that was deleted meanwhile", async () => {
    const { csbs, mock } = await playing(two);
    const [{ checkpoint_id } = { checkpoint_id: "" }] = (await csbs.listBackups({ limit: 1 }))
      .checkpoint_items;
    await csbs.deleteBackup({ checkpoint_id });
    mock.advance(300);
    expect(await ids(csbs, { limit: 1, marker: second })).toEqual([first]);
  });
});

describe("time", () => {
  test("stands still while reads differ, and moves when one is repeated", async () => {
    const { csbs } = await playing("everyday");
    const running = async () => (await csbs.countBackups({ status: "protecting" })).count;
    const all = async () => (await csbs.countBackups()).count;
    expect([await running(), await all(), await csbs.getQuotas()]).toMatchObject([1, 10, {}]);
    const polls = [];
    for (let poll = 0; poll < 5; poll += 1) polls.push(await running());
    expect(polls).toEqual([1, 1, 1, 0, 0]);
  });

  test("moves by advance alone where polls do not move it", async () => {
    const { csbs, mock } = await playing({
      state: {},
      time: { secondsPerPoll: 0, start: "2026-11-17T12:00:00" },
    });
    const { checkpoint } = await csbs.createBackup({ resource_id: server, body: { protect: {} } });
    expect(checkpoint.created_at).toBe("2026-11-17T12:00:00.000000");
    const poll = async () => {
      const [backup] = (await csbs.listBackups({ checkpoint_id: checkpoint.id })).checkpoint_items;
      return [backup?.status, backup?.extend_info.progress, backup?.updated_at];
    };
    expect([await poll(), await poll()]).toEqual([
      ["waiting_protect", 0, "2026-11-17T12:00:00.000000"],
      ["waiting_protect", 0, "2026-11-17T12:00:00.000000"],
    ]);
    mock.advance(180);
    expect(await poll()).toEqual(["protecting", 50, "2026-11-17T12:01:00.000000"]);
    mock.advance(119);
    expect(await poll()).toEqual(["protecting", 99, "2026-11-17T12:01:00.000000"]);
    mock.advance(1);
    expect(await poll()).toEqual(["available", 100, "2026-11-17T12:05:00.000000"]);
  });

  test("passes by itself at a speed", async () => {
    const { csbs } = await playing({ state: {}, time: { secondsPerPoll: 0, speed: 10_000 } });
    const { checkpoint } = await csbs.createBackup({ resource_id: server, body: { protect: {} } });
    const available = { checkpoint_id: checkpoint.id, status: "available" } as const;
    await expect.poll(() => csbs.countBackups(available)).toEqual({ count: 1 });
  });

  test("of responses is the mock's, and passes once", async () => {
    const { csbs } = await playing({ state: {}, time: { secondsPerPoll: 0, speed: 1 } });
    await sleep(700);
    const { checkpoint } = await csbs.createBackup({ resource_id: server, body: { protect: {} } });
    expect(Math.abs(Date.parse(`${checkpoint.created_at}Z`) - Date.now())).toBeLessThan(500);
  });

  test("stands still on the wall as well where nothing moves it", async () => {
    const { csbs } = await playing({ state: {}, time: { secondsPerPoll: 0 } });
    const made = async (resource_id: string) => {
      const { checkpoint } = await csbs.createBackup({ resource_id, body: { protect: {} } });
      return checkpoint.created_at;
    };
    const before = await made(server);
    await sleep(20);
    expect(await made(second)).toBe(before);
  });

  test("that has passed before the first request has passed for what was there", async () => {
    const start = "2026-11-17T12:00:00";
    const { csbs, mock } = await playing(["everyday", { time: { start, secondsPerPoll: 0 } }]);
    mock.advance(100_000);
    const { checkpoint_items } = await csbs.listBackups();
    const now = "2026-11-18T15:46:40.000000";
    expect(checkpoint_items.filter(({ updated_at = "" }) => updated_at > now)).toEqual([]);
    const [latest] = checkpoint_items;
    expect(latest).toMatchObject({
      status: "available",
      created_at: "2026-11-17T11:59:30.000000",
      updated_at: "2026-11-17T12:04:00.000000",
      extend_info: { finished_at: "2026-11-17T12:04:00.000000" },
    });
    const times = { start_time: latest?.created_at as string, end_time: latest?.created_at as string };
    expect(await ids(csbs, times)).toEqual([latest?.id]);
  });

  test("the same scenario gives the same responses", async () => {
    const once = async () => (await playing(two)).csbs.listBackups();
    expect(await once()).toEqual(await once());
  });
});

describe("projects", () => {
  test("have their own, and all_tenants sees those that were asked about", async () => {
    const { csbs } = await playing("backup");
    const other = "b942cc8342734d15bcb246babb1953cf";
    await csbs.createBackup({ resource_id: server, body: { protect: {} } });
    expect(await csbs.countBackups({ project_id: other })).toEqual({ count: 0 });
    expect(await csbs.countBackups({ project_id: other, all_tenants: true })).toEqual({ count: 1 });
  });
});

describe("policies", () => {
  test("are made, changed, listed and deleted", async () => {
    const { csbs } = await playing({ state: {} });
    const create = operations.find(({ operation }) => operation.operationId === "createPolicy");
    for (const { body } of bodiesOf(create as NonNullable<typeof create>).slice(0, 1)) {
      const { policy } = await csbs.createPolicy({ body: body as never });
      expect(policy).toMatchObject({ name: "thursdays", project_id: projectId });
      expect(await rejection(csbs.createPolicy({ body: body as never }))).toMatchObject({
        code: "CSBS.9007",
      });
      expect(await csbs.getPolicy({ policy_id: policy.id })).toEqual({ policy });
      const run = { checkpoint: { plan_id: policy.id, parameters: {} } };
      expect(await rejection(csbs.runPolicy({ body: run }))).toMatchObject({ code: "CSBS.6032" });
      const resources = [{ id: server, type: "OS::Nova::Server", name: "db-01" }];
      await csbs.updatePolicy({ policy_id: policy.id, body: { policy: { name: "weekly", resources } } });
      expect((await csbs.listPolicies({ name: "weekly" })).policies).toMatchObject([
        { id: policy.id, resources },
      ]);
      expect((await csbs.listPolicies({ name: "thursdays" })).policies).toEqual([]);
      await csbs.runPolicy({ body: run });
      expect(await rejection(csbs.runPolicy({ body: run }))).toMatchObject({ code: "CSBS.1001" });
      expect(await rejection(csbs.deletePolicy({ policy_id: policy.id }))).toMatchObject({
        code: "CSBS.2004",
      });
    }
  });

  const pattern = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const schedule = {
    enabled: true,
    operation_type: "backup" as const,
    operation_definition: { max_backups: 5 },
    trigger: { properties: { pattern } },
  };
  const order = (name: string) => ({
    name,
    provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da" as const,
    parameters: {},
    resources: [],
    scheduled_operations: [schedule],
  });

  test("have schedules of their own, which tell what was ordered", async () => {
    const { csbs } = await playing(two);
    const made = [];
    for (const name of ["one", "other"]) {
      made.push((await csbs.createPolicy({ body: { policy: order(name) } })).policy);
    }
    for (const { id, description, scheduled_operations } of made) {
      expect(description).toBe("");
      expect(scheduled_operations).toMatchObject([{ ...schedule, name: null, description: null }]);
      expect(scheduled_operations?.[0]?.operation_definition).toEqual({
        max_backups: 5,
        plan_id: id,
        provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da",
      });
    }
    const { policies } = await csbs.listPolicies();
    const scheduleIds = policies.flatMap(({ scheduled_operations = [] }) =>
      scheduled_operations.map(({ id, trigger_id }) => [id, trigger_id]),
    );
    expect(new Set(scheduleIds.flat()).size).toBe(6);
  });

  test("keep what a change does not name, inside a schedule too", async () => {
    const { csbs } = await playing(two);
    const { policy } = await csbs.createPolicy({ body: { policy: order("nightly") } });
    const [before] = policy.scheduled_operations ?? [];
    const change = (scheduled: object) =>
      csbs.updatePolicy({
        policy_id: policy.id,
        body: { policy: { scheduled_operations: [{ id: before?.id as string, ...scheduled }] } },
      });
    const id = before?.id.toUpperCase();
    await change({ id, enabled: false, operation_definition: { retention_duration_days: 7 } });
    const other = pattern.replace("DAILY", "WEEKLY");
    const { policy: changed } = await change({ trigger: { properties: { pattern: other } } });
    expect(changed).toEqual({
      ...policy,
      scheduled_operations: [
        {
          ...before,
          enabled: false,
          operation_definition: { ...before?.operation_definition, retention_duration_days: 7 },
          trigger: { ...before?.trigger, properties: { ...before?.trigger?.properties, pattern: other } },
        },
      ],
    });
    expect(await rejection(change({ id: first, enabled: true }))).toMatchObject({ code: "CSBS.9001" });
    expect(await csbs.getPolicy({ policy_id: policy.id })).toEqual({ policy: changed });
  });

  test("give their tags to the backups that they make", async () => {
    const { csbs } = await playing(two);
    const { checkpoint } = await csbs.runPolicy({
      body: { checkpoint: { plan_id: policy_id, parameters: {} } },
    });
    const tags = [{ key: "stage", value: "production" }];
    const made = async () => (await csbs.listBackups({ checkpoint_id: checkpoint.id })).checkpoint_items;
    expect(await made()).toMatchObject([{ tags }]);
    await csbs.addPolicyTag({ resource_id: policy_id, body: { tag: { key: "stage", value: "late" } } });
    expect(await made()).toMatchObject([{ tags }]);
  });

  test("are run by hand, or as the schedule does it", async () => {
    const { csbs, mock } = await playing(two);
    for (const [parameters, auto_trigger, name] of [
      [{}, false, /^manualbk_/],
      [{ auto_trigger: false }, false, /^manualbk_/],
      [{ auto_trigger: true }, true, /^autobk_/],
    ] as const) {
      const { checkpoint } = await csbs.runPolicy({
        body: { checkpoint: { plan_id: policy_id, parameters } },
      });
      const [made] = (await csbs.listBackups({ checkpoint_id: checkpoint.id })).checkpoint_items;
      expect(made).toMatchObject({ extend_info: { auto_trigger }, name: expect.stringMatching(name) });
      mock.advance(300);
    }
    expect(await csbs.countBackups({ policy_id })).toEqual({ count: 4 });
    const { checkpoint_item } = await csbs.getBackup({ checkpoint_item_id: first });
    expect(checkpoint_item.extend_info.auto_trigger).toBe(true);
  });

  test("are run for servers of theirs, each once", async () => {
    const { csbs } = await playing(two);
    const run = (...resources: string[]) =>
      csbs.runPolicy({ body: { checkpoint: { plan_id: policy_id, parameters: { resources } } } });
    expect(await rejection(run(server, second))).toMatchObject({ code: "CSBS.9001" });
    const { checkpoint } = await run(server, server.toUpperCase());
    expect(checkpoint.protection_plan?.resources?.map(({ id }) => id)).toEqual([server]);
    expect(await csbs.countBackups({ checkpoint_id: checkpoint.id })).toEqual({ count: 1 });
  });

  test("that there are not are refused", async () => {
    const { csbs } = await playing(two);
    await csbs.deletePolicy({ policy_id });
    expect((await csbs.listPolicies()).policies).toEqual([]);
    expect(await rejection(csbs.getPolicy({ policy_id }))).toMatchObject({ code: "CSBS.3000" });
    expect(await rejection(csbs.deletePolicy({ policy_id }))).toMatchObject({ code: "CSBS.3000" });
  });
});

test("IDs are the same in upper case, in scenarios and in bodies", async () => {
  const [seed = {}, other = {}] = two.state?.backups ?? [];
  const upper = (id: string) => id.toUpperCase();
  const record = "f672a1bb-6912-446a-816c-72792c5263e0";
  const shouted = {
    ...seed,
    id: upper(first),
    checkpoint_id: upper(record),
    resource_id: upper(server),
    policy_id: upper(policy_id),
  };
  const policies = [{ id: upper(policy_id), servers: [upper(server)] }];
  const { csbs, mock } = await playing({ state: { backups: [shouted, other], policies } });
  for (const filter of [{ checkpoint_id: record }, { resource_id: server }, { policy_id }]) {
    expect(await ids(csbs, filter)).toEqual([first]);
  }
  const { checkpoint_item } = await csbs.getBackup({ checkpoint_item_id: first });
  expect(checkpoint_item).toMatchObject({ id: first, checkpoint_id: record, resource_id: server });
  expect((await csbs.getPolicy({ policy_id })).policy.resources).toMatchObject([{ id: server }]);
  await csbs.runPolicy({ body: { checkpoint: { plan_id: upper(policy_id), parameters: {} } } });
  const check_protectable = [{ resource_id: upper(server), resource_type: "OS::Nova::Server" as const }];
  expect(await csbs.checkResources({ body: { check_protectable } })).toMatchObject({
    protectable: [{ result: false }],
  });
  const volumes = (checkpoint_item.extend_info.volume_backups ?? []).map(({ id, source_volume_id = "" }) => ({
    backup_id: upper(id),
    volume_id: source_volume_id,
  }));
  const restore = {
    provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da" as const,
    checkpoint_id: upper(record),
    parameters: {
      checkpoint_item_id: upper(first),
      power_on: true,
      targets: { server_id: upper(server), volumes },
    },
  };
  expect(await rejection(csbs.createRestore({ body: { restore } }))).toMatchObject({ code: "CSBS.6015" });
  mock.advance(300);
  await csbs.createRestore({ body: { restore } });
  const resources = [{ id: upper(server), type: "OS::Nova::Server" as const, name: "db-01" }];
  const { policy } = await csbs.updatePolicy({ policy_id, body: { policy: { resources } } });
  expect(policy.resources).toMatchObject([{ id: server }]);
});

describe("tags", () => {
  const shared = sharing(two);

  test("are set, overwritten, removed, and counted to ten", async () => {
    const { csbs } = await playing(two);
    const of = { resource_id: first };
    await csbs.addBackupTag({ ...of, body: { tag: { key: "stage", value: "old" } } });
    await csbs.removeBackupTag({ ...of, key: "keep" });
    expect(await csbs.listBackupTags(of)).toEqual({ tags: [{ key: "stage", value: "old" }] });
    expect(await rejection(csbs.removeBackupTag({ ...of, key: "keep" }))).toMatchObject({
      code: "CSBS.7001",
    });
    const tags = Array.from({ length: 9 }, (_, index) => ({ key: `k${index}`, value: "" }));
    await csbs.updateBackupTags({ ...of, body: { action: "create", tags } });
    const eleventh = { tag: { key: "one-more", value: "" } };
    expect(await rejection(csbs.addBackupTag({ ...of, body: eleventh }))).toMatchObject({
      code: "CSBS.7000",
    });
    await csbs.updateBackupTags({
      ...of,
      body: { action: "delete", tags: [{ key: "k0" }, { key: "stage", value: "other" }] },
    });
    const { checkpoint_item } = await csbs.getBackup({ checkpoint_item_id: first });
    expect(checkpoint_item.tags?.map(({ key }) => key)).toEqual([
      "stage",
      "k1",
      "k2",
      "k3",
      "k4",
      "k5",
      "k6",
      "k7",
      "k8",
    ]);
  });

  test.each<[object, string[]]>([
    [{ tags: [{ key: "stage", values: [] }] }, [first, second]],
    [
      {
        tags: [
          { key: "stage", values: ["test", "production"] },
          { key: "keep", values: [] },
        ],
      },
      [first],
    ],
    [{ tags: [{ key: "stage", values: ["*duct"] }] }, [first]],
    [
      {
        tags_any: [
          { key: "keep", values: [] },
          { key: "stage", values: ["test"] },
        ],
      },
      [first, second],
    ],
    [
      {
        not_tags: [
          { key: "stage", values: [] },
          { key: "keep", values: [] },
        ],
      },
      [second],
    ],
    [{ not_tags_any: [{ key: "stage", values: ["test"] }] }, [first]],
    [{ matches: [{ key: "resource_name", value: "manual" }] }, [second]],
    [{ tags: [{ key: "stage", values: [] }], limit: "1", offset: "1" }, [second]],
  ])("search by %j", async (search, expected) => {
    const { csbs } = shared;
    const found = await csbs.findBackupsByTag({ body: { action: "filter", ...search } });
    expect(found.resources?.map(({ resource_id }) => resource_id)).toEqual(expected);
    if ("limit" in search) return;
    expect(await csbs.findBackupsByTag({ body: { action: "count", ...search } })).toEqual({
      total_count: expected.length,
    });
  });

  test("of policies are apart from those of backups", async () => {
    const { csbs } = await playing(two);
    await csbs.addPolicyTag({ resource_id: policy_id, body: { tag: { key: "own", value: "1" } } });
    expect(await csbs.listProjectPolicyTags()).toEqual({
      tags: [
        { key: "stage", values: ["production"] },
        { key: "own", values: ["1"] },
      ],
    });
    const { tags } = await csbs.listProjectBackupTags();
    expect(tags.map(({ key }) => key)).toEqual(["stage", "keep"]);
    expect((await csbs.getPolicy({ policy_id })).policy.tags).toHaveLength(2);
  });
});

/** What is deleted cannot be asked about any more, and the examples of updates delete all tags at last. */
const deletionsLast = operations.toSorted(
  (one, other) => lateness(one.operation) - lateness(other.operation),
);

function lateness({ operationId }: { operationId: string }): number {
  return /^delete/.test(operationId) ? 2 : /^update\w+Tags$/.test(operationId) ? 1 : 0;
}

/** The examples ask for what `everyday` has. */
test("every operation returns its examples, each as the description has it", async () => {
  const { csbs, mock } = await playing("everyday");
  const responded = new Set<string>();
  for (const operation of deletionsLast) {
    const { operationId } = operation.operation;
    const call = csbs[operationId as "createBackup"] as (parameters: object) => Promise<unknown>;
    for (const { body } of bodiesOf(operation)) {
      const parameters = { ...pathArguments(operation), ...(body === undefined ? {} : { body }) };
      // The client checks each response; a refusal is one of the documented.
      await call(parameters).catch((error) => expect(error).toMatchObject({ name: "CsbsApiError" }));
      mock.advance(10_000);
    }
    if (mock.requests.some((request) => request.operation === operationId && (request.status ?? 500) < 300)) {
      responded.add(operationId);
    }
  }
  expect(Object.keys(operationTable).filter((id) => !responded.has(id))).toEqual([]);
});
