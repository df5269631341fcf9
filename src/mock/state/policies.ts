import type { components } from "../../../generated/schema.ts";
import { wireTime } from "./backup-view.ts";
import { checkpointAnswer, isBusy, isFull, nameOfServer, serversOf } from "./backups.ts";
import { done, type Handler } from "./call.ts";
import { pageOf } from "./pages.ts";
import { changed, newSchedule } from "./schedules.ts";
import type { BackupRecord, PolicyRecord, Store, Tag } from "./store.ts";

type Schemas = components["schemas"];
type Policy = Schemas["Policy"];
type Bound = Schemas["ProtectedResource"];

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
  return page === undefined ? { refuse: "CSBS.9001" } : { body: { policies: page.map(viewOf) } };
};

export const getPolicy: Handler = ({ store, path }) => {
  const record = findPolicy(store, path.policy_id);
  return record === undefined ? { refuse: "CSBS.3000" } : { body: { policy: viewOf(record) } };
};

export const createPolicy: Handler = ({ store, body }) => {
  const {
    tags = [],
    resources,
    scheduled_operations: schedules,
    ...given
  } = (body as Schemas["CreatePolicyRequest"]).policy;
  if (nameTaken(store, given.name)) return { refuse: "CSBS.9007" };
  const { policy: example } = store.example<Schemas["PolicyEnvelope"]>("createPolicy");
  const id = store.newId("policy");
  const own = { id, project_id: store.project, created_at: wireTime(store.clock.wall) };
  const policy = { ...example, description: "", ...own, ...given, resources: bound(resources) };
  const scheduled_operations = schedules.map((schedule) => newSchedule(policy, schedule));
  const record = { id, policy: { ...policy, scheduled_operations }, tags: copied(tags) };
  store.policies.set(id, record);
  return { body: { policy: viewOf(record) } };
};

export const updatePolicy: Handler = ({ store, path, body }) => {
  const record = findPolicy(store, path.policy_id);
  if (record === undefined) return { refuse: "CSBS.3000" };
  const {
    resources,
    scheduled_operations: changes,
    ...given
  } = (body as Schemas["UpdatePolicyRequest"]).policy;
  const { policy } = record;
  if (given.name !== policy.name && nameTaken(store, given.name)) return { refuse: "CSBS.9007" };
  const scheduled_operations = changed(policy.scheduled_operations ?? [], changes ?? []);
  if (scheduled_operations === undefined) return { refuse: "CSBS.9001" };
  const servers = resources === undefined ? {} : { resources: bound(resources) };
  record.policy = { ...policy, ...given, ...servers, scheduled_operations };
  return { body: { policy: viewOf(record) } };
};

export const deletePolicy: Handler = ({ store, path }) => {
  const record = findPolicy(store, path.policy_id);
  if (record === undefined) return { refuse: "CSBS.3000" };
  if ((record.policy.resources ?? []).some(({ id }) => isBusy(store, id))) return { refuse: "CSBS.2004" };
  store.policies.delete(record.id);
  return done;
};

/** Backs up the servers of a policy, or those of them that are named: a record with a backup for each. */
export const runPolicy: Handler = ({ store, body }) => {
  const { plan_id, parameters } = (body as Schemas["RunPolicyRequest"]).checkpoint;
  const record = findPolicy(store, plan_id);
  if (record === undefined) return { refuse: "CSBS.3000" };
  const own = (record.policy.resources ?? []).map(({ id }) => id);
  const named = new Set(parameters.resources?.map((id) => id.toLowerCase()));
  if ([...named].some((id) => !own.includes(id))) return { refuse: "CSBS.9001" };
  const servers = named.size === 0 ? own : [...named];
  if (servers.length === 0) return { refuse: "CSBS.6032" };
  if (servers.some((id) => isBusy(store, id))) return { refuse: "CSBS.1001" };
  if (isFull(store, servers.length)) return { refuse: "CSBS.9006" };
  const checkpointId = store.newId("checkpoint");
  const backups = servers.map((resourceId) =>
    store.addBackup({
      checkpointId,
      resourceId,
      resourceName: nameOfServer(store, resourceId),
      policyId: record.id,
      autoTrigger: parameters.auto_trigger ?? false,
      tags: copied(record.tags),
    }),
  );
  const answer = store.example<Schemas["CheckpointEnvelope"]>("runPolicy");
  const resources = servers.map((id) => ({ id, name: nameOfServer(store, id) }));
  return checkpointAnswer(answer, {
    store,
    record: backups[0] as BackupRecord,
    plan: {
      id: record.id,
      name: record.policy.name,
      resources: serversOf(answer.checkpoint.protection_plan, resources),
    },
  });
};

export function findPolicy(store: Store, id: string | undefined): PolicyRecord | undefined {
  return store.policies.get(id?.toLowerCase() ?? "");
}

function viewOf({ policy, tags }: PolicyRecord): Policy {
  return { ...policy, tags };
}

function nameTaken(store: Store, name: string | undefined): boolean {
  return [...store.policies.values()].some(({ policy }) => policy.name === name);
}

/** Servers as a policy keeps them. */
function bound(resources: Schemas["PolicyResource"][]): Bound[] {
  return resources.map((resource) => ({ ...resource, id: resource.id.toLowerCase() }) as Bound);
}

function copied(tags: Tag[]): Tag[] {
  return tags.map((tag) => ({ ...tag }));
}
