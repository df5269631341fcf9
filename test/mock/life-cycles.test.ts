import { describe, expect, onTestFinished, test } from "vitest";
import {
  CsbsBackupError,
  countByStatus,
  keystonePassword,
  paginate,
  waitForBackup,
  waitForDeletion,
  waitForPolicyRun,
} from "../../src/index.ts";
import { startMock } from "../../src/mock.ts";
import { projectId, rejection, testClient } from "../support/client.ts";
import { atOnce, playing } from "../support/scenario.ts";

const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const backupId = { checkpoint_item_id: "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190" };
const recordId = { checkpoint_id: "f672a1bb-6912-446a-816c-72792c5263e0" };

/** What a waiter has seen: state and progress of each poll. */
function watching() {
  const seen: string[] = [];
  const onProgress = ({ backup, progress }: { backup: { status: string }; progress: number | undefined }) =>
    void seen.push(`${backup.status} ${progress}`);
  return { seen, options: { ...atOnce, onProgress } };
}

describe("backup", () => {
  const body = { protect: { backup_name: "nightly", tags: [{ key: "stage", value: "prod" }] } };

  test("waits, grows and becomes available, and the count goes up", async () => {
    const { csbs } = await playing("backup");
    expect(await csbs.countBackups()).toEqual({ count: 0 });
    const { checkpoint } = await csbs.createBackup({ resource_id, body });
    const { seen, options } = watching();
    const backup = await waitForBackup(csbs, { checkpoint_id: checkpoint.id }, options);
    expect(seen).toEqual([
      "waiting_protect 0",
      "protecting 0",
      "protecting 25",
      "protecting 50",
      "protecting 75",
      "available 100",
    ]);
    expect(backup).toMatchObject({ name: "nightly", status: "available", resource_id });
    expect(await csbs.countBackups({ status: "available" })).toEqual({ count: 1 });
  });

  test("counts, lists, searches and tags agree with it all the while", async () => {
    const { csbs, mock } = await playing("backup");
    const { checkpoint } = await csbs.createBackup({ resource_id, body });
    const [listed] = (await csbs.listBackups()).checkpoint_items;
    const id = listed?.id as string;
    for (const expected of [
      "waiting_protect",
      "protecting",
      "protecting",
      "protecting",
      "protecting",
      "available",
    ]) {
      const { checkpoint_item } = await csbs.getBackup({ checkpoint_item_id: id });
      expect(checkpoint_item.status).toBe(expected);
      expect((await csbs.listBackups(recordOf(checkpoint))).checkpoint_items).toEqual([checkpoint_item]);
      expect(await countByStatus(csbs)).toMatchObject({ [expected]: 1, total: 1 });
      expect((await csbs.getQuotas()).quotas.resources).toContainEqual(
        expect.objectContaining({ type: "backups", used: 1 }),
      );
      expect(checkpoint_item.tags).toEqual([{ key: "stage", value: "prod" }]);
      expect(await csbs.listBackupTags({ resource_id: id })).toEqual({ tags: checkpoint_item.tags });
      expect(await csbs.listProjectBackupTags()).toEqual({ tags: [{ key: "stage", values: ["prod"] }] });
      const search = { action: "filter" as const, tags: [{ key: "stage", values: ["prod"] }] };
      expect(await csbs.findBackupsByTag({ body: search })).toMatchObject({
        total_count: 1,
        resources: [{ resource_id: id, resource_name: "nightly" }],
      });
      mock.advance(60);
    }
  });

  test("a server that is just being backed up refuses a second backup", async () => {
    const { csbs, mock } = await playing("backup");
    await csbs.createBackup({ resource_id, body });
    expect(await rejection(csbs.createBackup({ resource_id, body }))).toMatchObject({ code: "CSBS.6005" });
    mock.advance(300);
    await csbs.createBackup({ resource_id, body });
    expect(await csbs.countBackups()).toEqual({ count: 2 });
  });
});

const recordOf = ({ id }: { id: string }) => ({ checkpoint_id: id });

test("backup-fails: the first backup fails half-way, the second succeeds", async () => {
  const { csbs } = await playing("backup-fails");
  const order = { resource_id, body: { protect: {} } };
  const { seen, options } = watching();
  const first = await csbs.createBackup(order);
  const error = await rejection(waitForBackup(csbs, { checkpoint_id: first.checkpoint.id }, options));
  expect(error).toBeInstanceOf(CsbsBackupError);
  expect(error).toMatchObject({ failCode: 4001, failReason: "The disk is in error." });
  expect(seen).toEqual(["waiting_protect 0", "protecting 0", "protecting 25", "error 50"]);
  const second = await csbs.createBackup(order);
  await waitForBackup(csbs, { checkpoint_id: second.checkpoint.id }, atOnce);
  expect(await countByStatus(csbs)).toMatchObject({ error: 1, available: 1, total: 2 });
});

describe("deletion", () => {
  test("takes its time, then the backup is gone from everywhere", async () => {
    const { csbs } = await playing("deletion");
    await csbs.deleteBackup(recordId);
    const { seen, options } = watching();
    expect(await rejection(csbs.deleteBackup(recordId))).toMatchObject({ code: "CSBS.2003" });
    await waitForDeletion(csbs, backupId, options);
    expect(new Set(seen.map((line) => line.split(" ")[0]))).toEqual(new Set(["waiting_delete", "deleting"]));
    expect(await rejection(csbs.getBackup(backupId))).toMatchObject({ status: 404, code: "CSBS.3001" });
    expect(await csbs.countBackups()).toEqual({ count: 2 });
    expect((await csbs.listBackups(recordId)).checkpoint_items).toEqual([]);
    expect(await rejection(csbs.listBackupTags({ resource_id: backupId.checkpoint_item_id }))).toMatchObject({
      code: "CSBS.3001",
    });
  });

  test("takes all that are named, or none", async () => {
    const { csbs } = await playing("deletion");
    const unknown = "6c6f3a0e-52a1-4a7c-9e0e-2f0f4f6b7d11";
    const named = (...items: string[]) =>
      csbs.deleteBackup({ ...recordId, checkpoint_items: items.join(",") });
    const known = backupId.checkpoint_item_id;
    expect(await rejection(named(known, unknown))).toMatchObject({ code: "CSBS.3001" });
    expect(await countByStatus(csbs)).toMatchObject({ available: 3, total: 3 });
    await named(known.toUpperCase(), known);
    expect(await countByStatus(csbs)).toMatchObject({ available: 2, waiting_delete: 1 });
  });

  test("can fail, with what the scenario says of it", async () => {
    const lifeCycles = { deletion: [{ fails: { progress: 10, code: 4711, reason: "Locked." } }] };
    const { csbs } = await playing(["deletion", { state: { backups: [{ ...seed }], lifeCycles } }]);
    await csbs.deleteBackup(recordId);
    expect(await rejection(waitForDeletion(csbs, backupId, atOnce))).toMatchObject({
      failCode: 4711,
      failReason: "Locked.",
      backup: { extend_info: { fail_op: "delete" } },
    });
  });

  const seed = { id: backupId.checkpoint_item_id, ...recordId };
});

test("seeds in progress take none of the life cycles for requests", async () => {
  const lifeCycles = { backup: [{ fails: { code: 4711 } }, {}] };
  const backups = [{ name: "seed", status: "protecting" as const }];
  const { csbs, mock } = await playing({ state: { backups, lifeCycles } });
  for (const server of [resource_id, backupId.checkpoint_item_id]) {
    await csbs.createBackup({ resource_id: server, body: { protect: { backup_name: "order" } } });
  }
  mock.advance(300);
  const { checkpoint_items } = await csbs.listBackups({ sort: "created_at:asc" });
  expect(checkpoint_items.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "seed available",
    "order error",
    "order available",
  ]);
});

describe("restore", () => {
  const provider_id = "fc4d5750-22e7-4798-8a46-f48f62c4c1da" as const;
  const volumes = [
    {
      backup_id: "2422bc5e-4cde-4420-964d-30b7347042a7",
      volume_id: "c14856d0-07e8-453b-a442-444086cbad04",
    },
    {
      backup_id: "533e5e53-4332-48cd-b920-ae4fd9b3ba94",
      volume_id: "313b9a39-cdc7-4413-8a1b-1888340bdc03",
    },
  ];
  const foreign = { backup_id: resource_id, volume_id: resource_id };

  test.each([
    ["of another record", { checkpoint_id: resource_id }, volumes, "CSBS.3001"],
    ["with a disk backup that is not its own", recordId, [...volumes, foreign], "CSBS.6017"],
    ["with a disk backup left out", recordId, volumes.slice(1), "CSBS.6018"],
    ["with none at all", recordId, [], "CSBS.6018"],
  ])("%s is refused", async (_, record, mapping, code) => {
    const { csbs } = await playing("restore");
    const targets = { server_id: resource_id, volumes: mapping };
    const parameters = { ...backupId, power_on: true, targets };
    const body = { restore: { provider_id, ...record, parameters } };
    expect(await rejection(csbs.createRestore({ body }))).toMatchObject({ code });
    expect(await csbs.countBackups({ status: "available" })).toEqual({ count: 1 });
  });
});

test("restore: the backup is restored, and available again", async () => {
  const { csbs } = await playing("restore");
  const { checkpoint_item } = await csbs.getBackup(backupId);
  const volumes = checkpoint_item.extend_info.volume_backups?.map(({ id = "", source_volume_id = "" }) => ({
    backup_id: id,
    volume_id: source_volume_id,
  }));
  const parameters = {
    ...backupId,
    power_on: true,
    targets: { server_id: resource_id, volumes: volumes ?? [] },
  };
  const provider_id = "fc4d5750-22e7-4798-8a46-f48f62c4c1da" as const;
  const body = { restore: { provider_id, ...recordId, parameters } };
  const { restore } = await csbs.createRestore({ body });
  expect(restore).toMatchObject({ status: "in_progress", ...recordId, project_id: projectId });
  expect(await rejection(csbs.createRestore({ body }))).toMatchObject({ code: "CSBS.4000" });
  const { seen, options } = watching();
  await waitForBackup(csbs, backupId, options);
  expect(seen).toEqual([
    "waiting_restore 0",
    "restoring 0",
    "restoring 25",
    "restoring 50",
    "restoring 75",
    "available 100",
  ]);
});

test("policy-run: a record with a backup for each server", async () => {
  const { csbs } = await playing("policy-run");
  const plan_id = "27b11f3f-578d-4464-89d1-7c6d5894f753";
  const { checkpoint } = await csbs.runPolicy({ body: { checkpoint: { plan_id, parameters: {} } } });
  expect(checkpoint.protection_plan).toMatchObject({ id: plan_id, name: "thursdays" });
  const backups = await waitForPolicyRun(csbs, checkpoint, atOnce);
  expect(backups.map(({ resource_id }) => resource_id).sort()).toEqual(
    checkpoint.protection_plan?.resources?.map(({ id }) => id).sort(),
  );
  expect(await csbs.countBackups({ policy_id: plan_id, status: "available" })).toEqual({ count: 2 });
});

describe("many-backups", () => {
  test("2,500 come in pages, each once, and as many as are counted", async () => {
    const { csbs, mock } = await playing("many-backups");
    const ids = new Set<string>();
    for await (const { id } of paginate(csbs.listBackups)) ids.add(id);
    expect(ids.size).toBe(2500);
    expect(mock.requests).toHaveLength(4);
    expect(await csbs.countBackups()).toEqual({ count: 2500 });
  });

  test("filters hold through the pages", async () => {
    const { csbs } = await playing("many-backups");
    let seen = 0;
    for await (const { status } of paginate(csbs.listBackups, { status: "error" }, { pageSize: 3 })) {
      expect(status).toBe("error");
      seen += 1;
    }
    expect(seen).toBe(10);
  });
});

const signingIn = (url: string) =>
  keystonePassword({
    authUrl: `${url}/v3`,
    username: "user",
    password: "a password",
    userDomain: "domain",
    projectId,
  });

test("anybody is signed in, without a scenario too", async () => {
  const lines: string[] = [];
  const mock = await startMock({ log: (line) => lines.push(line) });
  onTestFinished(() => mock.stop());
  const csbs = testClient({ endpoint: mock.url, auth: signingIn(mock.url) });
  expect(await csbs.countBackups()).toEqual({ count: 10 });
  expect(mock.requests.map(({ status }) => status)).toEqual([201, 200]);
  expect(JSON.stringify([mock.requests, lines])).not.toMatch(/a password|mock-token/);
});

test("token-expires: the client signs in again half-way, and the list comes whole", async () => {
  const { mock } = await playing("token-expires");
  const csbs = testClient({ endpoint: mock.url, auth: signingIn(mock.url) });
  let seen = 0;
  for await (const _ of paginate(csbs.listBackups)) seen += 1;
  expect(seen).toBe(2500);
  expect(mock.requests.map(({ operation, status }) => `${operation ?? "IAM"} ${status}`)).toEqual([
    "IAM 201",
    "listBackups 200",
    "listBackups 200",
    "listBackups 401",
    "IAM 201",
    "listBackups 200",
    "listBackups 200",
  ]);
  expect(JSON.stringify(mock.requests)).not.toContain("a password");
});

test("the space that is used is that of the backups that are there", async () => {
  const { csbs, mock } = await playing("deletion");
  const used = async () => {
    const { resources } = (await csbs.getQuotas()).quotas;
    return resources.find(({ type }) => type === "backup_capacity")?.used;
  };
  const sum = async () => {
    const { checkpoint_items } = await csbs.listBackups();
    return Math.ceil(
      checkpoint_items.reduce((size, { extend_info }) => size + (extend_info.size ?? 0), 0) / 1024,
    );
  };
  expect(await used()).toBe(429);
  expect(await sum()).toBe(429);
  await csbs.deleteBackup(recordId);
  mock.advance(300);
  expect(await used()).toBe(await sum());
  for (const { checkpoint_id } of (await csbs.listBackups()).checkpoint_items) {
    await csbs.deleteBackup({ checkpoint_id });
  }
  mock.advance(300);
  expect(await used()).toBe(0);
});

test("quota-exceeded: one more is allowed, a second is not", async () => {
  const { csbs, mock } = await playing("quota-exceeded");
  const order = { resource_id, body: { protect: {} } };
  expect((await csbs.getQuotas()).quotas.resources).toContainEqual(
    expect.objectContaining({ type: "backups", quota: 3, used: 2 }),
  );
  await csbs.createBackup(order);
  mock.advance(300);
  expect(await rejection(csbs.createBackup(order))).toMatchObject({ status: 400, code: "CSBS.9006" });
  expect(await csbs.countBackups()).toEqual({ count: 3 });
});
