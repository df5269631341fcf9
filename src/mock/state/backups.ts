import type { components } from "../../../generated/schema.ts";
import { viewOf, wireTime } from "./backup-view.ts";
import type { Handler, Outcome } from "./call.ts";
import { fits } from "./filters.ts";
import { pageOf } from "./pages.ts";
import type { BackupRecord, Store } from "./store.ts";

type Schemas = components["schemas"];

/** A backup, and whose it is. */
interface Owned {
  store: Store;
  record: BackupRecord;
}

export const countBackups: Handler = ({ stores, query }) => ({
  body: { count: ownedBy(stores).filter(({ store, record }) => fits(store, record, query)).length },
});

export const listBackups: Handler = (call) => {
  const page = pageOf(ownedBy(call.stores), call, {
    id: ({ record }) => record.id,
    value: sortValue,
    keep: ({ store, record }) => fits(store, record, call.query),
  });
  if (page === undefined) return { refuse: "CSBS.9001" };
  return { body: { checkpoint_items: page.map(({ store, record }) => viewOf(store, record)) } };
};

export const getBackup: Handler = ({ store, path }) => {
  const record = store.findBackup(path.checkpoint_item_id);
  if (record === undefined) return { refuse: "CSBS.3001" };
  return { body: { checkpoint_item: viewOf(store, record) } };
};

export const createBackup: Handler = ({ store, path, body }) => {
  const { protect } = body as Schemas["CreateBackupRequest"];
  const resourceId = path.resource_id?.toLowerCase() as string;
  if (isBusy(store, resourceId)) return { refuse: "CSBS.1002" };
  if (isFull(store, 1)) return { refuse: "CSBS.9006" };
  const tags = protect.tags ?? [];
  const record = store.addBackup({
    checkpointId: store.newId("checkpoint"),
    resourceId,
    ...(protect.backup_name === undefined ? {} : { name: protect.backup_name }),
    description: protect.description,
    resourceType: protect.resource_type,
    resourceName: nameOfServer(store, resourceId),
    incremental: protect.incremental,
    tags: tags.map((tag) => ({ ...tag })),
  });
  const answer = store.example<Schemas["CheckpointEnvelope"]>("createBackup");
  const plan = answer.checkpoint.protection_plan;
  return checkpointAnswer(answer, {
    store,
    record,
    plan: {
      id: plan?.id ?? record.checkpointId,
      name: `server protect plan for ${resourceId}`,
      resources: serversOf(plan, [{ id: resourceId, name: nameOfServer(store, resourceId) }]),
    },
  });
};

export const deleteBackup: Handler = ({ store, path, query }) => {
  const ofRecord = store
    .living()
    .filter((record) => record.checkpointId === path.checkpoint_id?.toLowerCase());
  const named = query.get("checkpoint_items")?.toLowerCase().split(",");
  const items = named?.map((one) => ofRecord.find(({ id }) => id === one.trim())) ?? ofRecord;
  const meant = new Set(items.filter((record) => record !== undefined));
  if (meant.size === 0 || items.includes(undefined)) return { refuse: "CSBS.3001" };
  if (![...meant].every((record) => isAtRest(store, record))) return { refuse: "CSBS.2003" };
  for (const record of meant) store.begin("deletion", record);
  return { body: store.example("deleteBackup") };
};

/** The answer that a backup, or a run of a policy, has begun. */
export function checkpointAnswer(
  answer: Schemas["CheckpointEnvelope"],
  { store, record, plan }: { store: Store; record: BackupRecord; plan: Schemas["CheckpointPlan"] },
): Outcome {
  Object.assign(answer.checkpoint, {
    id: record.checkpointId,
    created_at: wireTime(record.created),
    project_id: store.project,
    protection_plan: plan,
  });
  return { body: answer };
}

/** The servers of a record, each in the form that the example has them. */
export function serversOf(
  plan: Schemas["CheckpointPlan"] | undefined,
  servers: { id: string; name: string }[],
): Schemas["ProtectedResource"][] {
  const [example] = plan?.resources ?? [];
  return servers.map((server) => ({ ...example, ...server }));
}

/** The name by which a server is known here; made up for one that was never heard of. */
export function nameOfServer(store: Store, resourceId: string): string {
  const known = store.backups.find((record) => record.resourceId === resourceId)?.resourceName;
  return known ?? `server-${resourceId.slice(0, 4)}`;
}

/** Whether a server is just being backed up or restored. */
export function isBusy(store: Store, resourceId: string): boolean {
  const id = resourceId.toLowerCase();
  return store.living().some((record) => record.resourceId === id && !isAtRest(store, record));
}

/** Whether so many more backups would be too many. */
export function isFull(store: Store, more: number): boolean {
  return store.quota !== undefined && store.living().length + more > store.quota;
}

/** Whether nothing is being done with a backup. */
export function isAtRest(store: Store, record: BackupRecord): boolean {
  const { status } = store.phaseOf(record);
  return status === "available" || status === "error";
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
