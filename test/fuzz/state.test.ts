import fc from "fast-check";
import { describe, expect } from "vitest";
import { backupStatuses } from "../../generated/operations.ts";
import { responseValidator } from "../../src/validators.ts";
import { type Response, serviceOf } from "../support/service.ts";
import { holds } from "./property.ts";
import { type Action, act, actions, requestFor, type StatefulMock } from "./state-actions.ts";

const sequences = fc.record({
  steps: fc.array(actions, { maxLength: 40, size: "max" }),
  boundServers: fc.constantFrom("refuse" as const, "move" as const),
  quota: fc.constantFrom(undefined, 3, 40),
  fails: fc.boolean(),
});

/** Everything of the project at one moment. */
function read(mock: StatefulMock) {
  const backups: Response[] = [];
  for (let page: Response[] = [{}]; page.length > 0; backups.push(...page)) {
    const query = backups.length === 0 ? {} : { marker: backups.at(-1).id };
    page = mock.call("listBackups", { query }).checkpoint_items;
  }
  const policies: Response[] = mock.call("listPolicies").policies;
  return { backups, policies };
}

const isBusy = ({ status }: Response) => /protect/.test(status);
const serversOf = ({ resources }: Response): string[] => resources.map(({ id }: Response) => id);

function checkNumbers(
  mock: StatefulMock,
  { backups }: ReturnType<typeof read>,
  quota: number | undefined,
): void {
  expect(mock.call("countBackups").count).toBe(backups.length);
  expect(new Set(backups.map(({ id }) => id)).size).toBe(backups.length);
  const byStatus = backupStatuses.map((status) => mock.call("countBackups", { query: { status } }).count);
  expect(byStatus.reduce((sum, count) => sum + count, 0)).toBe(backups.length);
  expect(mock.call("getQuotas").quotas.resources).toContainEqual(
    expect.objectContaining({ type: "backups", used: backups.length }),
  );
  if (quota !== undefined) expect(backups.length).toBeLessThanOrEqual(quota);
}

function checkServers({ backups, policies }: ReturnType<typeof read>): void {
  const bound = policies.flatMap(serversOf);
  expect(new Set(bound).size).toBe(bound.length);
  const busy = backups.filter(isBusy).map(({ resource_id }) => resource_id);
  expect(new Set(busy).size).toBe(busy.length);
}

/** Of a policy whose only limit is max_backups. */
function checkRetention({ backups, policies }: ReturnType<typeof read>): void {
  for (const policy of policies) {
    const [{ enabled, operation_definition: keep }] = policy.scheduled_operations;
    if (!enabled || keep.max_backups === undefined || keep.permanent || keep.day_backups !== undefined)
      continue;
    for (const server of serversOf(policy)) {
      const made = backups.filter(
        ({ resource_id, status, extend_info, checkpoint_id }) =>
          resource_id === server &&
          status === "available" &&
          extend_info.auto_trigger &&
          checkpoint_id !== undefined,
      );
      const own = made.filter(({ id }) => ofPolicy.get(id) === policy.id);
      expect(own.length).toBeLessThanOrEqual(keep.max_backups);
    }
  }
}

/** Which policy made a backup; no response says it, but the filter does. */
const ofPolicy = new Map<string, string>();

function notePolicies(mock: StatefulMock, { policies }: ReturnType<typeof read>): void {
  for (const { id } of policies) {
    const { checkpoint_items } = mock.call("listBackups", { query: { policy_id: id } });
    for (const backup of checkpoint_items) ofPolicy.set(backup.id, id);
  }
}

function run(mock: StatefulMock, steps: Action[], quota: number | undefined): void {
  const gone = new Set<string>();
  let before: string[] = [];
  for (const step of steps) {
    const done = act(mock, step);
    if (done !== undefined && done.response?.error_code === undefined) {
      expect(responseValidator({ operation: done.operation, kind: "response", value: done.response })).toBe(
        undefined,
      );
    }
    const state = read(mock);
    notePolicies(mock, state);
    checkNumbers(mock, state, quota);
    checkServers(state);
    checkRetention(state);
    const ids = state.backups.map(({ id }): string => id);
    for (const id of before) if (!ids.includes(id)) gone.add(id);
    expect(ids.filter((id) => gone.has(id))).toEqual([]);
    before = ids;
  }
}

describe("valid requests in any order never break the mock's state", () => {
  holds("whatever the scenario", 600, sequences, ({ steps, boundServers, quota, fails }) => {
    ofPolicy.clear();
    const lifeCycles = fails ? { backup: [{ fails: {} }, { running: 200_000 }, {}] } : {};
    const state = { boundServers, lifeCycles, ...(quota === undefined ? {} : { quota }) };
    const mock = serviceOf({ state, time: { start: "2026-11-17T12:00:00", secondsPerPoll: 0 } });
    run(mock, steps, quota);
  });

  holds("and time moves when a client repeats some", 300, fc.array(actions, { maxLength: 6 }), (steps) => {
    const mock = serviceOf({ state: {}, time: { start: "2026-11-17T12:00:00" } });
    for (const step of steps) act(mock, step);
    const repeated = steps.flatMap((step) => {
      const request = "advance" in step ? undefined : requestFor(mock, step);
      return "advance" in step || request === undefined ? [] : [{ operation: step.operation, request }];
    });
    const { now } = mock.clock;
    for (let round = 0; round < 8; round += 1) {
      for (const { operation, request } of repeated) mock.call(operation, request);
    }
    expect(mock.clock.now).toBeGreaterThanOrEqual(repeated.length === 0 ? now : now + 120);
  });
});
