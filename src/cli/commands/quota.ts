import { Command } from "commander";
import type { components } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp } from "../exit.ts";
import { printResponse } from "../output/print.ts";
import { type Column, formatOrJson, printRows } from "../output/rows.ts";

type Quota = components["schemas"]["Quota"];

const columns: readonly Column<Quota>[] = [
  { name: "type", value: ({ type }) => type },
  { name: "used", value: ({ used }) => used },
  { name: "limit", value: ({ quota }) => (quota < 0 ? "none" : quota) },
  { name: "free", value: ({ quota, used }) => (quota < 0 ? undefined : Math.max(0, quota - used)) },
  { name: "unit", value: ({ unit }) => unit ?? undefined },
];

/** The limits of the project, and how much of them is used. */
export function quotaCommand({ io }: CommandContext): Command {
  const command = new Command("quota")
    .summary("Show the quotas of the project")
    .description(
      "Shows the limits of the project for backups and backup space, and how much of them is used.",
    )
    .addOption(formatOrJson("table"));
  addConnectionOptions(command).addHelpText("after", `${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const { output } = command.opts<{ output: "table" | "json" }>();
    await withClient(command.opts(), io, async ({ client }) => {
      const response = await client.getQuotas({}, { signal: io.signal });
      if (output === "json") printResponse(response, output, io);
      else await printRows(response.quotas.resources, columns, output, io);
    });
  });
}
