import { Command, Option } from "commander";
import { CsbsConfigError, fixedParameters, type ScheduleKeep, schedule, type Weekday } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import { excludeEachOther, exitCodesHelp, UsageError } from "../exit.ts";
import { findServers, toResource } from "../lookup/servers.ts";
import { readCount } from "../options/numbers.ts";
import { listOption } from "../options/repeat.ts";
import { printResponse } from "../output/print.ts";
import { formatOrJson } from "../output/rows.ts";
import type { Session } from "../session.ts";
import { addChangeOptions, type ChangeOptions, checkConfirmation, confirm } from "../tasks/changes.ts";
import { countOf } from "../tasks/each.ts";

interface CreateOptions extends ChangeOptions, ConnectionOptions {
  at: string[];
  days?: string[];
  keep?: number | "all";
  keepDays?: number;
  keepDaily?: number;
  keepWeekly?: number;
  keepMonthly?: number;
  keepYearly?: number;
  keepTimezone?: string;
  server?: string[];
  description?: string;
  disabled?: true;
  output: "text" | "json";
}

const examples = `
Examples:
  csbs policy create nightly --at 02:30 --keep 14 --server db-01,web-1,web-2
  csbs policy create weekly --at 22:00 --days fr --keep-days 90 --server db-01
  csbs policy create ladder --at 01:00 --keep-daily 7 --keep-weekly 4 --keep-monthly 12 \\
    --keep-timezone UTC+01:00
`;

/** The options that the texts of schedule name. */
const origins: readonly (readonly [RegExp, string])[] = [
  [/^at\b/, "--at"],
  [/^the times of at\b/, "the times of --at"],
  [/^every\b.*/, "--days must be one or more of mo, tu, we, th, fr, sa, su"],
  [/^keep\.count\b/, "--keep"],
  [/^keep\.(\w+)\b/, "--keep-$1"],
  [
    /^daily, weekly, monthly and yearly need a timezone/,
    "--keep-daily, --keep-weekly, --keep-monthly and --keep-yearly need --keep-timezone",
  ],
  [
    /^timezone goes with daily.*/,
    "--keep-timezone goes with --keep-daily, --keep-weekly, --keep-monthly or --keep-yearly only",
  ],
  [
    /^keep has no limit.*/,
    "a policy needs --keep, --keep-days or another option that says what is kept; --keep all keeps everything",
  ],
];

export function policyCreateCommand(io: Session): Command {
  const number = (flags: string, description: string) =>
    new Option(flags, description).argParser(readCount).helpGroup("Retention:");
  const command = new Command("create")
    .summary("Create a policy")
    .description(
      "Creates a policy that backs up servers by schedule and deletes the backups that retention no longer keeps. Servers are given by ID, or by the unique name that a policy or a backup has for them.",
    )
    .argument("<name>", "Name of the policy: letters, digits, hyphens and underscores")
    .addOption(
      listOption("--at <times>", "Time of day in UTC, such as 02:30; several with commas between them")
        .makeOptionMandatory()
        .helpGroup("Schedule:"),
    )
    .addOption(
      listOption(
        "--days <days>",
        "Days of the week: mo, tu, we, th, fr, sa, su; every day when not given",
      ).helpGroup("Schedule:"),
    )
    .addOption(new Option("--disabled", "Do not run by schedule yet").helpGroup("Schedule:"))
    .addOption(
      new Option("--keep <number>", "Newest backups of each server to keep, or all")
        .argParser((text) => (text === "all" ? text : readCount(text)))
        .helpGroup("Retention:"),
    )
    .addOption(number("--keep-days <number>", "Days to keep each backup"))
    .addOption(number("--keep-daily <number>", "Days of which the last backup is kept besides"))
    .addOption(number("--keep-weekly <number>", "Weeks of which the last backup is kept besides"))
    .addOption(number("--keep-monthly <number>", "Months of which the last backup is kept besides"))
    .addOption(number("--keep-yearly <number>", "Years of which the last backup is kept besides"))
    .addOption(
      new Option(
        "--keep-timezone <zone>",
        "Zone by which days to years are counted, such as UTC+01:00",
      ).helpGroup("Retention:"),
    )
    .addOption(listOption("--server <servers>", "Servers to back up, with commas between them"))
    .addOption(new Option("--description <text>", "Free text without < and >"))
    .addOption(formatOrJson("text"));
  addConnectionOptions(addChangeOptions(command));
  command.addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async (name: string) => {
    const options = command.opts<CreateOptions>();
    checkConfirmation(options, io);
    const operation = scheduleFor(options);
    await withClient(options, io, async ({ client }) => {
      const servers = await findServers(client, options.server ?? [], io.signal);
      const policy = {
        name,
        ...(options.description === undefined ? {} : { description: options.description }),
        ...fixedParameters,
        parameters: { common: {} },
        resources: servers.map(toResource),
        scheduled_operations: [operation],
      };
      const body = { policy };
      const call = {
        operation: "createPolicy",
        parameters: { body },
        origins: {
          "policy/name": "the name",
          "policy/description": "--description",
          "policy/resources": "the list of --server",
        },
      };
      const question = `Create the policy ${name} for ${countOf(servers.length, "server")}?`;
      if (!(await confirm(question, [call], options, io))) return;
      printResponse(await client.createPolicy({ body }, { signal: io.signal }), options.output, io);
    });
  });
}

/** @throws UsageError that names the option. */
function scheduleFor({ at, days, disabled, ...options }: CreateOptions): ReturnType<typeof schedule> {
  try {
    return schedule({
      at,
      every: days === undefined ? "day" : (days.map((day) => day.toLowerCase()) as Weekday[]),
      keep: keepOf(options),
      enabled: disabled !== true,
    });
  } catch (error) {
    if (!(error instanceof CsbsConfigError)) throw error;
    const [form, words] = origins.find(([text]) => text.test(error.message)) ?? [/$/, ""];
    throw new UsageError(error.message.replace(form, words));
  }
}

/** @throws UsageError for everything together with a limit. */
function keepOf(options: Omit<CreateOptions, "at" | "days">): ScheduleKeep {
  const { keep, keepDays, keepDaily, keepWeekly, keepMonthly, keepYearly, keepTimezone } = options;
  const limits = {
    count: keep === "all" ? undefined : keep,
    days: keepDays,
    daily: keepDaily,
    weekly: keepWeekly,
    monthly: keepMonthly,
    yearly: keepYearly,
    timezone: keepTimezone,
  };
  if (keep !== "all") return limits;
  if (Object.values(limits).every((value) => value === undefined)) return "forever";
  throw excludeEachOther("--keep all", "the other options of retention");
}
