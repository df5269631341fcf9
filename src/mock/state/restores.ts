import type { components } from "../../../generated/schema.ts";
import { traitsOf, viewOf } from "./backup-view.ts";
import { isAtRest, isBusy } from "./backups.ts";
import type { Handler } from "./call.ts";

type Schemas = components["schemas"];

export const createRestore: Handler = ({ store, body }) => {
  const { restore } = body as Schemas["CreateRestoreRequest"];
  const { checkpoint_item_id, targets } = restore.parameters;
  const record = store.findBackup(checkpoint_item_id);
  if (record?.checkpointId !== restore.checkpoint_id.toLowerCase()) return { refuse: "CSBS.3001" };
  if (store.phaseOf(record).status !== "available") return { refuse: "CSBS.4000" };
  const held = new Set(viewOf(store, record).extend_info.volume_backups?.map(({ id }) => id));
  const mapped = new Set(targets.volumes.map(({ backup_id }) => backup_id.toLowerCase()));
  if ([...mapped].some((id) => !held.has(id))) return { refuse: "CSBS.6017" };
  if (mapped.size < held.size) return { refuse: "CSBS.6018" };
  if (isBusy(store, targets.server_id)) return { refuse: "CSBS.6015" };
  store.begin("restore", record);
  const answer = store.example<Schemas["RestoreEnvelope"]>("createRestore");
  Object.assign(answer.restore, restore, { id: store.newId("restore"), project_id: store.project });
  return { body: answer };
};

/** Says yes to servers and backups that nothing is being done with. */
export const checkResources: Handler = ({ store, body }) => {
  const [toBackUp, toRestore] = ["protectable", "restorable"].map((name) =>
    store.document
      .successes<{ [name: string]: object[] }>("checkResources")
      .find((example) => example[name] !== undefined),
  );
  if ("check_protectable" in (body as object)) {
    const { check_protectable } = body as Schemas["CheckProtectableRequest"];
    const [example] = toBackUp?.protectable ?? [];
    const protectable = check_protectable.map(({ resource_id, resource_type }) => ({
      ...example,
      resource_id,
      resource_type,
      result: !isBusy(store, resource_id),
    }));
    return { body: { protectable } };
  }
  const { check_restorable } = body as Schemas["CheckRestorableRequest"];
  const [example] = toRestore?.restorable ?? [];
  const restorable = check_restorable.map(({ checkpoint_item_id, target }) => {
    const record = store.findBackup(checkpoint_item_id);
    const { resource_id, resource_type } = target;
    const result = record !== undefined && isAtRest(store, record);
    return { ...example, resource_id, resource_type, result };
  });
  return { body: { restorable } };
};

/** The example's quotas, with the number and the size of the backups that there are, and the quota of the scenario. */
export const getQuotas: Handler = ({ store }) => {
  const answer = store.example<Schemas["QuotaEnvelope"]>("getQuotas");
  const living = store.living();
  for (const resource of answer.quotas.resources) {
    if (resource.type === "backup_capacity") {
      const megabytes = living.reduce((sum, record) => sum + traitsOf(store, record).size, 0);
      resource.used = Math.ceil(megabytes / 1024);
    }
    if (resource.type !== "backups") continue;
    resource.used = living.length;
    if (store.quota !== undefined) resource.quota = store.quota;
  }
  return { body: answer };
};
