import { kindOf } from "./life-cycle.ts";
import type { BackupRecord, PolicyRecord, Store } from "./store.ts";

/** Whether nothing is being done with a backup. */
export function isAtRest(store: Store, record: BackupRecord): boolean {
  const { status } = store.phaseOf(record);
  return status === "available" || status === "error";
}

/** What is being done with a server: the backup of it, or the restore to it, that is in progress. */
export function activityOf(store: Store, resourceId: string): "backup" | "restore" | undefined {
  const id = resourceId.toLowerCase();
  for (const record of store.backups) {
    const kind = kindOf(store.phaseOf(record).status);
    if (kind === "backup" && record.resourceId === id) return kind;
    if (kind === "restore" && record.restoreTarget === id) return kind;
  }
  return undefined;
}

/** How a policy is being executed: by a run that was started by hand, or by its schedule. */
export function executionOf(store: Store, { id }: PolicyRecord): "manual" | "scheduled" | undefined {
  const running = store.backups.find(
    (record) => record.policyId === id && kindOf(store.phaseOf(record).status) === "backup",
  );
  return running && (running.autoTrigger ? "scheduled" : "manual");
}

/** Whether so many more backups would exceed the quota. */
export function isFull(store: Store, more: number): boolean {
  return store.quota !== undefined && store.living().length + more > store.quota;
}
