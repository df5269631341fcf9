import { Command } from "commander";
import type { Document } from "../spec/document.ts";
import { callCommand } from "./call.ts";
import { countCommand } from "./commands/count.ts";
import { mockCommand } from "./commands/mock.ts";
import { completionCommand } from "./completion/script.ts";
import { exitCodesHelp } from "./exit.ts";
import type { Io } from "./io.ts";
import { loadSpec, type OperationSpec, operationSpecs } from "./spec.ts";

const footer = `
Examples:
  csbs count --mock                                     try it without an account
  csbs list-backups --os-cloud otc --status error       as a table
  csbs list-policies --region eu-de --all               every one, as JSON lines
  csbs create-backup --resource-id 9422f270-6fcf-4ba2-9319-a007f2f63a8e \\
    --body '{"protect":{}}' --wait                      and see it grow
  csbs mock --scenario backup                           a service to try things on
  source <(csbs completion bash)                        complete what you type

csbs COMMAND --help tells how to sign in, and what a command needs.
`;

const widest = 100;

/** The whole command line: a command for each operation of the spec, under its tag. */
export function createProgram(io: Io): Command {
  const spec = loadSpec();
  const { version } = spec.info;
  const program = configure(new Command("csbs"), io)
    .description(
      "Cloud Server Backup Service (CSBS) of Open Telekom Cloud and Huawei Cloud, from the command line.",
    )
    .version(version, "-V, --version", "Print the version")
    .addHelpText("after", `${footer}${exitCodesHelp}`);
  const operations = operationSpecs(spec);
  for (const tag of tagsOf(spec)) {
    for (const operation of operations.filter((candidate) => candidate.tag === tag)) {
      program.addCommand(configure(commandOf(operation, io).helpGroup(`${tag}:`), io));
    }
  }
  program.commandsGroup("More:");
  for (const command of [mockCommand(io), completionCommand(program, io)]) {
    program.addCommand(configure(command.helpGroup("More:"), io));
  }
  return program.helpCommand("help [command]", "Show the help of a command");
}

function commandOf(operation: OperationSpec, io: Io): Command {
  return operation.operationId === "countBackups" ? countCommand(operation, io) : callCommand(operation, io);
}

function tagsOf({ tags }: Document): string[] {
  return tags.map(({ name }) => name);
}

/** Help goes to stdout; errors are thrown, so that they are written in one place, as one line. */
function configure(command: Command, { out, columns = 80 }: Io): Command {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: out,
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => Math.min(columns, widest),
    })
    .configureHelp({
      // The descriptions name values and defaults in words.
      optionDescription: ({ description }) => description,
      subcommandTerm: (subcommand) => [subcommand.name(), ...subcommand.aliases()].join("|"),
    })
    .helpOption("-h, --help", "Show this help");
}
