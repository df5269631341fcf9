import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { tagChangeCommand } from "./tag-change.ts";
import { tagFindCommand, tagListCommand } from "./tag-list.ts";

const examples = `
Examples:
  csbs tag add before-upgrade team=ops stage=prod
  csbs tag remove before-upgrade stage
  csbs tag find team=ops
  csbs tag list --mock
`;

/** Tags of backups and policies. */
export function tagCommand({ io }: CommandContext): Command {
  const command = new Command("tag")
    .summary("List, add, remove and find tags")
    .description(
      "Lists, adds, removes and finds tags of backups and policies, each given by ID or unique name.",
    )
    .usage("COMMAND [options]")
    .helpCommand(false)
    .addHelpText("after", examples);
  for (const child of [
    tagListCommand(io),
    tagFindCommand(io),
    tagChangeCommand("add", io),
    tagChangeCommand("remove", io),
  ]) {
    command.addCommand(child);
  }
  return command;
}
