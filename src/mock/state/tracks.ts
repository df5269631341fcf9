import type { LifeCycle } from "../scenarios/scenario.ts";
import { keptBy, type RetentionRules } from "./retention.ts";
import type { BackupRecord, PolicyRecord, Store } from "./store.ts";

/** A policy keeps no more backups of its schedule than this; beyond it the oldest go, whatever its rules say. */
const mostBackups = 10_000;

/** The user guide: of failed scheduled backups ten are kept, for a month. */
const failedToKeep: RetentionRules = { max_backups: 10, retention_duration_days: 30 };

/** A backup of a schedule. It becomes a record only if it is kept. */
interface Entry {
  /** When it began and when it ends, in seconds of the mock's time. */
  at: number;
  end: number;
  failed: boolean;
  lifeCycle?: LifeCycle;
  record?: BackupRecord;
}

/** The backups that the schedule of a policy makes of one server, the oldest first. */
export interface Track {
  policy: PolicyRecord;
  rules: RetentionRules;
  server: string;
  entries: Entry[];
  /** When the server can be backed up again. */
  free: number;
  /** At how many entries the rules are applied. */
  full: number;
  most: number;
}

/** A track for each server of each policy. */
export function tracksOf(store: Store, policies: PolicyRecord[]): Map<PolicyRecord, Track[]> {
  const byServer = backupsByServer(store);
  return new Map(policies.map((policy) => [policy, tracksOfPolicy(store, policy, byServer)]));
}

/** Removes what the rules do not keep. What is still being made is neither counted nor removed. */
export function applyRetention(store: Store, track: Track, at: number): void {
  const { clock } = store;
  const done = track.entries.filter(({ end }) => end <= at);
  const removed = new Set<Entry>();
  for (const [rules, entries] of [
    [track.rules, done.filter(({ failed }) => !failed)],
    [failedToKeep, done.filter(({ failed }) => failed)],
  ] as const) {
    const times = entries.map((entry) => clock.wallAt(entry.at));
    const kept = keptBy(rules, times, clock.wallAt(at));
    const excess = entries.length - track.most;
    for (const [index, entry] of entries.entries()) if (!kept[index] || index < excess) removed.add(entry);
  }
  for (const { record } of removed) if (record !== undefined) store.remove(record);
  track.entries = track.entries.filter((entry) => !removed.has(entry));
  track.full = 2 * track.entries.length + 16;
}

/** Before this moment, retention removes nothing that it does not remove now. */
export function nextChange(tracks: Track[], at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { entries, rules } of tracks) {
    for (const entry of entries) {
      const days = Number((entry.failed ? failedToKeep : rules).retention_duration_days ?? -1);
      const expiry = days < 0 ? Number.POSITIVE_INFINITY : entry.at + days * 86_400;
      next = Math.min(next, ...[entry.end, expiry].filter((moment) => moment > at));
    }
  }
  return next;
}

function backupsByServer({ backups }: Store): Map<string, BackupRecord[]> {
  const byServer = new Map<string, BackupRecord[]>();
  const add = (server: string, record: BackupRecord) => {
    const known = byServer.get(server);
    if (known === undefined) byServer.set(server, [record]);
    else known.push(record);
  };
  for (const record of backups) {
    add(record.resourceId, record);
    if (record.restoreTarget !== record.resourceId) add(record.restoreTarget, record);
  }
  return byServer;
}

function tracksOfPolicy(store: Store, record: PolicyRecord, byServer: Map<string, BackupRecord[]>): Track[] {
  const { policy } = record;
  const rules = (policy.scheduled_operations?.[0]?.operation_definition ?? {}) as RetentionRules;
  const servers = (policy.resources ?? []).map(({ id }) => id);
  const most = Math.floor(mostBackups / servers.length);
  return servers.map((server) => {
    const known = byServer.get(server) ?? [];
    const entries = known
      .filter((one) => one.policyId === record.id && one.autoTrigger && one.resourceId === server)
      .flatMap((one) => entryOf(store, one) ?? [])
      .sort((one, other) => one.at - other.at);
    const free = Math.max(Number.NEGATIVE_INFINITY, ...known.map((one) => busyUntil(one, server)));
    return { policy: record, rules, server, entries, free, full: 0, most };
  });
}

/** When the backup of a server, or the restore to it, has ended. */
function busyUntil({ phases, resourceId, restoreTarget }: BackupRecord, server: string): number {
  const isFor = { backup: resourceId, restore: restoreTarget } as { [task: string]: string };
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...phases.filter(({ task }) => isFor[task] === server).map(({ at }) => at),
  );
}

/** Undefined for a backup that is being restored or deleted: rules neither count nor remove it. */
function entryOf(store: Store, record: BackupRecord): Entry | undefined {
  const { phases, created } = record;
  const { status, at: end, task } = phases.at(-1) as (typeof phases)[number];
  const isWorking = store.phaseOf(record).status !== status;
  if (status === "gone" || (isWorking && task !== "backup")) return undefined;
  return { at: store.clock.secondsAt(created), end, failed: status === "error", record };
}
