import { Command, Option } from "commander";
import { type Backup, type CsbsClient, fixedParameters, waitForRestore } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp } from "../exit.ts";
import { findBackup, newestBackup } from "../lookup/find.ts";
import { isSame } from "../lookup/identify.ts";
import { findServers, nameOf, type Server, serverType } from "../lookup/servers.ts";
import { allowRepeats } from "../options/repeat.ts";
import { cellText } from "../output/cells.ts";
import { printResponse } from "../output/print.ts";
import { formatOrJson } from "../output/rows.ts";
import type { Session } from "../session.ts";
import { addChangeOptions, type ChangeOptions, checkConfirmation, confirm } from "../tasks/changes.ts";
import { type DiskMapping, diskWords, mapDisks, readMapping } from "../tasks/disks.ts";
import { refusalOf } from "../tasks/refusal.ts";
import { deadlineOption, showProgress } from "../wait/progress.ts";

interface RestoreOptions extends ChangeOptions, ConnectionOptions {
  latest?: true;
  server?: string;
  disk?: DiskMapping[];
  powerOn: boolean;
  wait?: true;
  deadline?: number;
  output: "text" | "json";
}

const examples = `
Examples:
  csbs restore before-upgrade --wait
  csbs restore db-01 --latest                   the newest available backup of a server
  csbs restore before-upgrade --server db-02 \\
    --disk c14856d0-07e8-453b-a442-444086cbad04=5024a06e-6990-4f12-9dcc-8fe26b01a710
  csbs restore before-upgrade --mock --yes --wait
`;

/** Overwrites a server with a backup, after the service has checked that this is possible. */
export function restoreCommand({ io }: CommandContext): Command {
  const command = new Command("restore")
    .summary("Restore a server from a backup")
    .description(
      "Restores a server from a backup, by ID or unique name. The server is shut down and its disks are overwritten. Each disk backup goes to the disk that it was made of, unless --disk names another one. Asks the service first whether the restore is possible.",
    )
    .argument("<backup>", "The backup; with --latest a server")
    .addOption(new Option("--latest", "Take the newest available backup of the server that is given"))
    .addOption(new Option("--server <id|name>", "Server to overwrite, if not the one that was backed up"))
    .addOption(
      allowRepeats(
        new Option(
          "--disk <backup=disk>",
          "Disk to restore a disk backup to: ID of the disk backup, or ID or name of the disk it was made of, then = and the ID of the disk to overwrite; repeatable",
        ),
        readMapping,
      ),
    )
    .addOption(new Option("--no-power-on", "Do not start the server afterwards"))
    .addOption(new Option("--wait", "Wait until the restore is done"))
    .addOption(deadlineOption())
    .addOption(formatOrJson("text"));
  addConnectionOptions(addChangeOptions(command));
  command.addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async (text: string) => {
    const options = command.opts<RestoreOptions>();
    checkConfirmation(options, io);
    await withClient(options, io, async ({ client, interval }) => {
      const backup = await backupToRestore(client, text, options, io);
      const server = await serverToRestore(client, backup, options, io);
      const isOriginal = isSame(server.id, backup.resource_id);
      const volumes = mapDisks(backup, options.disk ?? [], isOriginal);
      const target = { resource_id: server.id, resource_type: serverType, volumes };
      await checkRestore(client, backup, target, io);
      const restore = {
        ...fixedParameters,
        checkpoint_id: backup.checkpoint_id,
        parameters: {
          checkpoint_item_id: backup.id,
          power_on: options.powerOn,
          targets: { server_id: server.id, volumes },
        },
      };
      const body = { restore };
      const question = `Overwrite ${diskWords(volumes)} of ${nameOf(server)} with the backup ${describe(backup)}?`;
      if (!(await confirm(question, [{ operation: "createRestore", parameters: { body } }], options, io)))
        return;
      const started = await client.createRestore({ body }, { signal: io.signal });
      printResponse(started, options.output, io);
      if (options.wait !== true) return;
      const settings = {
        io,
        interval,
        deadline: options.deadline,
        resume: `csbs wait ${backup.id} --for restored`,
      };
      await showProgress(settings, (watch) =>
        waitForRestore(client, { checkpoint_item_id: backup.id }, watch),
      );
      io.note(`csbs: restored ${nameOf(server)} from ${describe(backup)}\n`);
    });
  });
}

async function backupToRestore(
  client: CsbsClient,
  text: string,
  { latest }: RestoreOptions,
  { signal }: Session,
): Promise<Backup> {
  if (latest !== true) return findBackup(client, text, signal);
  const [server] = await findServers(client, [text], signal);
  return newestBackup(client, server as Server, signal);
}

async function serverToRestore(
  client: CsbsClient,
  { resource_id: id, extend_info }: Backup,
  { server }: RestoreOptions,
  { signal }: Session,
): Promise<Server> {
  if (server === undefined) return { id, name: extend_info.resource_name };
  const [found] = await findServers(client, [server], signal);
  return found as Server;
}

/** @throws Error with the service's reason when the restore is not possible. */
async function checkRestore(
  client: CsbsClient,
  { id: checkpoint_item_id }: Backup,
  target: {
    resource_id: string;
    resource_type: typeof serverType;
    volumes: { backup_id: string; volume_id: string }[];
  },
  { signal }: Session,
): Promise<void> {
  const check_restorable = [{ checkpoint_item_id, target }];
  const response = await client.checkResources({ body: { check_restorable } }, { signal });
  const problem = "restorable" in response ? refusalOf(response.restorable[0]) : undefined;
  if (problem !== undefined) throw new Error(`this restore is not possible: ${problem}`);
}

function describe({ name, id, created_at }: Backup): string {
  const created = cellText(created_at);
  return `${name ?? id}${created === "" ? "" : ` of ${created}`}`;
}
