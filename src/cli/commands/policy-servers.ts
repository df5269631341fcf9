import { Command } from "commander";
import { isSame } from "../lookup/identify.ts";
import { findServers, nameOf, serverType, toResource } from "../lookup/servers.ts";
import type { Session } from "../session.ts";
import { confirm } from "../tasks/changes.ts";
import { onPolicy, policyArgument } from "./policy-change.ts";

/** Adds servers to a policy or removes them. The API replaces the whole list, so the others are sent again. */
export function policyServersCommand(name: "add" | "remove", io: Session): Command {
  const adds = name === "add";
  const command = policyArgument(new Command(name))
    .summary(adds ? "Add servers to a policy" : "Remove servers from a policy")
    .description(
      adds
        ? "Adds servers to a policy. A server can be in one policy only."
        : "Removes servers from a policy. Their backups stay.",
    )
    .argument("<server...>", "Servers, by ID or unique name");
  return onPolicy(command, io, async ({ client, policy, options }, texts) => {
    const servers = await findServers(client, texts, io.signal);
    const bound = (policy.resources ?? []).map(({ id, name: own = id, type = serverType }) => ({
      id,
      type,
      name: own,
    }));
    const isNamed = (id: string) => servers.some((server) => isSame(server.id, id));
    if (!adds) {
      const foreign = servers.filter(({ id }) => !bound.some((server) => isSame(server.id, id)));
      if (foreign.length > 0) {
        throw new Error(`the policy ${policy.name} does not have ${foreign.map(nameOf).join(", ")}`);
      }
    }
    const others = bound.filter(({ id }) => !isNamed(id));
    const resources = adds ? [...others, ...servers.map(toResource)] : others;
    const parameters = { policy_id: policy.id, body: { policy: { resources } } };
    const words = servers.map(nameOf).join(", ");
    const question = adds
      ? `Add ${words} to the policy ${policy.name}?`
      : `Remove ${words} from the policy ${policy.name}?`;
    if (!(await confirm(question, [{ operation: "updatePolicy", parameters }], options, io))) return;
    await client.updatePolicy(parameters, { signal: io.signal });
    io.note(
      `csbs: the policy ${policy.name} has ${resources.map((server) => server.name).join(", ") || "no servers"}\n`,
    );
  });
}
