import type { components } from "../../../generated/schema.ts";
import { deterministicUuid } from "./ids.ts";
import { type Phase, progressAt } from "./life-cycle.ts";
import type { BackupRecord, Store } from "./store.ts";

type Backup = components["schemas"]["Backup"];

/** A backup as the service responds with it: an example in a like state, filled in with what is known of this one. */
export function toResponse(store: Store, record: BackupRecord): Backup {
  const phase = store.phaseOf(record);
  const backup = copyOf(templateOf(store, record, phase));
  const { resource_type, resource_name, resource_az } = filterFields(store, record);
  const { id, checkpointId: checkpoint_id, resourceId: resource_id, name } = record;
  const info = backup.extend_info;
  Object.assign(info, volumeBackups(store, record));
  Object.assign(backup, { id, checkpoint_id, name, resource_id, resource_type, status: phase.status });
  backup.created_at = wireTime(record.created);
  backup.updated_at = wireTime(store.clock.wallAt(phase.at));
  backup.description = record.description ?? "";
  backup.tags = record.tags;
  Object.assign(info, {
    progress: progressAt(phase, store.clock.now),
    auto_trigger: record.autoTrigger,
    resource_name,
    resource_az,
    incremental: record.incremental ?? info.incremental,
    taskid: deterministicUuid(id, phase.task),
  });
  if (typeof info.finished_at === "string") {
    info.finished_at = wireTime(store.clock.wallAt((finishedPhase(record) ?? phase).at));
  }
  if (phase.failure !== undefined) addFailure(info, phase, phase.failure);
  return backup;
}

/** The disk backups of a backup, with IDs of its own unless the example is this backup; none where its example has none. */
export function volumeBackups(
  store: Store,
  record: BackupRecord,
): Pick<Backup["extend_info"], "volume_backups"> {
  const template = templateOf(store, record, store.phaseOf(record));
  const { volume_backups: volumes } = template.extend_info;
  if (volumes === undefined) return {};
  if (template.id === record.id) return { volume_backups: volumes.map((volume) => ({ ...volume })) };
  return {
    volume_backups: volumes.map((volume, index) => ({
      ...volume,
      id: deterministicUuid(record.id, "volume", index),
      name: `${record.name}_${volume.source_volume_name}`,
    })),
  };
}

/** A copy of what is filled in here; the rest is shared with the example, for pages of a thousand. */
function copyOf(example: Backup): Backup {
  return { ...example, extend_info: { ...example.extend_info } };
}

/** The fields that backups are filtered and counted by; a whole response would cost too much for that. */
export function filterFields(store: Store, record: BackupRecord) {
  const template = templateOf(store, record, store.phaseOf(record));
  const { extend_info: info, backup_data: server } = template;
  return {
    resource_type: record.resourceType ?? template.resource_type,
    resource_name: record.resourceName ?? info.resource_name,
    resource_az: record.az ?? info.resource_az,
    image_type: info.image_type,
    size: info.size ?? 0,
    addresses: [server?.eip, server?.private_ip],
  };
}

/** A moment as the service writes it: UTC, with six digits of a fraction and no zone. */
export function wireTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000");
}

function templateOf(store: Store, record: BackupRecord, { status }: Phase): Backup {
  const like = (wanted: string) => store.examples.find((example) => example.status === wanted);
  const complete = finishedPhase(record, store.clock.now) !== undefined;
  const exact = like(status) ?? like(complete ? "available" : "protecting");
  return exact ?? (store.examples[0] as Backup);
}

/** The phase in which it first became available, if that is past. */
function finishedPhase({ phases }: BackupRecord, now = Number.POSITIVE_INFINITY): Phase | undefined {
  return phases.find(({ at, status, task }) => at <= now && (status === "available" || task !== "backup"));
}

function addFailure(
  info: Backup["extend_info"],
  { task }: Phase,
  { code, reason }: NonNullable<Phase["failure"]>,
): void {
  info.fail_op = task;
  info.fail_code = {
    ...info.fail_code,
    ...(code === undefined ? {} : { Code: code }),
    ...(reason === undefined ? {} : { Description: reason }),
  };
  if (reason !== undefined) info.fail_reason = reason;
}
