import { type Command, Option } from "commander";
import { type Backup, type CsbsClient, waitForDeletion } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { excludeEachOther, exitCodesHelp, UsageError } from "../exit.ts";
import { findServers } from "../lookup/servers.ts";
import { readCount } from "../options/numbers.ts";
import { readTime, type TypedTime, timeSent } from "../options/times.ts";
import { backupColumns } from "../output/columns.ts";
import { chooseColumns, type Format, formatOption, printRows } from "../output/rows.ts";
import type { Session } from "../session.ts";
import { addChangeOptions, type ChangeOptions, checkConfirmation, confirm } from "../tasks/changes.ts";
import { checkAllDone, countOf, doEach, reportFailures, settleAll } from "../tasks/each.ts";
import { backupsToPrune, type PruneFilters, spaceOf } from "../tasks/prune.ts";
import { deadlineOption, showProgress } from "../wait/progress.ts";
import { givenParameters, noteTimes, operationCommand } from "./operation.ts";

interface PruneOptions extends ChangeOptions, ConnectionOptions {
  server?: string;
  resourceId?: string;
  olderThan?: TypedTime;
  keepLast: number;
  timezone?: string;
  wait?: true;
  deadline?: number;
  output: Format;
}

const examples = `
Examples:
  csbs prune --status error --older-than 30d --dry-run
  csbs prune --status error --start-time 2026-10-01 --end-time 2026-10-31 --yes
  csbs prune --older-than 90d --keep-last 3 --server db-01
  csbs prune --status error --mock --yes --wait
`;

/** Deletes the backups that filters select. What fails for one backup does not stop the others. */
export function pruneCommand({ io, operation }: CommandContext): Command {
  const [listed, counted] = [operation("listBackups"), operation("countBackups")];
  // What both take selects backups; the rest selects a page or an order. Other projects are not for this command.
  const shared = listed.parameters.filter(
    ({ name }) => name !== "all_tenants" && counted.parameters.some((parameter) => parameter.name === name),
  );
  const filters = { ...listed, parameters: shared };
  const command = operationCommand("prune", filters)
    .summary("Delete old or failed backups")
    .description(
      "Deletes the backups that match every filter and are available or in error. Prints them with their size first. At least one filter is needed. The newest available backup of each server stays, unless --keep-last says otherwise.",
    )
    .addOption(
      new Option("--server <id|name>", "Only backups of this server; a name must be unique").helpGroup(
        "Filters:",
      ),
    )
    .addOption(
      new Option("--older-than <time>", "Only backups made before this time, such as 30d or 2026-10-01")
        .argParser(readTime)
        .helpGroup("Filters:"),
    )
    .addOption(
      new Option(
        "--keep-last <number>",
        "How many of the newest available backups of each server stay; 1 when not given",
      )
        .argParser(readCount)
        .default(1)
        .helpGroup("Filters:"),
    )
    .addOption(new Option("--wait", "Wait until the backups are gone"))
    .addOption(deadlineOption())
    .addOption(formatOption());
  addConnectionOptions(addChangeOptions(command));
  command.addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const options = command.opts<PruneOptions>();
    checkConfirmation(options, io);
    const given = readFilters(givenParameters(filters, command.opts()), options);
    checkFilters(given, options);
    noteTimes(filters, given, options, io);
    await withClient(options, io, async ({ client, interval }) => {
      const selection = { ...given, ...(await serverFilter(client, options, io)) };
      const { backups, kept, busy } = await backupsToPrune(client, selection, options.keepLast, io.signal);
      if (kept > 0) io.note(`csbs: ${countOf(kept, "newest backup")} kept; see --keep-last\n`);
      if (busy > 0) io.note(`csbs: ${countOf(busy, "backup")} neither available nor in error; skipped\n`);
      if (backups.length === 0) return io.note("csbs: no backups to delete\n");
      if (options.dryRun !== true) {
        await printRows(backups, chooseColumns(backupColumns, undefined, options.output), options.output, io);
      }
      const size = `${countOf(backups.length, "backup")}, ${spaceOf(backups)}`;
      const calls = backups.map((backup) => ({ operation: "deleteBackup", parameters: targetOf(backup) }));
      if (!(await confirm(`Delete ${size}?`, calls, options, io)))
        return io.note(`csbs: would delete ${size}\n`);
      await remove(client, backups, options, { io, interval });
    });
  });
}

/** @throws UsageError for two ends of the period. */
function readFilters(
  given: PruneFilters,
  { olderThan, timezone: timeZone = "UTC" }: PruneOptions,
): PruneFilters {
  if (olderThan === undefined) return given;
  if (given.end_time !== undefined) {
    throw excludeEachOther("--older-than", "--end-time");
  }
  return { ...given, end_time: timeSent(olderThan, { edge: "start", timeZone, now: Date.now() }) };
}

/** @throws UsageError without any filter, because everything would be deleted. */
function checkFilters(given: PruneFilters, { server, resourceId }: PruneOptions): void {
  if (server !== undefined && resourceId !== undefined) {
    throw excludeEachOther("--server", "--resource-id");
  }
  if (server !== undefined || Object.keys(given).length > 0) return;
  throw new UsageError("prune needs a filter, such as --status error or --older-than 30d");
}

async function serverFilter(
  client: CsbsClient,
  { server }: PruneOptions,
  { signal }: Session,
): Promise<PruneFilters> {
  if (server === undefined) return {};
  const [found] = await findServers(client, [server], signal);
  return { resource_id: found?.id };
}

async function remove(
  client: CsbsClient,
  backups: readonly Backup[],
  { wait, deadline }: PruneOptions,
  { io, interval }: { io: Session; interval: number | undefined },
): Promise<void> {
  const call = (backup: Backup) => client.deleteBackup(targetOf(backup), { signal: io.signal });
  const begun = (await doEach(backups, describe, call, io)).map(({ item }) => item);
  if (wait !== true) {
    io.note(`csbs: deletion of ${countOf(begun.length, "backup")} started, ${spaceOf(begun)}\n`);
    return checkAllDone(begun.length, backups.length, "deletions");
  }
  const resume = `csbs wait ${begun.map(({ id }) => id).join(" ")} --for deleted`;
  const ended = await showProgress({ io, interval, deadline, resume }, (watch) =>
    settleAll(
      begun,
      async (backup) => {
        await waitForDeletion(client, { checkpoint_item_id: backup.id }, watch);
        return backup;
      },
      io,
    ),
  );
  const gone = reportFailures(ended, describe, io);
  io.note(`csbs: deleted ${countOf(gone.length, "backup")}, ${spaceOf(gone)}\n`);
  checkAllDone(gone.length, backups.length, "deletions");
}

/** One backup of a record: without checkpoint_items, all of them would be deleted. */
function targetOf({ checkpoint_id, id }: Backup): { checkpoint_id: string; checkpoint_items: string } {
  return { checkpoint_id, checkpoint_items: id };
}

function describe({ name, id }: Backup): string {
  return name ? `${name} (${id})` : id;
}
