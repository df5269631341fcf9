import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { policyDeleteCommand, policyRunCommand, policySwitchCommand } from "./policy-change.ts";
import { policyCreateCommand } from "./policy-create.ts";
import { policyServersCommand } from "./policy-servers.ts";

const examples = `
Examples:
  csbs policy create nightly --at 02:30 --keep 14 --server db-01 --server web-1
  csbs policy run nightly --wait
  csbs policy disable nightly
  csbs policy add nightly web-2
`;

/** What operators do with policies; csbs list policies lists them. */
export function policyCommand({ io }: CommandContext): Command {
  const command = new Command("policy")
    .summary("Create, run, change and delete policies")
    .description("Creates, runs, changes and deletes policies. A policy is given by ID or name.")
    .usage("COMMAND [options]")
    .helpCommand(false)
    .addHelpText("after", `${examples}\nSee also csbs list policies and csbs show.\n`);
  const children = [
    policyCreateCommand(io),
    policyRunCommand(io),
    policySwitchCommand("enable", io),
    policySwitchCommand("disable", io),
    policyServersCommand("add", io),
    policyServersCommand("remove", io),
    policyDeleteCommand(io),
  ];
  for (const child of children) command.addCommand(child);
  return command;
}
