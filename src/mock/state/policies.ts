import type { components } from "../../../generated/schema.ts";
import { activityOf, executionOf, isFull } from "./activity.ts";
import { wireTime } from "./backup-response.ts";
import { checkpointResponse, namesOfServers, quotaExceeded, serversOf } from "./backups.ts";
import { bound, release } from "./bindings.ts";
import { done, type Handler, invalid, refuse } from "./call.ts";
import { pageOf } from "./pages.ts";
import { readPattern } from "./recurrence.ts";
import { offsetOf } from "./retention.ts";
import { changed, newSchedule } from "./schedules.ts";
import type { BackupRecord, PolicyRecord, Store, Tag } from "./store.ts";

type Schemas = components["schemas"];
type Policy = Schemas["Policy"];

/** How many policies a project may have where the scenario does not say. */
const usualPolicyQuota = 32;

export const listPolicies: Handler = (call) => {
  const all = call.stores.flatMap((store) => [...store.policies.values()]);
  const name = call.query.get("name");
  const page = pageOf(all, call, {
    id: (record) => record.id,
    value: ({ policy }, key) => {
      const value = (policy as { [key: string]: unknown })[key];
      return typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
    },
    keep: ({ policy }) => name === null || policy.name === name,
  });
  return page === undefined ? invalid("marker") : { body: { policies: page.map(toResponse) } };
};

export const getPolicy: Handler = ({ store, path }) => {
  const record = findPolicy(store, path.policy_id);
  return record === undefined ? refuse("CSBS.3000") : { body: { policy: toResponse(record) } };
};

export const createPolicy: Handler = ({ store, body }) => {
  const {
    tags = [],
    resources,
    scheduled_operations: schedules,
    ...given
  } = (body as Schemas["CreatePolicyRequest"]).policy;
  const impossible = impossiblePart(schedules);
  if (impossible !== undefined) return invalid(impossible);
  if (nameTaken(store, given.name)) return refuse("CSBS.9007");
  if (store.policies.size >= (store.state.policyQuota ?? usualPolicyQuota)) return refuse("CSBS.0001");
  const servers = bound(resources);
  const problem = release(store, servers);
  if (problem !== undefined) return problem;
  const { policy: example } = store.example<Schemas["PolicyEnvelope"]>("createPolicy");
  const id = store.newId("policy");
  const now = store.clock.wall;
  const own = { id, project_id: store.project, created_at: wireTime(now) };
  const policy = { ...example, description: "", ...own, ...given, resources: servers };
  const scheduled_operations = schedules.map((schedule) => newSchedule(policy, schedule, now));
  const record = { id, policy: { ...policy, scheduled_operations }, tags: copied(tags) };
  store.policies.set(id, record);
  return { body: { policy: toResponse(record) } };
};

export const updatePolicy: Handler = ({ store, path, body }) => {
  const record = findPolicy(store, path.policy_id);
  if (record === undefined) return refuse("CSBS.3000");
  const {
    resources,
    scheduled_operations: changes = [],
    ...given
  } = (body as Schemas["UpdatePolicyRequest"]).policy;
  const impossible = impossiblePart(changes);
  if (impossible !== undefined) return invalid(impossible);
  const { policy } = record;
  if (given.name !== policy.name && nameTaken(store, given.name)) return refuse("CSBS.9007");
  const scheduled_operations = changed(policy.scheduled_operations ?? [], changes);
  if (scheduled_operations === undefined) return invalid("scheduled_operations");
  const servers = resources === undefined ? {} : { resources: bound(resources) };
  const problem = release(store, servers.resources ?? [], record);
  if (problem !== undefined) return problem;
  record.policy = { ...policy, ...given, ...servers, scheduled_operations };
  return { body: { policy: toResponse(record) } };
};

export const deletePolicy: Handler = ({ store, path }) => {
  const record = findPolicy(store, path.policy_id);
  if (record === undefined) return refuse("CSBS.3000");
  if (executionOf(store, record) !== undefined) return refuse("CSBS.2004");
  store.policies.delete(record.id);
  return done;
};

/** Backs up the servers of a policy, or the named ones of them, that are not busy: a record with a backup for each. */
export const runPolicy: Handler = ({ store, body }) => {
  const { plan_id, parameters } = (body as Schemas["RunPolicyRequest"]).checkpoint;
  const record = findPolicy(store, plan_id);
  if (record === undefined) return refuse("CSBS.3000");
  const own = (record.policy.resources ?? []).map(({ id }) => id);
  const named = new Set(parameters.resources?.map((id) => id.toLowerCase()));
  if ([...named].some((id) => !own.includes(id))) return invalid("resources");
  const execution = executionOf(store, record);
  if (execution !== undefined) return refuse(execution === "manual" ? "CSBS.1001" : "CSBS.6030");
  const servers = (named.size === 0 ? own : [...named]).filter((id) => activityOf(store, id) === undefined);
  if (servers.length === 0) return refuse("CSBS.6032");
  if (isFull(store, servers.length)) return quotaExceeded();
  const checkpointId = store.newId("checkpoint");
  const nameOf = namesOfServers(store);
  const backups = servers.map((resourceId) =>
    store.addBackup({
      checkpointId,
      resourceId,
      resourceName: nameOf(resourceId),
      policyId: record.id,
      autoTrigger: parameters.auto_trigger ?? false,
      tags: copied(record.tags),
    }),
  );
  const response = store.example<Schemas["CheckpointEnvelope"]>("runPolicy");
  const resources = servers.map((id) => ({ id, name: nameOf(id) }));
  return checkpointResponse(response, {
    store,
    record: backups[0] as BackupRecord,
    plan: {
      id: record.id,
      name: record.policy.name,
      resources: serversOf(response.checkpoint.protection_plan, resources),
    },
  });
};

export function findPolicy(store: Store, id: string | undefined): PolicyRecord | undefined {
  return store.policies.get(id?.toLowerCase() ?? "");
}

/** The grammar of the description lets pass what can never run, such as BYHOUR=25, or is not a zone: UTC+99:99. */
function impossiblePart(
  schedules: Pick<Schemas["ScheduledOperationUpdate"], "trigger" | "operation_definition">[],
): string | undefined {
  for (const { trigger, operation_definition } of schedules) {
    if (trigger !== undefined && readPattern(trigger.properties.pattern) === undefined) return "pattern";
    if (offsetOf(operation_definition?.timezone) === undefined) return "timezone";
  }
  return undefined;
}

function toResponse({ policy, tags }: PolicyRecord): Policy {
  return { ...policy, tags };
}

function nameTaken(store: Store, name: string | undefined): boolean {
  return [...store.policies.values()].some(({ policy }) => policy.name === name);
}

function copied(tags: Tag[]): Tag[] {
  return tags.map((tag) => ({ ...tag }));
}
