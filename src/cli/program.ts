import { Command } from "commander";
import { apiCommand } from "./commands/api.ts";
import { backupCommand } from "./commands/backup.ts";
import { completionCommand } from "./commands/completion.ts";
import { configCommand } from "./commands/config.ts";
import { countCommand } from "./commands/count.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { helpCommand } from "./commands/help.ts";
import { listCommand } from "./commands/list.ts";
import { mockCommand } from "./commands/mock.ts";
import { policyCommand } from "./commands/policy.ts";
import { proxyCommand } from "./commands/proxy.ts";
import { pruneCommand } from "./commands/prune.ts";
import { quotaCommand } from "./commands/quota.ts";
import { restoreCommand } from "./commands/restore.ts";
import { showCommand } from "./commands/show.ts";
import { tagCommand } from "./commands/tag.ts";
import { waitCommand } from "./commands/wait.ts";
import { type CommandFactory, createContext } from "./context.ts";
import { explainInvalidValues } from "./options/invalid-values.ts";
import { refuseRepeats } from "./options/repeat.ts";
import { wrapHelp } from "./output/wrap.ts";
import type { Session } from "./session.ts";
import { allCommands, pathOf } from "./tree.ts";

/** The top level, in the order of its help. */
const commands: readonly CommandFactory[] = [
  countCommand,
  listCommand,
  showCommand,
  backupCommand,
  waitCommand,
  restoreCommand,
  pruneCommand,
  policyCommand,
  tagCommand,
  quotaCommand,
  mockCommand,
  proxyCommand,
  configCommand,
  doctorCommand,
  completionCommand,
  apiCommand,
  helpCommand,
];

const footer = `
See csbs COMMAND --help; try csbs count --mock (no account); csbs --version.
`;

const widest = 100;

/** The whole command line. */
export function createProgram(io: Session): Command {
  const context = createContext(io);
  const program = new Command("csbs")
    .usage("COMMAND [options]")
    .description("Cloud Server Backup Service (CSBS) of Open Telekom Cloud and Huawei Cloud.")
    .version(context.spec.info.version, "-V, --version", "Print the version")
    .addHelpText("after", footer)
    // The footer names both options.
    .configureHelp({ visibleOptions: () => [] })
    .helpCommand(false);
  for (const create of commands) program.addCommand(create(context));
  for (const command of allCommands(program)) configure(command, io);
  return program;
}

/** Help goes to stdout; errors are thrown, so that they are written in one place, as one line. */
function configure(command: Command, io: Session): void {
  const { out, columns = 80 } = io;
  const width = Math.min(columns, widest);
  command
    .exitOverride()
    // What follows a subcommand belongs to it.
    .enablePositionalOptions()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => out(wrapHelp(text, width)),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => width,
    })
    .configureHelp({
      // Commander would not wrap beside long options in a narrow terminal.
      minWidthToWrap: 20,
      // The descriptions name values and defaults in words.
      optionDescription: ({ description }) => description,
      subcommandTerm: (subcommand) => subcommand.name(),
      commandUsage: (described) => `${pathOf(described)} ${described.usage()}`,
      ...command.configureHelp(),
    })
    .helpOption("-h, --help", "Show this help");
  explainInvalidValues(command);
  refuseRepeats(command);
}
