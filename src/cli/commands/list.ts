import { Command, Option } from "commander";
import type { Backup, Policy } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp } from "../exit.ts";
import { backupColumns, policyColumns } from "../output/columns.ts";
import { type Column, chooseColumns, type Format, printRows, rowOptions, sortItems } from "../output/rows.ts";
import { allItems } from "../pages.ts";
import type { Session } from "../session.ts";
import type { OperationSpec } from "../spec.ts";
import { listServersCommand } from "./list-servers.ts";
import { givenParameters, noteTimes, operationCommand } from "./operation.ts";

interface ListOptions {
  all?: true;
  columns?: string;
  sort?: string;
  output: Format;
}

/** Items of the largest page, which a list without --all ends at. */
const largestPage = 1000;

/** How many items are read between two updates of the counter. */
const step = 100;

const examples = `
Examples:
  csbs list backups --status error --start-time 7d      failures of a week, with reasons
  csbs list backups --sort -size_mb --columns name,server,size_mb
  csbs list policies --mock -o wide
  csbs list servers --without-backup-since yesterday
  csbs list backups --all -o csv > backups.csv
`;

/** Lists for people: the columns that matter, in the format that the next tool reads. */
export function listCommand({ io, operation }: CommandContext): Command {
  const command = new Command("list")
    .summary("List backups, policies or servers")
    .description("Lists backups, policies or servers.")
    .usage("backups|policies|servers [options]")
    .helpCommand(false)
    .addHelpText("after", examples);
  command.addCommand(
    listing<Backup>("backups", operation("listBackups"), backupColumns, io).summary("List backups"),
  );
  command.addCommand(
    listing<Policy>("policies", operation("listPolicies"), policyColumns, io).summary("List policies"),
  );
  command.addCommand(listServersCommand(io));
  return command;
}

function listing<Item extends { id: string }>(
  name: string,
  operation: OperationSpec,
  all: readonly Column<Item>[],
  io: Session,
): Command {
  // The API sorts one page by keys of its own; here whole lists are sorted by columns.
  const parameters = operation.parameters.filter((parameter) => parameter.name !== "sort");
  const listed = { ...operation, parameters };
  const command = operationCommand(name, listed);
  const options = [new Option("--all", "Read every page"), ...rowOptions(all)];
  for (const option of options) command.addOption(option.helpGroup("Output:"));
  addConnectionOptions(command).addHelpText("after", `${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const { all: everything, columns, sort, output } = command.opts<ListOptions>();
    const filters = givenParameters(listed, command.opts());
    noteTimes(listed, filters, command.opts(), io);
    const chosen = chooseColumns(all, columns, output);
    sortItems([], all, sort);
    await withClient(command.opts(), io, async ({ client }) => {
      const limit = everything === true ? undefined : Number(filters.limit ?? largestPage);
      const { items, hasMore } = await readItems(allItems(client, operation, filters, io.signal), limit, io);
      if (items.length === 0 && output === "table") io.note(`csbs: no ${name} found\n`);
      else await printRows(sortItems(items as Item[], all, sort), chosen, output, io);
      if (hasMore) io.note(`csbs: ${limit} shown, more are available; use --all\n`);
    });
  });
}

/** Reads items up to a limit, and one more to know whether there are more; on a terminal a counter shows that something happens. */
async function readItems(
  pages: AsyncIterable<object>,
  limit: number | undefined,
  io: Session,
): Promise<{ items: object[]; hasMore: boolean }> {
  const items: object[] = [];
  let hasMore = false;
  for await (const item of pages) {
    hasMore = items.length === limit;
    if (hasMore) break;
    items.push(item);
    if (io.liveErr === true && items.length % step === 0) io.note(`\r${items.length} read`);
  }
  if (io.liveErr === true && items.length >= step) io.note("\r\u001b[K");
  return { items, hasMore };
}
