import type { components } from "../../../generated/schema.ts";
import { activityOf } from "./activity.ts";
import { filterFields, volumeBackups } from "./backup-response.ts";
import { type Handler, type Refusal, refuse } from "./call.ts";
import type { BackupRecord, Store } from "./store.ts";

type Schemas = components["schemas"];
type Kind = "protectable" | "restorable";
type Checked = Schemas["ProtectableCheck"];

export const createRestore: Handler = ({ store, body }) => {
  const { restore } = body as Schemas["CreateRestoreRequest"];
  const { checkpoint_item_id, targets } = restore.parameters;
  const record = store.findBackup(checkpoint_item_id);
  if (record?.checkpointId !== restore.checkpoint_id.toLowerCase()) {
    return refuse("CSBS.3001", checkpoint_item_id);
  }
  const problem = restoreProblem(store, record, { server: targets.server_id, volumes: targets.volumes });
  if (problem !== undefined) return problem;
  record.restoreTarget = targets.server_id.toLowerCase();
  store.begin("restore", record);
  const response = store.example<Schemas["RestoreEnvelope"]>("createRestore");
  Object.assign(response.restore, restore, { id: store.newId("restore"), project_id: store.project });
  return { body: response };
};

/** The same problems as those for which a backup or a restore would be refused, as results. */
export const checkResources: Handler = ({ store, body }) => {
  const examples = store.document.successes<{ [kind in Kind]?: Schemas["CheckResult"][] }>("checkResources");
  const toResult = (kind: Kind, { resource_id, resource_type }: Checked, problem?: Refusal) => ({
    ...examples.flatMap((example) => example[kind] ?? []).find(({ result }) => result),
    resource_id,
    resource_type,
    ...(problem === undefined ? {} : failure(store, problem)),
  });
  if ("check_protectable" in (body as object)) {
    const { check_protectable } = body as Schemas["CheckProtectableRequest"];
    const protectable = check_protectable.map((resource) => {
      const isBusy = activityOf(store, resource.resource_id) !== undefined;
      return toResult(
        "protectable",
        resource,
        isBusy ? refuse("CSBS.6005", resource.resource_id) : undefined,
      );
    });
    return { body: { protectable } };
  }
  const { check_restorable } = body as Schemas["CheckRestorableRequest"];
  const restorable = check_restorable.map(({ checkpoint_item_id, target }) => {
    const record = store.findBackup(checkpoint_item_id);
    const { resource_id: server, volumes } = target;
    const problem =
      record === undefined
        ? refuse("CSBS.3001", checkpoint_item_id)
        : restoreProblem(store, record, { server, volumes });
    return toResult("restorable", target, problem);
  });
  return { body: { restorable } };
};

function failure({ document }: Store, { refuse: error_code, about }: Refusal) {
  return { result: false, error_code, error_msg: document.catalogue.message(error_code, about) };
}

/** Why a backup cannot be restored to a server now. The check and the restore both ask this. */
function restoreProblem(
  store: Store,
  record: BackupRecord,
  { server, volumes }: { server: string; volumes: Schemas["VolumeMapping"][] },
): Refusal | undefined {
  if (store.phaseOf(record).status !== "available") return refuse("CSBS.4000");
  const held = (volumeBackups(store, record).volume_backups ?? []).map(({ id }) => id);
  const mapped = new Set(volumes.map(({ backup_id }) => backup_id.toLowerCase()));
  const foreign = [...mapped].filter((id) => !held.includes(id));
  if (foreign.length > 0) return refuse("CSBS.6017", foreign.join(", "), record.id);
  const missing = held.filter((id) => !mapped.has(id));
  if (missing.length > 0) return refuse("CSBS.6018", missing.join(", "));
  return activityOf(store, server) === undefined ? undefined : refuse("CSBS.6015");
}

/** The example's quotas, with the number and the size of the backups that there are, and the quota of the scenario. */
export const getQuotas: Handler = ({ store }) => {
  const response = store.example<Schemas["QuotaEnvelope"]>("getQuotas");
  const living = store.living();
  for (const resource of response.quotas.resources) {
    if (resource.type === "backup_capacity") {
      const megabytes = living.reduce((sum, record) => sum + filterFields(store, record).size, 0);
      resource.used = Math.ceil(megabytes / 1024);
    }
    if (resource.type !== "backups") continue;
    resource.used = living.length;
    if (store.quota !== undefined) resource.quota = store.quota;
  }
  return { body: response };
};
