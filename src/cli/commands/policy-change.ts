import { Command, Option } from "commander";
import { type Backup, type CsbsClient, type Policy, waitForPolicyRun } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import { exitCodesHelp } from "../exit.ts";
import { findPolicy } from "../lookup/find.ts";
import { findServers } from "../lookup/servers.ts";
import { listOption } from "../options/repeat.ts";
import { backupColumns } from "../output/columns.ts";
import { chooseColumns, type Format, formatOption, printRows } from "../output/rows.ts";
import type { Session } from "../session.ts";
import { addChangeOptions, type ChangeOptions, checkConfirmation, confirm } from "../tasks/changes.ts";
import { deadlineOption, showProgress } from "../wait/progress.ts";

type Options = ChangeOptions & ConnectionOptions;

interface RunOptions extends Options {
  server?: string[];
  wait?: true;
  deadline?: number;
  output: Format;
}

/** What a command needs to act on one policy. */
interface OnPolicy<Given> {
  client: CsbsClient;
  policy: Policy;
  options: Given;
  interval: number | undefined;
}

/** A command that changes one policy, given by ID or name. */
export function onPolicy<Given extends Options>(
  command: Command,
  io: Session,
  act: (given: OnPolicy<Given>, rest: string[]) => Promise<void>,
): Command {
  addConnectionOptions(addChangeOptions(command)).addHelpText("after", `${connectionHelp}${exitCodesHelp}`);
  return command.action(async (text: string, rest: unknown) => {
    const options = command.opts<Given>();
    checkConfirmation(options, io);
    await withClient(options, io, async ({ client, interval }) => {
      const policy = await findPolicy(client, text, io.signal);
      await act({ client, policy, options, interval }, Array.isArray(rest) ? rest : []);
    });
  });
}

export function policyArgument(command: Command): Command {
  return command.argument("<policy>", "The policy, by ID or name");
}

export function policyRunCommand(io: Session): Command {
  const command = policyArgument(new Command("run"))
    .summary("Run a policy now")
    .description(
      "Backs up all servers of a policy now, or some of them. Retention does not delete these backups.",
    )
    .addOption(listOption("--server <servers>", "Only these servers of the policy, with commas between them"))
    .addOption(new Option("--wait", "Wait until the backups are available, and print them"))
    .addOption(deadlineOption())
    .addOption(formatOption());
  return onPolicy<RunOptions>(command, io, async ({ client, policy, options, interval }) => {
    const servers = await findServers(client, options.server ?? [], io.signal);
    const resources = servers.map(({ id }) => id);
    const parameters = resources.length === 0 ? {} : { resources };
    const body = { checkpoint: { plan_id: policy.id, parameters } };
    const words = resources.length === 0 ? "all its servers" : resources.join(", ");
    const question = `Run the policy ${policy.name} for ${words}?`;
    if (!(await confirm(question, [{ operation: "runPolicy", parameters: { body } }], options, io))) return;
    const { checkpoint } = await client.runPolicy({ body }, { signal: io.signal });
    io.note(`csbs: the backup record is ${checkpoint.id}\n`);
    const call = { signal: io.signal };
    const backups: Backup[] =
      options.wait === true
        ? await showProgress(
            { io, interval, deadline: options.deadline, resume: `csbs wait ${checkpoint.id}` },
            (watch) => waitForPolicyRun(client, checkpoint, watch),
          )
        : (await client.listBackups({ checkpoint_id: checkpoint.id }, call)).checkpoint_items;
    await printRows(backups, chooseColumns(backupColumns, undefined, options.output), options.output, io);
  });
}

/** Switches the schedule of a policy on or off. */
export function policySwitchCommand(name: "enable" | "disable", io: Session): Command {
  const enabled = name === "enable";
  const command = policyArgument(new Command(name))
    .summary(enabled ? "Let a policy run by its schedule" : "Stop a policy from running by its schedule")
    .description(
      enabled
        ? "Lets a policy run by its schedule."
        : "Stops a policy from running by its schedule. It can still be run with csbs policy run.",
    );
  return onPolicy(command, io, async ({ client, policy, options }) => {
    const schedules = policy.scheduled_operations ?? [];
    if (schedules.length === 0) throw new Error(`the policy ${policy.name} has no schedule`);
    const body = { policy: { scheduled_operations: schedules.map(({ id }) => ({ id, enabled })) } };
    const parameters = { policy_id: policy.id, body };
    const question = `${enabled ? "Enable" : "Disable"} the policy ${policy.name}?`;
    if (!(await confirm(question, [{ operation: "updatePolicy", parameters }], options, io))) return;
    await client.updatePolicy(parameters, { signal: io.signal });
    io.note(`csbs: ${name}d the policy ${policy.name}\n`);
  });
}

export function policyDeleteCommand(io: Session): Command {
  const command = policyArgument(new Command("delete"))
    .summary("Delete a policy")
    .description("Deletes a policy. The backups that it has made stay, and nothing deletes them any more.");
  return onPolicy(command, io, async ({ client, policy, options }) => {
    const parameters = { policy_id: policy.id };
    const question = `Delete the policy ${policy.name}? Its backups stay.`;
    if (!(await confirm(question, [{ operation: "deletePolicy", parameters }], options, io))) return;
    await client.deletePolicy(parameters, { signal: io.signal });
    io.note(`csbs: deleted the policy ${policy.name}\n`);
  });
}
