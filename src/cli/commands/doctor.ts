import { Command } from "commander";
import type { Row } from "../../config/report.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import { watchTraffic } from "../connection/traffic.ts";
import type { CommandContext } from "../context.ts";
import { plural, startCheckup } from "../doctor/checkup.ts";
import { examine } from "../doctor/examine.ts";
import { printReport, startPrinter } from "../doctor/print.ts";
import { openWorld } from "../doctor/world.ts";
import { exitCodesHelp } from "../exit.ts";
import { formatOrJson } from "../output/rows.ts";

const examples = `
Examples:
  csbs doctor --mock               try it without an account
  csbs doctor --os-cloud otc
  csbs doctor -o json > report.json
`;

/** Checks everything that a request depends on, without changing anything. */
export function doctorCommand({ io, spec }: CommandContext): Command {
  const command = new Command("doctor")
    .summary("Check settings, network, sign-in and the service")
    .description(
      "Checks the settings, the network, IAM, the clock, the endpoint and every operation that only reads, with the smallest request, and says what to do about a problem. It changes nothing and prints no secret. The exit code is 1 when a check fails.",
    )
    .addOption(formatOrJson("text"));
  addConnectionOptions(command).addHelpText("after", `${examples}${connectionHelp}${exitCodesHelp}`);
  return command.action(async () => {
    const { output, timeout, ...options } = command.opts<ConnectionOptions & { output: "text" | "json" }>();
    const settings = { ...watchTraffic(options, io), timeout };
    const world = await openWorld(options);
    const printer = output === "text" ? startPrinter(io) : undefined;
    const checkup = startCheckup((check) => printer?.show(check), io.signal);
    let rows: readonly Row[] = [];
    try {
      await examine({ world, checkup, session: io, spec, settings }, (found) => {
        rows = found;
        printer?.settings(found);
      });
    } finally {
      await world.close();
    }
    const { checks } = checkup;
    if (printer === undefined) printReport(checks, rows, io);
    else printer.end(checks);
    const failed = checks.filter(({ result }) => result === "failed").map(({ check }) => check);
    if (failed.length > 0) throw new Error(`${plural(failed.length, "check")} failed: ${failed.join(", ")}`);
  });
}
