import { type Backup, type CsbsClient, paginate, parseTime } from "../../index.ts";
import { collect } from "../lookup/collect.ts";
import { availableBackups } from "../lookup/find.ts";
import { isSame } from "../lookup/identify.ts";

/** Filters of listBackups under the API's names, times as they are sent. */
export type PruneFilters = { readonly [name: string]: unknown };

export interface PruneSelection {
  backups: Backup[];
  /** How many matched and stay as the newest of their server. */
  kept: number;
  /** How many matched and cannot be deleted now. */
  busy: number;
}

/** States in which the service deletes a backup. */
const deletable = ["available", "error"];

/** Selects the backups that filters match, without the newest available ones of each server. */
export async function backupsToPrune(
  client: CsbsClient,
  filters: PruneFilters,
  keepLast: number,
  signal: AbortSignal | undefined,
): Promise<PruneSelection> {
  const pages = paginate(client.listBackups, filters as object, { signal });
  const matching = await collect(pages, (backup: Backup) => matches(backup, filters));
  const candidates = matching.filter(({ status }) => deletable.includes(status));
  const servers = new Set(
    candidates.filter(({ status }) => status === "available").map(({ resource_id }) => resource_id),
  );
  const newest = new Set<string>();
  if (keepLast > 0) {
    for (const server of servers) {
      const available = await availableBackups(client, server, signal);
      for (const { id } of available.slice(0, keepLast)) newest.add(id);
    }
  }
  const backups = candidates.filter(({ id }) => !newest.has(id));
  return { backups, kept: candidates.length - backups.length, busy: matching.length - candidates.length };
}

/**
 * Checks again what can be checked here: a service, or a proxy in between, that ignores a filter must not cost a
 * backup. A backup without the time that a filter needs does not match.
 */
function matches(backup: Backup, filters: PruneFilters): boolean {
  const { status, resource_id, checkpoint_id, start_time, end_time } = filters;
  const same = (wanted: unknown, found: string) => wanted === undefined || isSame(String(wanted), found);
  if (!same(status, backup.status)) return false;
  if (!same(resource_id, backup.resource_id) || !same(checkpoint_id, backup.checkpoint_id)) return false;
  if (start_time === undefined && end_time === undefined) return true;
  const made = timeOf(backup.created_at);
  if (made === undefined) return false;
  return made >= (timeOf(start_time) ?? made) && made <= (timeOf(end_time) ?? made);
}

function timeOf(text: unknown): number | undefined {
  return typeof text === "string" ? parseTime(text).getTime() : undefined;
}

/** How much space backups take, in words. */
export function spaceOf(backups: readonly Backup[]): string {
  const megabytes = backups.reduce((sum, { extend_info: { size } }) => sum + (Number(size) || 0), 0);
  return megabytes < 1024 ? `${megabytes} MB` : `${Math.round((megabytes / 1024) * 10) / 10} GB`;
}
