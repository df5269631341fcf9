import { type CsbsClient, type components, type Policy, type PolicyServer, paginate } from "../../index.ts";
import { similarTo } from "../../similar.ts";
import { allPolicies, collect } from "./collect.ts";
import { identify, isId, isSame, listWords, quote, wrongKind } from "./identify.ts";

type Signal = AbortSignal | undefined;

/** A server as CSBS knows it: from policies and from backups, because no operation lists servers. */
export interface Server {
  id: string;
  name: string | undefined;
}

/** The type of servers in requests. */
export const serverType: components["schemas"]["ResourceType"] = "OS::Nova::Server";

/** A server as requests for policies have it. The service wants a name; an unknown one is the ID. */
export function toResource({ id, name }: Server): PolicyServer {
  return { id, type: serverType, name: name ?? id };
}

export function nameOf({ name, id }: Server): string {
  return name === undefined ? id : `${name} (${id})`;
}

/**
 * The servers with these IDs or names, each once, in the order given.
 *
 * @throws Error for a name that no server, or more than one, has, and for the ID of something else.
 */
export async function findServers(
  client: CsbsClient,
  texts: readonly string[],
  signal: Signal,
): Promise<Server[]> {
  const found = new Map<string, Server>();
  const policies = await allPolicies(client, signal);
  for (const text of texts) {
    const server = isId(text)
      ? await serverWithId(client, text, policies, signal)
      : await serverWithName(client, text, policies, signal);
    found.set(server.id, server);
  }
  return [...found.values()];
}

/** The servers that have a name, in a policy or in the backups. */
export async function serversNamed(
  client: CsbsClient,
  name: string,
  signal: Signal,
  policies?: readonly Policy[],
): Promise<Server[]> {
  const bound = serversOf(policies ?? (await allPolicies(client, signal)));
  // The service finds parts of names too.
  const backups = await collect(
    paginate(client.listBackups, { resource_name: name }, { signal }),
    (backup) => backup.extend_info.resource_name === name,
  );
  const ids = [
    ...bound.filter((server) => server.name === name).map(({ id }) => id),
    ...backups.map((backup) => backup.resource_id),
  ];
  return [...new Set(ids)].map((id) => ({ id, name }));
}

function serversOf(policies: readonly Policy[]): Server[] {
  return policies.flatMap(({ resources }) =>
    (resources ?? []).map(({ id, name }) => ({ id, name: name || undefined })),
  );
}

async function serverWithId(
  client: CsbsClient,
  id: string,
  policies: readonly Policy[],
  signal: Signal,
): Promise<Server> {
  const bound = serversOf(policies).find((server) => isSame(server.id, id));
  if (bound !== undefined) return bound;
  const known = await identify(client, id, signal);
  // A server that has neither a policy nor a backup yet is not known.
  if (known === undefined) return { id, name: undefined };
  if (known.kind === "server") return { id, name: known.name };
  throw wrongKind(id, "server", known);
}

async function serverWithName(
  client: CsbsClient,
  name: string,
  policies: readonly Policy[],
  signal: Signal,
): Promise<Server> {
  const [first, ...others] = await serversNamed(client, name, signal, policies);
  if (first === undefined) {
    const similar = similarTo(
      name,
      serversOf(policies).flatMap((server) => server.name ?? []),
    );
    const advice =
      similar.length === 0 ? "give the ID of the server" : `did you mean ${similar.join(" or ")}?`;
    throw new Error(`no policy and no backup has a server named ${quote(name)}; ${advice}`);
  }
  if (others.length === 0) return first;
  const ids = [first, ...others].map(({ id }) => id);
  throw new Error(`${ids.length} servers are named ${quote(name)}; give an ID: ${listWords(ids)}`);
}
