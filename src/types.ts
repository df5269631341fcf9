import type { components } from "../generated/schema.ts";
import type { CountBackupsParameters, ListBackupsParameters } from "../generated/types.ts";

type Schemas = components["schemas"];

/** A backup of one server, as getBackup and listBackups return it (on the wire a checkpoint item). */
export type Backup = Schemas["Backup"];

/** What a run produces: one backup for each server (on the wire a checkpoint). createBackup and runPolicy return it. */
export type BackupRecord = Schemas["Checkpoint"];

/** A state of a backup that can be asked for. Backups may also be in states that are not listed here. */
export type BackupStatus = Schemas["BackupStatus"];

/** A policy: which servers are backed up, when, and how long their backups are kept. */
export type Policy = Schemas["Policy"];

/** The schedule of a policy that exists. */
export type PolicySchedule = Schemas["ScheduledOperation"];

/** A tag of a backup or of a policy: a key and a value. */
export type Tag = Schemas["Tag"];

/** A server in a request for a policy. */
export type PolicyServer = Schemas["PolicyResource"];

/**
 * Filters that countBackups, listBackups and paginate all take. The project is not a filter: pass
 * `project_id` beside it.
 *
 * @example
 * const filter: BackupFilter = { status: "error", start_time: new Date("2026-11-17") };
 * const { count } = await csbs.countBackups(filter);
 * for await (const backup of paginate(csbs.listBackups, filter)) console.log(backup.name);
 */
export interface BackupFilter
  extends Pick<
    ListBackupsParameters,
    Exclude<keyof ListBackupsParameters & keyof CountBackupsParameters, "project_id">
  > {}
