import { Command } from "commander";
import { type Row, settingRows } from "../../config/report.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import { flagOf, givenSettings } from "../connection/settings.ts";
import type { CommandContext } from "../context.ts";
import { exitCodesHelp, UsageError } from "../exit.ts";
import { type Column, formatOrJson, printRows } from "../output/rows.ts";

const columns: readonly Column<Row>[] = [
  { name: "setting", value: ({ setting }) => setting },
  { name: "value", value: ({ value }) => value },
  { name: "source", value: ({ source }) => source },
];

const examples = `
Examples:
  csbs config
  csbs config --os-cloud otc -o json
`;

/** Which settings count, and where each was found. Asks nobody. */
export function configCommand({ io }: CommandContext): Command {
  const command = new Command("config")
    .summary("Show the settings and where they come from")
    .description(
      "Shows each setting that is in use and where it was found: an option, a variable, or a key of a file. Secrets are redacted. Nothing is sent. The exit code is 1 when something is missing or wrong.",
    )
    .addOption(formatOrJson("table"));
  addConnectionOptions(command).addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const { output, ...options } = command.opts<ConnectionOptions & { output: "table" | "json" }>();
    if (options.mock === true) throw new UsageError("the mock has no settings; leave --mock out");
    const { rows, problem } = await settingRows(givenSettings(options), process.env, { label: flagOf });
    if (rows.length > 0 || output === "json") await printRows(rows, columns, output, io);
    if (problem !== undefined) throw new Error(problem);
  });
}
