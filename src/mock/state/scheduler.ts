import type { LifeCycle } from "../scenario.ts";
import { nameOfServer } from "./backups.ts";
import { deterministicUuid } from "./ids.ts";
import { phasesFrom, secondsOf } from "./life-cycle.ts";
import { readPattern, runsBackwards } from "./recurrence.ts";
import { keptBy, type RetentionRules } from "./retention.ts";
import type { BackupRecord, PolicyRecord, Store } from "./store.ts";

/** Of the backups that were due in one step of time, the latest so many are made, for all policies together. */
const mostDue = 1_000_000;

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
interface Track {
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

/**
 * Carries out what schedules had to do after one moment and until another: runs of enabled policies, and the
 * retention of their backups. A server that is busy is left out of a run, and so is one for which there is no quota.
 */
export function runSchedules(store: Store, from: number, now: number): void {
  const enabled = [...store.policies.values()].filter(isEnabled);
  if (enabled.length === 0) return;
  const byServer = backupsByServer(store);
  const tracks = new Map(enabled.map((policy) => [policy, tracksOf(store, policy, byServer)]));
  const all = [...tracks.values()].flat();
  const hasRoom = roomUnder(store.quota, store, all);
  for (const { at, policy } of runsBetween(store, enabled, from, now)) {
    for (const track of tracks.get(policy) ?? []) {
      if (at < track.free || !hasRoom(at)) continue;
      const lifeCycle = store.nextLifeCycle("backup");
      track.free = at + secondsOf(lifeCycle);
      track.entries.push({ at, end: track.free, failed: lifeCycle.fails !== undefined, lifeCycle });
      if (track.entries.length >= track.full) applyRetention(store, track, at);
    }
  }
  for (const track of all) applyRetention(store, track, now);
  addRecords(store, all);
}

/** A schedule that only copies backups to another region makes none. */
function isEnabled({ policy }: PolicyRecord): boolean {
  const [schedule] = policy.scheduled_operations ?? [];
  return Boolean(schedule?.enabled) && schedule?.operation_type !== "replication";
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

function tracksOf(store: Store, record: PolicyRecord, byServer: Map<string, BackupRecord[]>): Track[] {
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

/** Whether the quota allows one more backup at a moment; moments must be asked about in their order. */
function roomUnder(quota: number | undefined, store: Store, tracks: Track[]): (at: number) => boolean {
  if (quota === undefined) return () => true;
  const inside = new Set(tracks.flatMap(({ entries }) => entries.map(({ record }) => record)));
  const ends = store.backups
    .filter((record) => !inside.has(record))
    .map(({ phases }) => phases.find(({ status }) => status === "gone")?.at ?? Number.POSITIVE_INFINITY)
    .sort((one, other) => other - one);
  let full = Number.NEGATIVE_INFINITY;
  const hasRoom = (at: number) => {
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= at) ends.pop();
    return ends.length + tracks.reduce((sum, { entries }) => sum + entries.length, 0) < quota;
  };
  return (at) => {
    if (hasRoom(at)) return true;
    if (at < full) return false;
    for (const track of tracks) applyRetention(store, track, at);
    if (hasRoom(at)) return true;
    full = nextChange(tracks, at);
    return false;
  };
}

/** Before this moment, retention removes nothing that it does not remove now. */
function nextChange(tracks: Track[], at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { entries, rules } of tracks) {
    for (const entry of entries) {
      const days = Number((entry.failed ? failedToKeep : rules).retention_duration_days ?? -1);
      const expiry = days < 0 ? Number.POSITIVE_INFINITY : entry.at + days * 86_400;
      next = Math.min(next, entry.end > at ? entry.end : Math.max(expiry, at));
    }
  }
  return next;
}

function runsBetween(
  store: Store,
  policies: PolicyRecord[],
  from: number,
  now: number,
): { at: number; policy: PolicyRecord }[] {
  const servers = policies.reduce((sum, { policy }) => sum + (policy.resources ?? []).length, 0);
  const most = Math.ceil(mostDue / Math.max(servers, 1));
  const after = store.clock.wallAt(from);
  const until = store.clock.wallAt(now);
  return policies
    .flatMap((policy) => {
      const { pattern = "", start_time = "" } =
        policy.policy.scheduled_operations?.[0]?.trigger?.properties ?? {};
      const recurrence = readPattern(pattern);
      if (recurrence === undefined) return [];
      const start = Date.parse(`${start_time.replace(" ", "T")}Z`);
      const runs = [];
      for (const wall of runsBackwards(recurrence, { start, after, until })) {
        runs.push({ at: store.clock.secondsAt(wall), policy });
        if (runs.length === most) break;
      }
      return runs.reverse();
    })
    .sort((one, other) => one.at - other.at);
}

/** Removes what the rules do not keep. What is still being made is neither counted nor removed. */
function applyRetention(store: Store, track: Track, at: number): void {
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

/** What was made and is kept. Backups of one run are one record of the service. */
function addRecords(store: Store, tracks: Track[]): void {
  const made = tracks.flatMap(({ policy, server, entries }) =>
    entries.filter(({ record }) => record === undefined).map((entry) => ({ ...entry, policy, server })),
  );
  made.sort((one, other) => one.at - other.at);
  for (const { at, lifeCycle = {}, policy, server } of made) {
    store.addBackup({
      id: deterministicUuid(store.project, policy.id, server, at),
      checkpointId: deterministicUuid(store.project, policy.id, at),
      resourceId: server,
      resourceName: nameOfServer(store, server),
      policyId: policy.id,
      autoTrigger: true,
      tags: policy.tags.map((tag) => ({ ...tag })),
      created: store.clock.wallAt(at),
      phases: phasesFrom("backup", lifeCycle, at),
    });
  }
}
