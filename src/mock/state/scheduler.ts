import { namesOfServers } from "./backups.ts";
import { deterministicUuid } from "./ids.ts";
import { phasesFrom, secondsOf } from "./life-cycle.ts";
import { readPattern, runsBackwards } from "./recurrence.ts";
import type { PolicyRecord, Store } from "./store.ts";
import { applyRetention, nextChange, type Track, tracksOf } from "./tracks.ts";

/** Of the backups that were due in one step of time, the latest so many are made, for all policies together. */
const mostDue = 1_000_000;

/** In seconds. */
const day = 86_400;

/**
 * Carries out what schedules had to do after one moment and until another: runs of enabled policies, and the
 * retention of their backups. A server that is busy is left out of a run, and so is one for which there is no quota.
 * Returns the moment before which nothing is to be done unless something is changed; that may be too early.
 */
export function runSchedules(store: Store, from: number, now: number): number {
  const enabled = [...store.policies.values()].filter(isEnabled);
  if (enabled.length === 0) return Number.POSITIVE_INFINITY;
  const tracks = tracksOf(store, enabled);
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
  const [next = { at: now + day }] = runsBetween(store, enabled, now, now + day);
  return Math.min(next.at, nextChange(all, now));
}

/** A schedule that only copies backups to another region makes none. */
function isEnabled({ policy }: PolicyRecord): boolean {
  const [schedule] = policy.scheduled_operations ?? [];
  return Boolean(schedule?.enabled) && schedule?.operation_type !== "replication";
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

/** What was made and is kept. Backups of one run are one record of the service. */
function addRecords(store: Store, tracks: Track[]): void {
  const made = tracks.flatMap(({ policy, server, entries }) =>
    entries.filter(({ record }) => record === undefined).map((entry) => ({ ...entry, policy, server })),
  );
  if (made.length === 0) return;
  made.sort((one, other) => one.at - other.at);
  const nameOf = namesOfServers(store);
  for (const { at, lifeCycle = {}, policy, server } of made) {
    store.addBackup({
      id: deterministicUuid(store.project, policy.id, server, at),
      checkpointId: deterministicUuid(store.project, policy.id, at),
      resourceId: server,
      resourceName: nameOf(server),
      policyId: policy.id,
      autoTrigger: true,
      tags: policy.tags.map((tag) => ({ ...tag })),
      created: store.clock.wallAt(at),
      phases: phasesFrom("backup", lifeCycle, at),
    });
  }
}
