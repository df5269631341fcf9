import { Command } from "commander";
import { findCommand, rootOf, unknownCommand } from "../tree.ts";

/** Shows the help of a command, at any depth. */
export function helpCommand(): Command {
  return new Command("help")
    .summary("Show the help of a command")
    .description("Shows the help of a command.")
    .argument("[command...]", "The command, such as count, or api list-backups")
    .action((words: string[], _, command: Command) => {
      const { command: found, rest } = findCommand(rootOf(command), words);
      if (rest[0] !== undefined) throw unknownCommand(found, rest[0]);
      found.help();
    });
}
