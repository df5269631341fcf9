import { type Command, Option } from "commander";
import { type CsbsClient, countByStatus, countIn } from "../../index.ts";
import { connect } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp, UsageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { chart } from "../output/chart.ts";
import { type Painter, painterFor } from "../output/colours.ts";
import { printResponse } from "../output/print.ts";
import { table } from "../output/table.ts";
import type { OperationSpec } from "../spec.ts";
import { givenParameters, operationCommand } from "./operation.ts";

const countExamples = `
Examples:
  csbs count --mock                                     try it without an account
  csbs count --status error --start-time 7d             failed backups of a week
  csbs count --by status --region eu-de                 how many in each state, as bars
  csbs count --resource-type OS::Nova::Server --resource-type OS::Ironic::BareMetalServer
  csbs count --resource-name db-01 -o json              {"count":10}
`;

interface CountOptions {
  by?: "status";
  status?: string;
  output: "text" | "json" | "table";
}

/** The command that most people come for, so it has a short name and prints the number alone. */
export function countCommand({ io, operation: find }: CommandContext): Command {
  const operation = find("countBackups");
  const command = operationCommand("count", operation);
  command.addOption(
    new Option("--by <what>", "Count for each status alone, by a request each")
      .choices(["status"])
      .helpGroup("Output:"),
  );
  addConnectionOptions(command)
    .addOption(
      new Option(
        "-o, --output <form>",
        "Output format: text (default) is the number alone, or bars with --by; json is the response; table is for --by",
      )
        .choices(["text", "json", "table"])
        .default("text")
        .helpGroup("Output:"),
    )
    .addHelpText("after", `${countExamples}${connectionHelp}${exitCodesHelp}`);
  return command.action(() => act(operation, command, io));
}

async function act(operation: OperationSpec, command: Command, io: Io): Promise<void> {
  const { by, status, output } = command.opts<CountOptions>();
  if (by === undefined && output === "table") throw new UsageError("-o table goes with --by status only");
  if (by !== undefined && status !== undefined)
    throw new UsageError("--by status and --status exclude each other; leave one out");
  const filters = givenParameters(operation, command.opts());
  const { client, close } = await connect(command.opts());
  try {
    if (by !== undefined) printCounts(await countStates(client, filters, io), output, io);
    else {
      const response = await client.countBackups(filters, { signal: io.signal });
      const count = countIn(response);
      if (output === "json") printResponse(response, output, io);
      else io.out(`${count}\n`);
    }
  } finally {
    await close();
  }
}

async function countStates(
  client: CsbsClient,
  filters: object,
  { signal }: Io,
): Promise<Record<string, number>> {
  return { ...(await countByStatus(client, filters, { signal })) };
}

function printCounts(counts: Record<string, number>, form: string, io: Io): void {
  const paint = painterFor(io);
  if (form === "json") printResponse(counts, form, io);
  else io.out(form === "table" ? countTable(counts, paint, io.columns) : chart(counts, paint, io.columns));
}

function countTable(counts: Record<string, number>, paint: Painter, columns: number | undefined): string {
  const { total, ...states } = counts;
  const rows = Object.entries({ ...states, total }).map(([status, count]) => ({ status, count }));
  return table(rows, paint, columns);
}
