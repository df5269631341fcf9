import { Command, CommanderError, Option } from "commander";
import { CsbsApiError, CsbsConfigError, explainError } from "../index.ts";
import { addConnectionOptions, connect, UsageError } from "./connection.ts";
import { givenParameters, operationCommand } from "./operation-command.ts";
import { findOperation, loadSpec, type OperationSpec } from "./spec.ts";

/** Where the command writes. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export const exitCodes = { done: 0, refused: 1, wrongUsage: 2 } as const;

const examples = `
Examples:
  csbs count --mock                                     try it without an account
  csbs count --status error --start-time 2026-11-17     failed backups since a date
  csbs count --resource-type OS::Nova::Server --resource-type OS::Ironic::BareMetalServer
  csbs count --resource-name db-01 -o json              {"count":10}

Times are UTC; 2026-11-24, 2026-11-24T08:00:00 and 2026-11-24T08:00:00+01:00 are all understood.

Exit codes:
  0  done
  1  the service refused, or did not answer
  2  wrong usage; nothing was sent
`;

/** Runs the command line; resolves to its exit code and never rejects. */
export async function run(args: string[], output: Output): Promise<number> {
  try {
    await program(output).parseAsync(args, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return report(error, output);
  }
}

function program(output: Output): Command {
  const spec = loadSpec();
  const { version } = spec.info as { version: string };
  const root = configure(new Command("csbs"), output)
    .description(
      "Cloud Server Backup Service (CSBS) of Open Telekom Cloud and Huawei Cloud, from the command line.",
    )
    .version(version, "-V, --version", "Print the version")
    .addHelpText("after", examples);
  root.addCommand(configure(countCommand(findOperation(spec, "countBackups"), output), output));
  return root;
}

/** Help goes to stdout; errors are thrown, so that they are written in one place, as one line. */
function configure(command: Command, { out }: Output): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {}, outputError: () => {} })
    .helpOption("-h, --help", "Show this help");
}

function countCommand(operation: OperationSpec, { out }: Output): Command {
  const command = operationCommand("count", operation);
  addConnectionOptions(command, operation)
    .addOption(
      new Option("-o, --output <form>", "What to print: the number alone, or the answer as JSON")
        .choices(["text", "json"])
        .default("text")
        .helpGroup("Output:"),
    )
    .allowExcessArguments(false)
    .addHelpText("after", examples);
  return command.action(async (options: { output: string }) => {
    const { client, close } = await connect(command, operation);
    try {
      const answer = await client.countBackups(givenParameters(operation, command.opts()));
      out(options.output === "json" ? `${JSON.stringify(answer)}\n` : `${answer.count}\n`);
    } finally {
      await close();
    }
  });
}

function report(error: unknown, { err }: Output): number {
  // Help and version end commander too; they have written what there is to say.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  const wrongUsage = [CommanderError, UsageError, CsbsConfigError].some((type) => error instanceof type);
  err(`csbs: ${oneLine(error)}\n`);
  return wrongUsage ? exitCodes.wrongUsage : exitCodes.refused;
}

function oneLine(error: unknown): string {
  if (error instanceof CommanderError && error.code === "commander.help")
    return "no command given; see csbs --help";
  const message = error instanceof Error ? `${error.message}${remedyOf(error)}` : String(error);
  const safe = error instanceof CommanderError ? withoutValues(message) : message;
  // What the service sends may hold anything, control characters of a terminal too.
  return safe
    .replace(/^error: /, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Commander repeats a mistyped option with its value, which may be a token: --tokne=… */
function withoutValues(message: string): string {
  return message.replace(/'(--?[^'=]+)=.*'/s, "'$1=…'");
}

/** What the catalogue advises, as a sentence after the message. */
function remedyOf(error: Error): string {
  const entry = error instanceof CsbsApiError ? explainError(error) : undefined;
  if (entry === undefined) return "";
  return `${error.message.endsWith(".") ? "" : "."} ${entry.remedy}`;
}
