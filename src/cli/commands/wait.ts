import { Command, Option } from "commander";
import {
  type Backup,
  type CsbsClient,
  waitForBackup,
  waitForDeletion,
  waitForPolicyRun,
  waitForRestore,
} from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp, UsageError } from "../exit.ts";
import { findBackupOrRecord } from "../lookup/find.ts";
import type { Known } from "../lookup/identify.ts";
import { backupColumns } from "../output/columns.ts";
import { chooseColumns, type Format, formatOption, printRows } from "../output/rows.ts";
import { checkAllDone, countOf, reportFailures, settleAll } from "../tasks/each.ts";
import { deadlineOption, showProgress, type Watch } from "../wait/progress.ts";

interface WaitCommandOptions extends ConnectionOptions {
  for: (typeof states)[number];
  deadline?: number;
  output: Format;
}

const states = ["available", "deleted", "restored"] as const;

type Target = Known & { kind: "backup" | "record" };

const examples = `
Examples:
  csbs wait 8b0851a8-adf3-4f4c-a914-dead08bf9664       all backups of a record
  csbs wait nightly-now --mock
  csbs wait before-upgrade --for deleted --deadline 30m
  csbs wait before-upgrade --for restored
`;

/** Waits for what was begun elsewhere, or before a Ctrl-C. */
export function waitCommand({ io }: CommandContext): Command {
  const command = new Command("wait")
    .summary("Wait until backups are available, deleted or restored")
    .description(
      "Waits until backups are available, and prints them, until they are deleted, or until a restore from them has begun, within 60 s, and is done. Takes IDs of backups and of backup records, and unique names of backups. Progress is written to stderr. Ctrl-C ends the wait, not the work of the service.",
    )
    .argument("<backup|record...>", "What to wait for")
    .addOption(
      new Option("--for <state>", "What to wait for: available (default), deleted or restored")
        .choices(states)
        .default("available"),
    )
    .addOption(deadlineOption())
    .addOption(formatOption());
  addConnectionOptions(command).addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async (texts: string[]) => {
    const options = command.opts<WaitCommandOptions>();
    const { deadline, output } = options;
    const isDeletion = options.for === "deleted";
    await withClient(options, io, async ({ client, interval }) => {
      const targets: Target[] = [];
      for (const text of new Set(texts)) targets.push(await findBackupOrRecord(client, text, io.signal));
      if (options.for === "restored") targets.forEach(requireBackup);
      const resume = `csbs wait ${targets.map(idOf).join(" ")}${options.for === "available" ? "" : ` --for ${options.for}`}`;
      const ended = await showProgress({ io, interval, deadline, resume }, (watch) =>
        settleAll(targets, (target) => waits[options.for](client, target, watch), io),
      );
      const backups = reportFailures(ended, idOf, io);
      if (isDeletion) io.note(`csbs: deleted ${countOf(backups.flat().length, "backup")}\n`);
      else await printRows(backups.flat(), chooseColumns(backupColumns, undefined, output), output, io);
      checkAllDone(backups.length, targets.length, "waits");
    });
  });
}

function idOf(target: Target): string {
  return target.kind === "backup" ? target.backup.id : target.id;
}

async function availability(client: CsbsClient, target: Target, watch: Watch): Promise<Backup[]> {
  if (target.kind === "record") return waitForPolicyRun(client, target, watch);
  return [await waitForBackup(client, { checkpoint_item_id: target.backup.id }, watch)];
}

async function deletion(client: CsbsClient, target: Target, watch: Watch): Promise<Backup[]> {
  const backups = target.kind === "record" ? target.backups : [target.backup];
  await Promise.all(backups.map(({ id }) => waitForDeletion(client, { checkpoint_item_id: id }, watch)));
  return backups;
}

async function restore(client: CsbsClient, target: Target, watch: Watch): Promise<Backup[]> {
  const backup = requireBackup(target);
  return [await waitForRestore(client, { checkpoint_item_id: backup.id }, watch)];
}

/** @throws UsageError for a record: a restore is from one backup. */
function requireBackup(target: Target): Backup {
  if (target.kind === "backup") return target.backup;
  throw new UsageError(`--for restored needs a backup; ${target.id} is a backup record`);
}

const waits = { available: availability, deleted: deletion, restored: restore };
