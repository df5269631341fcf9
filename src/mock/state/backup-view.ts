import type { components } from "../../../generated/schema.ts";
import { madeUpId } from "./ids.ts";
import { type Phase, progressAt } from "./life.ts";
import type { BackupRecord, Store } from "./store.ts";

type Backup = components["schemas"]["Backup"];

/** A backup as it is answered: an example in a like state, filled in with what is known of this one. */
export function viewOf(store: Store, record: BackupRecord): Backup {
  const phase = store.phaseOf(record);
  const backup = structuredClone(templateOf(store, record, phase));
  const { id, checkpointId: checkpoint_id, resourceId: resource_id, name } = record;
  const resource_type = record.resourceType ?? backup.resource_type;
  const same = backup.id === id;
  const info = backup.extend_info;
  Object.assign(backup, { id, checkpoint_id, name, resource_id, resource_type, status: phase.status });
  backup.created_at = wireTime(record.created);
  backup.updated_at = wireTime(timeOf(record, phase));
  backup.description = record.description ?? "";
  backup.tags = record.tags;
  Object.assign(info, {
    progress: progressAt(phase, store.clock.now),
    auto_trigger: record.policyId !== undefined,
    resource_name: record.resourceName ?? info.resource_name,
    resource_az: record.az ?? info.resource_az,
    incremental: record.incremental ?? info.incremental,
    taskid: madeUpId(id, phase.task),
  });
  if (!same) {
    for (const [index, volume] of (info.volume_backups ?? []).entries()) {
      volume.id = madeUpId(id, "volume", index);
      volume.name = `${name}_${volume.source_volume_name}`;
    }
  }
  if (typeof info.finished_at === "string") {
    info.finished_at = wireTime(timeOf(record, finishedPhase(record) ?? phase));
  }
  if (phase.failure !== undefined) tellFailure(info, phase, phase.failure);
  return backup;
}

/** A moment as the service writes it: UTC, with six digits of a fraction and no zone. */
export function wireTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000");
}

/** When a phase began, on the wall clock of the backup's order. */
export function timeOf({ created, born }: BackupRecord, { at }: Phase): number {
  return created + (at - born) * 1000;
}

function templateOf(store: Store, record: BackupRecord, { status }: Phase): Backup {
  const examples = store.document
    .successes<{ checkpoint_item: Backup }>("getBackup")
    .map(({ checkpoint_item }) => checkpoint_item);
  const like = (wanted: string) => examples.find((example) => example.status === wanted);
  const complete = finishedPhase(record, store.clock.now) !== undefined;
  const exact = like(status) ?? like(complete ? "available" : "protecting");
  return exact ?? (examples[0] as Backup);
}

/** The phase in which it first became available, if that is past. */
function finishedPhase({ phases }: BackupRecord, now = Number.POSITIVE_INFINITY): Phase | undefined {
  return phases.find(({ at, status, task }) => at <= now && (status === "available" || task !== "backup"));
}

function tellFailure(
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
