import type { components } from "../../../generated/schema.ts";
import { activityOf, isAtRest, isFull } from "./activity.ts";
import { toResponse, wireTime } from "./backup-response.ts";
import { type Handler, invalid, type Outcome, type Refusal, refuse } from "./call.ts";
import { impossibleTime, matches } from "./filters.ts";
import { pageOf } from "./pages.ts";
import type { BackupRecord, Store } from "./store.ts";

type Schemas = components["schemas"];

/** A backup, and the store that it is in. */
interface Owned {
  store: Store;
  record: BackupRecord;
}

export const countBackups: Handler = ({ stores, query }) => {
  const impossible = impossibleTime(query);
  if (impossible !== undefined) return invalid(impossible);
  return {
    body: { count: ownedBy(stores).filter(({ store, record }) => matches(store, record, query)).length },
  };
};

export const listBackups: Handler = (call) => {
  const impossible = impossibleTime(call.query);
  if (impossible !== undefined) return invalid(impossible);
  const page = pageOf(ownedBy(call.stores), call, {
    id: ({ record }) => record.id,
    value: sortValue,
    keep: ({ store, record }) => matches(store, record, call.query),
  });
  if (page === undefined) return invalid("marker");
  return { body: { checkpoint_items: page.map(({ store, record }) => toResponse(store, record)) } };
};

export const getBackup: Handler = ({ store, path }) => {
  const record = store.findBackup(path.checkpoint_item_id);
  if (record === undefined) return refuse("CSBS.3001", path.checkpoint_item_id ?? "");
  return { body: { checkpoint_item: toResponse(store, record) } };
};

export const createBackup: Handler = ({ store, path, body }) => {
  const { protect } = body as Schemas["CreateBackupRequest"];
  const resourceId = path.resource_id?.toLowerCase() as string;
  if (activityOf(store, resourceId) !== undefined) return refuse("CSBS.6005", path.resource_id as string);
  if (isFull(store, 1)) return quotaExceeded();
  const tags = protect.tags ?? [];
  const resourceName = namesOfServers(store)(resourceId);
  const record = store.addBackup({
    checkpointId: store.newId("checkpoint"),
    resourceId,
    ...(protect.backup_name === undefined ? {} : { name: protect.backup_name }),
    description: protect.description,
    resourceType: protect.resource_type,
    resourceName,
    incremental: protect.incremental,
    tags: tags.map((tag) => ({ ...tag })),
  });
  const response = store.example<Schemas["CheckpointEnvelope"]>("createBackup");
  const plan = response.checkpoint.protection_plan;
  return checkpointResponse(response, {
    store,
    record,
    plan: {
      id: plan?.id ?? record.checkpointId,
      name: `server protect plan for ${resourceId}`,
      resources: serversOf(plan, [{ id: resourceId, name: resourceName }]),
    },
  });
};

export const deleteBackup: Handler = ({ store, path, query }) => {
  const ofRecord = store
    .living()
    .filter((record) => record.checkpointId === path.checkpoint_id?.toLowerCase());
  if (ofRecord.length === 0) return refuse("CSBS.3001", path.checkpoint_id ?? "");
  const named = query
    .get("checkpoint_items")
    ?.split(",")
    .map((id) => id.trim());
  const unknown = named?.find((id) => !ofRecord.some((record) => record.id === id.toLowerCase()));
  if (unknown !== undefined) return refuse("CSBS.3001", unknown);
  const chosen = ofRecord.filter(({ id }) => named?.some((one) => one.toLowerCase() === id) ?? true);
  if (!chosen.every((record) => isAtRest(store, record))) return refuse("CSBS.2003");
  for (const record of chosen) store.begin("deletion", record);
  return { body: store.example("deleteBackup") };
};

/** The response that a backup, or a run of a policy, has begun. */
export function checkpointResponse(
  response: Schemas["CheckpointEnvelope"],
  { store, record, plan }: { store: Store; record: BackupRecord; plan: Schemas["CheckpointPlan"] },
): Outcome {
  Object.assign(response.checkpoint, {
    id: record.checkpointId,
    created_at: wireTime(record.created),
    project_id: store.project,
    protection_plan: plan,
  });
  return { body: response };
}

/** The servers of a record, each in the form of the example. */
export function serversOf(
  plan: Schemas["CheckpointPlan"] | undefined,
  servers: { id: string; name: string }[],
): Schemas["ProtectedResource"][] {
  const [example] = plan?.resources ?? [];
  return servers.map((server) => ({ ...example, ...server }));
}

/** The names by which servers are known here; made up for those that were never heard of. */
export function namesOfServers(store: Store): (resourceId: string) => string {
  const names = new Map<string, string>();
  const add = (id: string, name: string | undefined) => {
    if (name !== undefined && !names.has(id)) names.set(id, name);
  };
  for (const { resourceId, resourceName } of store.backups) add(resourceId, resourceName);
  for (const { policy } of store.policies.values()) {
    for (const { id, name } of policy.resources ?? []) add(id, name);
  }
  return (resourceId) => names.get(resourceId) ?? `server-${resourceId.slice(0, 4)}`;
}

export function quotaExceeded(): Refusal {
  return refuse("CSBS.9006", "['backups']");
}

function ownedBy(stores: Store[]): Owned[] {
  return stores.flatMap((store) => store.backups.map((record) => ({ store, record })));
}

function sortValue({ store, record }: Owned, key: string): string | number | undefined {
  switch (key) {
    case "id":
      return record.id;
    case "name":
      return record.name;
    case "status":
      return store.phaseOf(record).status;
    case "updated_at":
      return store.clock.wallAt(store.phaseOf(record).at);
    default:
      return record.created;
  }
}
