import { describe, expect, test } from "vitest";
import type { CsbsClient } from "../../src/index.ts";
import type { OperationId } from "../../src/mock/description/document.ts";
import type { Scenario } from "../../src/mock.ts";
import { rejection } from "../support/client.ts";
import { playing } from "../support/scenario.ts";
import { policyBody, type Response, serviceOf } from "../support/service.ts";

const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const otherServer = "5aa119a8-d25b-45a7-8d1b-88e127885635";
const backup = "11111111-1b9f-4aeb-b2f4-81c806e98190";
const record = "22222222-6912-446a-816c-72792c5263e0";
const policy_id = "33333333-578d-4464-89d1-7c6d5894f753";
const unknown = "44444444-578d-4464-89d1-7c6d5894f753";
const rule = "FREQ=DAILY;BYHOUR=2;BYMINUTE=30";
const time = { secondsPerPoll: 0 };
const provider_id = "fc4d5750-22e7-4798-8a46-f48f62c4c1da" as const;

const bound: Scenario = {
  time,
  state: {
    backups: [{ id: backup, checkpoint_id: record, resource_id: server }],
    policies: [{ id: policy_id, name: "nightly", servers: [server, otherServer] }],
  },
};

const order = (resource_id: string) => ({ path: { resource_id }, body: { protect: {} } });
const run = { body: { checkpoint: { plan_id: policy_id, parameters: {} } } };
const mapping = (csbs: { volume_backups?: { id: string }[] }) =>
  (csbs.volume_backups ?? []).map(({ id }) => ({ backup_id: id, volume_id: unknown }));

describe("a policy", () => {
  test("can be deleted unless it is being executed", () => {
    const service = serviceOf(bound);
    service.call("createBackup", order(server));
    service.call("runPolicy", run);
    const deletion = { path: { policy_id } };
    expect(service.call("deletePolicy", deletion)).toMatchObject({ error_code: "CSBS.2004" });
    service.clock.advance(300);
    service.call("createBackup", order(server));
    service.call("createBackup", order(otherServer));
    expect(service.call("deletePolicy", deletion)).toBeUndefined();
    expect(service.call("getPolicy", deletion)).toMatchObject({ error_code: "CSBS.3000" });
    expect(service.call("countBackups", { query: { policy_id } })).toEqual({ count: 1 });
  });

  test("runs for its servers that are not busy, and not without any", () => {
    const service = serviceOf(bound);
    service.call("createBackup", order(server));
    const { checkpoint } = service.call("runPolicy", run);
    expect(checkpoint.protection_plan.resources.map(({ id }: Response) => id)).toEqual([otherServer]);
    service.clock.advance(300);
    service.call("createBackup", order(server));
    service.call("createBackup", order(otherServer));
    expect(service.call("runPolicy", run)).toMatchObject({ error_code: "CSBS.6032" });
  });

  test("is refused beyond the quota of policies", async () => {
    const { csbs } = await playing({ state: { policyQuota: 2 } });
    for (const name of ["one", "two"]) await csbs.createPolicy({ body: policyBody(name, rule, []) });
    expect(await rejection(csbs.createPolicy({ body: policyBody("three", rule, []) }))).toMatchObject({
      status: 400,
      code: "CSBS.0001",
    });
    const { csbs: usual } = await playing({ state: {} });
    for (let policy = 1; policy <= 32; policy += 1) {
      await usual.createPolicy({ body: policyBody(`p${policy}`, rule, []) });
    }
    expect(await rejection(usual.createPolicy({ body: policyBody("p33", rule, []) }))).toMatchObject({
      code: "CSBS.0001",
    });
  });

  test("keeps the time since when its schedule holds through changes", () => {
    const service = serviceOf({ state: {}, time: { start: "2026-11-17T12:00:00", secondsPerPoll: 0 } });
    const { policy } = service.call("createPolicy", { body: policyBody("nightly", rule, []) });
    const properties = { format: "ical", start_time: "2026-11-17 12:00:00" };
    expect(policy.scheduled_operations[0].trigger).toMatchObject({ type: "time", properties });
    service.clock.advance(1000);
    const [{ id }] = policy.scheduled_operations;
    const trigger = {
      properties: {
        pattern: policyBody("x", "FREQ=DAILY", []).policy.scheduled_operations[0]?.trigger.properties.pattern,
      },
    };
    const changed = service.call("updatePolicy", {
      path: { policy_id: policy.id },
      body: { policy: { scheduled_operations: [{ id, trigger }] } },
    });
    expect(changed.policy.scheduled_operations[0].trigger.properties).toEqual({
      ...properties,
      ...trigger.properties,
    });
  });
});

describe("a server that is bound", () => {
  const resources = (...ids: string[]) => policyBody("x", rule, ids).policy.resources;
  const servers = async (csbs: CsbsClient, id: string) =>
    (await csbs.getPolicy({ policy_id: id })).policy.resources?.map((one) => one.id);

  test("is refused in another policy, by name, and nothing changes", async () => {
    const { csbs } = await playing(bound);
    const refusal = {
      status: 400,
      code: "CSBS.6004",
      body: { error_msg: `Server (${otherServer}) is already in service.` },
    };
    const body = policyBody("other", rule, [otherServer.toUpperCase()]);
    expect(await rejection(csbs.createPolicy({ body }))).toMatchObject(refusal);
    const { policy } = await csbs.createPolicy({ body: policyBody("other", rule, [unknown, unknown]) });
    expect(policy.resources?.map(({ id }) => id)).toEqual([unknown]);
    const update = { policy: { name: "renamed", resources: resources(unknown, otherServer) } };
    expect(await rejection(csbs.updatePolicy({ policy_id: policy.id, body: update }))).toMatchObject(refusal);
    expect((await csbs.getPolicy({ policy_id: policy.id })).policy.name).toBe("other");
    // Its own servers are not one else's.
    await csbs.updatePolicy({ policy_id, body: { policy: { resources: resources(server, otherServer) } } });
    await csbs.updatePolicy({ policy_id, body: { policy: { resources: resources(server) } } });
    await csbs.updatePolicy({ policy_id: policy.id, body: update });
    expect(await servers(csbs, policy.id)).toEqual([unknown, otherServer]);
  });

  test("moves to the other policy where the scenario says so", async () => {
    const { csbs } = await playing({ ...bound, state: { ...bound.state, boundServers: "move" } });
    const { policy } = await csbs.createPolicy({ body: policyBody("other", rule, [otherServer]) });
    expect([await servers(csbs, policy.id), await servers(csbs, policy_id)]).toEqual([
      [otherServer],
      [server],
    ]);
    await csbs.updatePolicy({
      policy_id: policy.id,
      body: { policy: { resources: resources(otherServer, server) } },
    });
    expect([await servers(csbs, policy.id), await servers(csbs, policy_id)]).toEqual([
      [otherServer, server],
      [],
    ]);
  });
});

describe("a server is busy", () => {
  const check = (service: ReturnType<typeof serviceOf>, resource_id: string) =>
    service.call("checkResources", {
      body: { check_protectable: [{ resource_id, resource_type: "OS::Nova::Server" }] },
    }).protectable[0];

  test("while it is backed up: a second backup is refused, and the check says why", () => {
    const service = serviceOf(bound);
    expect(check(service, server)).toEqual({
      resource_id: server,
      resource_type: "OS::Nova::Server",
      result: true,
    });
    service.call("createBackup", order(server));
    const problem = { error_code: "CSBS.6005", error_msg: `Server (${server}) is already in service.` };
    expect(service.call("createBackup", order(server))).toEqual(problem);
    expect(check(service, server)).toMatchObject({ result: false, resource_id: server, ...problem });
    expect(check(service, otherServer)).toMatchObject({ result: true });
  });

  test("while something is restored to it, from wherever, but not while a backup of it is deleted", () => {
    const service = serviceOf(bound);
    const { checkpoint_item } = service.call("getBackup", { path: { checkpoint_item_id: backup } });
    const targets = { server_id: otherServer, volumes: mapping(checkpoint_item.extend_info) };
    const parameters = { checkpoint_item_id: backup, power_on: true, targets };
    service.call("createRestore", { body: { restore: { provider_id, checkpoint_id: record, parameters } } });
    expect([check(service, server).result, check(service, otherServer).result]).toEqual([true, false]);
    service.clock.advance(300);
    service.call("deleteBackup", { path: { checkpoint_id: record } });
    expect([check(service, server).result, check(service, otherServer).result]).toEqual([true, true]);
  });
});

describe("an error names what was asked for:", () => {
  const code = (error_code: string, error_msg: string) => ({ error_code, error_msg });
  const restore = (item: string, volumes: object[]) => ({
    body: {
      restore: {
        provider_id,
        checkpoint_id: record,
        parameters: { checkpoint_item_id: item, power_on: true, targets: { server_id: server, volumes } },
      },
    },
  });
  const own = serviceOf(bound).call("getBackup", { path: { checkpoint_item_id: backup } }).checkpoint_item;
  const volumes: { backup_id: string }[] = mapping(own.extend_info);
  const foreign = { backup_id: unknown, volume_id: unknown };
  const missing = `Checkpoint_item (${unknown}) is not found.`;
  const marker = { query: { marker: unknown } };

  test.each<[OperationId, object, { error_code: string; error_msg: string }]>([
    ["getBackup", { path: { checkpoint_item_id: unknown } }, code("CSBS.3001", missing)],
    ["deleteBackup", { path: { checkpoint_id: unknown } }, code("CSBS.3001", missing)],
    [
      "deleteBackup",
      { path: { checkpoint_id: record }, query: { checkpoint_items: unknown } },
      code("CSBS.3001", missing),
    ],
    ["listBackupTags", { path: { resource_id: unknown } }, code("CSBS.3001", missing)],
    ["createRestore", restore(unknown, volumes), code("CSBS.3001", missing)],
    [
      "createRestore",
      restore(backup, [...volumes, foreign]),
      code("CSBS.6017", `Can not find backup(s) (${unknown}) in checkpoint item (${backup}).`),
    ],
    [
      "createRestore",
      restore(backup, volumes.slice(1)),
      code(
        "CSBS.6018",
        `Not assign backup(s) (${volumes[0]?.backup_id}) to volume(s), partial restore is not supported.`,
      ),
    ],
    ["listBackups", marker, code("CSBS.9001", "marker invalid")],
    ["listPolicies", marker, code("CSBS.9001", "marker invalid")],
    [
      "runPolicy",
      { body: { checkpoint: { plan_id: policy_id, parameters: { resources: [unknown] } } } },
      code("CSBS.9001", "resources invalid"),
    ],
    ["getPolicy", { path: { policy_id: unknown } }, code("CSBS.3000", "plan not found")],
  ])("%s %j", (operation, request, expected) => {
    expect(serviceOf(bound).call(operation, request)).toEqual(expected);
  });

  test("the quota, and how many tags there may be", () => {
    const service = serviceOf({ ...bound, state: { ...bound.state, quota: 1 } });
    expect(service.call("createBackup", order(server))).toEqual(
      code("CSBS.9006", "Quota exceeded for resources: ['backups']"),
    );
    const tags = Array.from({ length: 11 }, (_, index) => ({ key: `k${index}`, value: "" }));
    const body = { action: "create", tags };
    expect(service.call("updateBackupTags", { path: { resource_id: backup }, body })).toEqual(
      code("CSBS.7000", "request tags exceed the max allowed count: 10."),
    );
  });
});

describe("check and restore agree", () => {
  const item = serviceOf(bound).call("getBackup", { path: { checkpoint_item_id: backup } }).checkpoint_item;
  const whole: object[] = mapping(item.extend_info);
  const nothing = () => {};
  type Act = (service: ReturnType<typeof serviceOf>) => void;

  test.each<[title: string, id: string, volumes: object[], act: Act, code: string | undefined]>([
    ["on a whole mapping", backup, whole, nothing, undefined],
    ["on a mapping of no disk", backup, [], nothing, "CSBS.6018"],
    ["on a partial mapping", backup, whole.slice(1), nothing, "CSBS.6018"],
    [
      "on a disk of another backup",
      backup,
      [...whole, { backup_id: unknown, volume_id: unknown }],
      nothing,
      "CSBS.6017",
    ],
    ["on an unknown backup", unknown, whole, nothing, "CSBS.3001"],
    [
      "on a busy server",
      backup,
      whole,
      (service) => service.call("createBackup", order(server)),
      "CSBS.6015",
    ],
    [
      "on a backup that is being deleted",
      backup,
      whole,
      (service) => service.call("deleteBackup", { path: { checkpoint_id: record } }),
      "CSBS.4000",
    ],
  ])("%s", (_, checkpoint_item_id, volumes, act, code) => {
    const service = serviceOf(bound);
    act(service);
    const target = { resource_id: server, resource_type: "OS::Nova::Server", volumes };
    const { restorable } = service.call("checkResources", {
      body: { check_restorable: [{ checkpoint_item_id, target }] },
    });
    const parameters = { checkpoint_item_id, power_on: true, targets: { server_id: server, volumes } };
    const response = service.call("createRestore", {
      body: { restore: { provider_id, checkpoint_id: record, parameters } },
    });
    const { result, error_code, error_msg } = restorable[0];
    expect([result, error_code]).toEqual([code === undefined, code ?? ""]);
    if (code !== undefined) expect(response).toEqual({ error_code, error_msg });
    else expect(response).toHaveProperty("restore");
  });
});
