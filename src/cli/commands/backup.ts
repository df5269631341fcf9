import { Command, Option } from "commander";
import { type BackupRecord, type CsbsClient, type components, waitForBackup } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp } from "../exit.ts";
import { isSame } from "../lookup/identify.ts";
import { findServers, nameOf, type Server, serverType } from "../lookup/servers.ts";
import { backupColumns } from "../output/columns.ts";
import { type Column, chooseColumns, type Format, formatOption, printRows } from "../output/rows.ts";
import type { Session } from "../session.ts";
import { addChangeOptions, type ChangeOptions, checkConfirmation, confirm } from "../tasks/changes.ts";
import { checkAllDone, doEach, reportFailures, settleAll } from "../tasks/each.ts";
import { refusalOf } from "../tasks/refusal.ts";
import { deadlineOption, showProgress } from "../wait/progress.ts";

interface BackupOptions extends ChangeOptions, ConnectionOptions {
  name?: string;
  description?: string;
  full?: true;
  wait?: true;
  deadline?: number;
  output: Format;
}

type Protect = components["schemas"]["BackupOptions"];

/** A record that was made, with the server that it is of. */
type Made = BackupRecord & { server: Server };

const recordColumns: readonly Column<Made>[] = [
  { name: "server", value: ({ server }) => server.name ?? server.id },
  { name: "record", value: ({ id }) => id },
  { name: "status", value: ({ status }) => status },
];

const examples = `
Examples:
  csbs backup db-01 --name before-upgrade --wait
  csbs backup web-1 web-2 web-3 --yes
  csbs backup db-01 --mock --wait --yes
`;

/** One backup for each server. What fails for one server does not stop the others. */
export function backupCommand({ io }: CommandContext): Command {
  const command = new Command("backup")
    .summary("Back up servers")
    .description(
      "Backs up servers, each by ID or by the unique name that a policy or an earlier backup has for it. Asks the service first whether each can be backed up.",
    )
    .argument("<server...>", "Servers to back up")
    .addOption(new Option("--name <name>", "Name of the backups: letters, digits, hyphens and underscores"))
    .addOption(new Option("--description <text>", "Free text without < and >"))
    .addOption(new Option("--full", "Make full backups, not incremental ones"))
    .addOption(new Option("--wait", "Wait until the backups are available, and print them"))
    .addOption(deadlineOption())
    .addOption(formatOption());
  addConnectionOptions(addChangeOptions(command));
  command.addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async (texts: string[]) => {
    const options = command.opts<BackupOptions>();
    checkConfirmation(options, io);
    await withClient(options, io, async ({ client, interval }) => {
      const servers = await findServers(client, texts, io.signal);
      const possible = await checkServers(client, servers, io);
      const body = { protect: protectOptions(options) };
      const calls = possible.map(({ id }) => ({
        operation: "createBackup",
        parameters: { resource_id: id, body },
        origins: { "protect/backup_name": "--name", "protect/description": "--description" },
      }));
      const question = `Back up ${possible.map(nameOf).join(", ")}?`;
      if (calls.length === 0 || !(await confirm(question, calls, options, io))) {
        return checkAllDone(possible.length, servers.length, "backups");
      }
      const made = await start(client, possible, body, io);
      if (options.wait === true) {
        const available = await waitForAll(client, made, options, { io, interval });
        return checkAllDone(available, servers.length, "backups");
      }
      await printRows(made, recordColumns, options.output, io);
      checkAllDone(made.length, servers.length, "backups");
    });
  });
}

function protectOptions({ name, description, full }: BackupOptions): Protect {
  return {
    ...(name === undefined ? {} : { backup_name: name }),
    ...(description === undefined ? {} : { description }),
    ...(full === true ? { incremental: false } : {}),
  };
}

/** The servers that the service can back up now; for the others it says why not. */
async function checkServers(client: CsbsClient, servers: readonly Server[], io: Session): Promise<Server[]> {
  const check_protectable = servers.map(({ id }) => ({
    resource_id: id,
    resource_type: serverType,
  }));
  const response = await client.checkResources({ body: { check_protectable } }, { signal: io.signal });
  const results = "protectable" in response ? response.protectable : [];
  return servers.filter((server) => {
    const problem = refusalOf(results.find(({ resource_id }) => isSame(resource_id, server.id)));
    if (problem !== undefined) io.err(`csbs: ${nameOf(server)}: ${problem}\n`);
    return problem === undefined;
  });
}

async function start(
  client: CsbsClient,
  servers: readonly Server[],
  body: { protect: Protect },
  io: Session,
): Promise<Made[]> {
  const call = ({ id }: Server) => client.createBackup({ resource_id: id, body }, { signal: io.signal });
  const done = await doEach(servers, nameOf, call, io);
  return done.map(({ item, result }) => ({ server: item, ...result.checkpoint }));
}

/** Prints the backups that became available, and resolves to their number. */
async function waitForAll(
  client: CsbsClient,
  made: readonly Made[],
  { deadline, output }: BackupOptions,
  { io, interval }: { io: Session; interval: number | undefined },
): Promise<number> {
  for (const { server, id } of made) io.note(`csbs: backing up ${nameOf(server)} in record ${id}\n`);
  const resume = `csbs wait ${made.map(({ id }) => id).join(" ")}`;
  const ended = await showProgress({ io, interval, deadline, resume }, (watch) =>
    settleAll(made, ({ id }) => waitForBackup(client, { checkpoint_id: id }, watch), io),
  );
  const available = reportFailures(ended, ({ server }) => nameOf(server), io);
  await printRows(available, chooseColumns(backupColumns, undefined, output), output, io);
  return available.length;
}
