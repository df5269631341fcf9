import { Command, Option } from "commander";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import { exitCodesHelp } from "../exit.ts";
import { type ServerSummary, summarizeServers } from "../lookup/server-summary.ts";
import { timeZoneOption } from "../options/time-zone.ts";
import { readTime, type TypedTime, timeSent, timesHelp } from "../options/times.ts";
import { type Column, chooseColumns, type Format, printRows, rowOptions, sortItems } from "../output/rows.ts";
import type { Session } from "../session.ts";

const columns: readonly Column<ServerSummary>[] = [
  { name: "name", value: ({ name }) => name },
  { name: "last_good", value: ({ last_good }) => last_good },
  { name: "last_status", value: ({ last_status }) => last_status },
  { name: "backups", value: ({ backups }) => backups },
  { name: "policy", value: ({ policy }) => policy },
  { name: "reason", value: ({ reason }) => reason },
  { name: "id", wide: true, value: ({ id }) => id },
  { name: "last_created", wide: true, value: ({ last_created }) => last_created },
  { name: "size_mb", wide: true, value: ({ size_mb }) => size_mb },
];

interface ServerOptions {
  withoutBackupSince?: TypedTime;
  timezone?: string;
  columns?: string;
  sort?: string;
  output: Format;
}

/** Servers with the age of their last good backup. No operation lists servers, so it reads policies and backups. */
export function listServersCommand(io: Session): Command {
  const command = new Command("servers")
    .summary("List servers with their last good backup")
    .description(
      "Lists the servers that are in a policy or have a backup, each with its last available backup and the state of its last one. Reads all policies and all backups. A server that has neither is not known to the service.",
    )
    .addOption(
      new Option(
        "--without-backup-since <time>",
        "Only servers without an available backup made at this time or later, such as yesterday or 2d",
      )
        .argParser(readTime)
        .helpGroup("Filters:"),
    )
    .addOption(timeZoneOption().helpGroup("Filters:"));
  for (const option of rowOptions(columns)) command.addOption(option);
  addConnectionOptions(command).addHelpText("after", `${timesHelp}\n${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const { withoutBackupSince, timezone: timeZone = "UTC", ...options } = command.opts<ServerOptions>();
    const chosen = chooseColumns(columns, options.columns, options.output);
    sortItems([], columns, options.sort);
    const since =
      withoutBackupSince && timeSent(withoutBackupSince, { edge: "start", timeZone, now: Date.now() });
    await withClient(command.opts(), io, async ({ client }) => {
      const all = await summarizeServers(client, io.signal);
      const servers = since === undefined ? all : all.filter(({ last_good = "" }) => last_good < since);
      if (servers.length === 0 && options.output === "table") {
        return io.note(
          `csbs: no servers found${since === undefined ? "" : `; all ${all.length} have a backup since ${since} (UTC)`}\n`,
        );
      }
      await printRows(sortItems(servers, columns, options.sort), chosen, options.output, io);
    });
  });
}
