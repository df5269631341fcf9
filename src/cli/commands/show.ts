import { Command } from "commander";
import type { CsbsClient } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp } from "../exit.ts";
import { backupsOf, findAny } from "../lookup/find.ts";
import type { Known } from "../lookup/identify.ts";
import { backupColumns } from "../output/columns.ts";
import { printResponse } from "../output/print.ts";
import { formatOrJson, printRows } from "../output/rows.ts";
import type { Session } from "../session.ts";

const examples = `
Examples:
  csbs show before-upgrade --mock
  csbs show thursdays --mock
  csbs show f672a1bb-6912-446a-816c-72792c5263e0 --mock -o json
`;

/** Everything about one thing, whatever its kind: nobody remembers what an ID belongs to. */
export function showCommand({ io }: CommandContext): Command {
  const command = new Command("show")
    .summary("Show a backup, a record, a policy or a server")
    .description(
      "Shows a backup or a policy with all fields, or the backups of a backup record or of a server. ID or name; a name must be unique.",
    )
    .argument("<id|name>", "What to show")
    .addOption(formatOrJson("text"));
  addConnectionOptions(command).addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async (text: string) => {
    const { output } = command.opts<{ output: "text" | "json" }>();
    await withClient(command.opts(), io, async ({ client }) => {
      await print(await findAny(client, text, io.signal), output, client, io);
    });
  });
}

async function print(known: Known, output: "text" | "json", client: CsbsClient, io: Session): Promise<void> {
  if (known.kind === "backup") return printResponse(known.backup, output, io);
  if (known.kind === "policy") return printResponse(known.policy, output, io);
  const backups = known.kind === "record" ? known.backups : await backupsOf(client, known.id, io.signal);
  const columns = backupColumns.filter(({ name, wide }) => wide !== true || name === "id");
  await printRows(backups, columns, output === "text" ? "table" : "json", io);
}
