import { Command } from "commander";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, type ConnectionOptions, connectionHelp } from "../connection/options.ts";
import { exitCodesHelp, UsageError } from "../exit.ts";
import { findTagged } from "../lookup/find.ts";
import type { Session } from "../session.ts";
import { addChangeOptions, type ChangeOptions, checkConfirmation, confirm } from "../tasks/changes.ts";

/** Sets or removes tags of one backup or policy. */
export function tagChangeCommand(name: "add" | "remove", io: Session): Command {
  const adds = name === "add";
  const command = new Command(name)
    .summary(adds ? "Add tags to a backup or a policy" : "Remove tags from a backup or a policy")
    .description(
      adds
        ? "Adds tags to a backup or a policy, at most 10 in all. A key that is there gets the new value."
        : "Removes the tags with these keys from a backup or a policy.",
    )
    .argument("<backup|policy>", "ID or unique name")
    .argument(adds ? "<key=value...>" : "<key...>", adds ? "Tags" : "Keys of the tags");
  addConnectionOptions(addChangeOptions(command)).addHelpText("after", `${connectionHelp}${exitCodesHelp}`);
  return command.action(async (text: string, given: string[]) => {
    const options = command.opts<ChangeOptions & ConnectionOptions>();
    checkConfirmation(options, io);
    const body = adds
      ? { action: "create" as const, tags: given.map(readTag) }
      : { action: "delete" as const, tags: given.map((key) => ({ key })) };
    await withClient(options, io, async ({ client }) => {
      const { kind, id } = await findTagged(client, text, io.signal);
      const operation = kind === "backup" ? "updateBackupTags" : "updatePolicyTags";
      const parameters = { resource_id: id, body };
      const question = `${adds ? "Add" : "Remove"} ${given.join(", ")} ${adds ? "to" : "from"} the ${kind} ${text}?`;
      if (!(await confirm(question, [{ operation, parameters }], options, io))) return;
      await client[operation](parameters, { signal: io.signal });
      io.note(`csbs: ${adds ? "added" : "removed"} ${given.join(", ")}\n`);
    });
  });
}

/** @throws UsageError for text without a key and a value. */
function readTag(text: string): { key: string; value: string } {
  const [key = "", ...value] = text.split("=");
  if (key !== "" && value.length > 0) return { key, value: value.join("=") };
  throw new UsageError(`${JSON.stringify(text)} is not a tag; write key=value`);
}
