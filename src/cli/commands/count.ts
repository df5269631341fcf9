import { type Command, Option } from "commander";
import { countByStatus, countEverywhere, countIn } from "../../index.ts";
import { listRegions } from "../../spec/servers.ts";
import { connectEverywhere } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import type { CommandContext } from "../context.ts";
import { type GroupedBy, groupCounts } from "../count/groups.ts";
import { type CountForm, printCount, printGroups, printStatuses } from "../count/print.ts";
import { findTargets, type Target } from "../count/targets.ts";
import { excludeEachOther, exitCodesHelp, UsageError } from "../exit.ts";
import { messageOf } from "../message.ts";
import type { Session } from "../session.ts";
import { givenParameters, noteTimes, operationCommand } from "./operation.ts";

const examples = `
Examples:
  csbs count --mock                          try it without an account
  csbs count --status error --start-time 7d  failed backups of a week
  csbs count --by status --region eu-de      how many in each state, as bars
  csbs count --all-projects --status error   a line for each project, and the total
  csbs count --by region --region eu-de --region eu-nl
  csbs count --resource-name db-01 -o json   {"count":10}
`;

interface CountOptions extends Omit<ConnectionOptions, "region" | "projectId"> {
  by?: "status" | GroupedBy;
  status?: string;
  allProjects?: true;
  projectId?: string[];
  region?: string[];
  output: CountForm;
}

/** The command that most people come for: it prints the number alone. */
export function countCommand({ io, spec, operation: find }: CommandContext): Command {
  const operation = find("countBackups");
  const command = operationCommand("count", operation);
  const own = [
    new Option(
      "--by <what>",
      "Count for each status, project or region; a status costs a request each",
    ).choices(["status", "project", "region"]),
    new Option(
      "-o, --output <form>",
      "What to print: text for people, which is the default, json, table or csv",
    )
      .choices(["text", "json", "table", "csv"])
      .default("text"),
  ];
  for (const option of own) command.addOption(option.helpGroup("Output:"));
  addConnectionOptions(command, { repeatable: ["--region", "--project-id"] });
  command.addOption(
    new Option("--all-projects", "Count in every project that IAM shows; needs OS_AUTH_URL").helpGroup(
      "Connection:",
    ),
  );
  command.addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const options = command.opts<CountOptions>();
    checkOptions(options);
    const filters = givenParameters(operation, command.opts());
    noteTimes(operation, filters, options, io);
    const { region, projectId, ...given } = options;
    const connections = await connectEverywhere(given, io);
    try {
      const targets = await findTargets(
        connections,
        {
          projectIds: unique(projectId),
          allProjects: options.allProjects === true,
          regions: unique(region),
          knownRegions: listRegions(spec),
        },
        io.signal,
      );
      await count(targets, filters, options, io);
    } finally {
      await connections.close();
    }
  });
}

function checkOptions({ by, status, allProjects, projectId, mock, region }: CountOptions): void {
  const excluded = [
    ["--by status", "--status", by === "status" && status !== undefined],
    ["--all-projects", "--project-id", allProjects === true && projectId !== undefined],
    ["--mock", "--region", mock === true && region !== undefined],
  ] as const;
  for (const [one, other, both] of excluded) {
    if (both) throw excludeEachOther(one, other);
  }
}

async function count(targets: Target[], filters: object, options: CountOptions, io: Session): Promise<void> {
  const { output, allProjects, region } = options;
  const [target] = targets as [Target, ...Target[]];
  const several = targets.length > 1 || allProjects === true;
  const { by = several ? groupingOf(targets, region) : undefined } = options;
  const call = { signal: io.signal };
  if (by === undefined) {
    const response = await target.client.countBackups(filters, call);
    return printCount(countIn(response), response, output, io);
  }
  if (by === "status") {
    if (several)
      throw new UsageError("--by status counts one project of one region; use --by project or region");
    return printStatuses({ ...(await countByStatus(target.client, filters, call)) }, output, io);
  }
  const counts = await countEverywhere(targets, filters, call);
  printGroups(groupCounts(counts, by), by, output, io);
  for (const { target, error } of counts.results) {
    if (error === undefined) continue;
    const { name, projectId } = target;
    const project = name === undefined ? projectId : `${name} (${projectId})`;
    io.err(`csbs: ${project} in ${target.region}: ${messageOf(error)}\n`);
  }
  if (counts.failed > 0)
    throw new Error(`${counts.failed} of ${targets.length} counts failed; the total is incomplete`);
}

/** What is given twice must not count twice. */
function unique(values: string[] | undefined): string[] | undefined {
  return values && [...new Set(values)];
}

function groupingOf(targets: readonly Target[], regions: readonly string[] | undefined): GroupedBy {
  const projects = new Set(targets.map(({ projectId }) => projectId));
  return projects.size === 1 && (regions?.length ?? 0) > 1 ? "region" : "project";
}
