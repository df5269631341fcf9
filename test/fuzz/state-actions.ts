import fc, { type Arbitrary } from "fast-check";
import type { OperationId } from "../../src/mock/description/document.ts";
import { policyBody, type Response, type serviceOf } from "../support/service.ts";

export type StatefulMock = ReturnType<typeof serviceOf>;

/** A valid request, made for what exists when its turn comes, or a move of time. */
export type Action =
  | { advance: number }
  | {
      operation: OperationId;
      pick: number;
      server: string;
      servers: string[];
      rule: string;
      keep: object;
      name: string;
    };

const serverIds = [1, 2, 3, 4].map((digit) => `9422f270-6fcf-4ba2-9319-00000000000${digit}`);
const operations = [
  ...([
    "createBackup",
    "deleteBackup",
    "createRestore",
    "runPolicy",
    "createPolicy",
    "updatePolicy",
  ] as const),
  ...([
    "deletePolicy",
    "addBackupTag",
    "removeBackupTag",
    "addPolicyTag",
    "checkResources",
    "listPolicies",
  ] as const),
  ...(["getBackup", "findBackupsByTag", "getQuotas"] as const),
] satisfies OperationId[];

const keeps = [
  {},
  { max_backups: 2 },
  { retention_duration_days: 3 },
  { max_backups: 1, day_backups: 3, week_backups: 2, timezone: "UTC+08:00" },
  { max_backups: 0 },
  { permanent: true, max_backups: 1 },
];

export const actions: Arbitrary<Action> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ advance: fc.constantFrom(0, 1, 59, 60, 300, 3600, 86_400, 604_800) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      operation: fc.constantFrom(...operations),
      pick: fc.nat(20),
      server: fc.constantFrom(...serverIds),
      servers: fc.subarray(serverIds),
      rule: fc.constantFrom("FREQ=DAILY;BYHOUR=2", "FREQ=DAILY;BYHOUR=1,2,13", "FREQ=WEEKLY;BYDAY=MO,TH"),
      keep: fc.constantFrom(...keeps),
      name: fc.constantFrom("one", "two", "three"),
    }),
  },
);

/** Carries an action out; undefined where what it is for does not exist. */
export function act(
  mock: StatefulMock,
  action: Action,
): { operation: OperationId; response: Response } | undefined {
  if ("advance" in action) {
    mock.clock.advance(action.advance);
    return undefined;
  }
  const request = requestFor(mock, action);
  return request && { operation: action.operation, response: mock.call(action.operation, request) };
}

export function requestFor(
  mock: StatefulMock,
  { operation, pick, server, servers, rule, keep, name }: Exclude<Action, { advance: number }>,
) {
  const backups = mock.call("listBackups").checkpoint_items;
  const { policies } = mock.call("listPolicies");
  const backup = backups[pick % Math.max(backups.length, 1)];
  const policy = policies[pick % Math.max(policies.length, 1)];
  const [schedule] = policy?.scheduled_operations ?? [];
  const { resources, scheduled_operations } = policyBody(name, rule, servers, keep).policy;
  const [scheduled] = scheduled_operations;
  const tag = { key: name, value: rule };
  const volumes = (backup?.extend_info.volume_backups ?? []).map(({ id }: Response) => ({
    backup_id: id,
    volume_id: id,
  }));
  const targets = { server_id: server, volumes: volumes.slice(pick % 3 === 0 ? 1 : 0) };
  const parameters = { checkpoint_item_id: backup?.id, power_on: true, targets };
  const target = { resource_id: server, resource_type: "OS::Nova::Server", volumes: targets.volumes };
  switch (operation) {
    case "createBackup":
      return { path: { resource_id: server }, body: { protect: {} } };
    case "createPolicy":
      return { body: policyBody(name, rule, servers, keep) };
    case "listPolicies":
    case "getQuotas":
      return {};
    case "findBackupsByTag":
      return { body: { action: "filter", tags: [{ key: name, values: [] }] } };
  }
  if (/Policy/.test(operation)) {
    if (policy === undefined) return undefined;
    const change = {
      id: schedule.id,
      enabled: pick % 4 !== 0,
      operation_definition: keep,
      trigger: scheduled?.trigger,
    };
    const body = {
      runPolicy: { checkpoint: { plan_id: policy.id, parameters: { auto_trigger: pick % 2 === 0 } } },
      updatePolicy: { policy: { resources, scheduled_operations: [change] } },
      addPolicyTag: { tag },
    }[operation as string];
    return { path: { policy_id: policy.id, resource_id: policy.id }, body };
  }
  if (backup === undefined) return undefined;
  const body = {
    createRestore: { restore: { checkpoint_id: backup.checkpoint_id, parameters } },
    checkResources: { check_restorable: [{ checkpoint_item_id: backup.id, target }] },
    addBackupTag: { tag },
  }[operation as string];
  const path = {
    resource_id: backup.id,
    checkpoint_item_id: backup.id,
    checkpoint_id: backup.checkpoint_id,
    key: name,
  };
  return { path, body };
}
