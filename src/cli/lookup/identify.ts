import { type Backup, CsbsApiError, type CsbsClient, type Policy } from "../../index.ts";

/** What an ID or a name stands for in a project. */
export type Known =
  | { kind: "backup"; backup: Backup }
  | { kind: "record"; id: string; backups: Backup[] }
  | { kind: "policy"; policy: Policy }
  | { kind: "server"; id: string; name: string | undefined };

export type Kind = Known["kind"];

const words: { readonly [kind in Kind]: string } = {
  backup: "a backup",
  record: "a backup record",
  policy: "a policy",
  server: "a server",
};

/** Most IDs or names that a message lists. */
const listed = 5;

/** Whether a text has the form of an ID; names may have any other. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

/** What an ID stands for; undefined where the project has nothing with this ID. */
export async function identify(
  client: CsbsClient,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Known | undefined> {
  const call = { signal };
  const [backup, ofRecord, policy, ofServer] = await Promise.all([
    unlessMissing(client.getBackup({ checkpoint_item_id: id }, call)),
    unlessMissing(client.listBackups({ checkpoint_id: id }, call)),
    unlessMissing(client.getPolicy({ policy_id: id }, call)),
    unlessMissing(client.listBackups({ resource_id: id, limit: 1 }, call)),
  ]);
  if (backup !== undefined) return { kind: "backup", backup: backup.checkpoint_item };
  if (policy !== undefined) return { kind: "policy", policy: policy.policy };
  const backups = ofRecord?.checkpoint_items.filter(({ checkpoint_id }) => isSame(checkpoint_id, id)) ?? [];
  if (backups.length > 0) return { kind: "record", id, backups };
  const one = ofServer?.checkpoint_items.find(({ resource_id }) => isSame(resource_id, id));
  return one && { kind: "server", id, name: one.extend_info.resource_name };
}

/** For an ID of the wrong kind: what it is, and what belongs to it. */
export function describeKnown(known: Known): string {
  if (known.kind === "backup") {
    const { name, id, checkpoint_id, resource_id } = known.backup;
    return `the backup ${quote(name ?? id)}; its record is ${checkpoint_id}, its server ${resource_id}`;
  }
  if (known.kind === "record") {
    return `a backup record; its backups are ${listWords(known.backups.map(({ id }) => id))}`;
  }
  if (known.kind === "policy") return `the policy ${quote(known.policy.name)}`;
  const name = known.name === undefined ? "" : ` ${quote(known.name)}`;
  return `the server${name}; csbs list backups --resource-id ${known.id} lists its backups`;
}

/** What was expected, and what is there instead. */
export function wrongKind(id: string, wanted: Kind, known: Known | undefined): Error {
  if (known === undefined) return new Error(`the project has no ${nounOf(wanted)} with the ID ${id}`);
  return new Error(`expected ${words[wanted]}, but ${id} is ${describeKnown(known)}`);
}

export function nounOf(kind: Kind): string {
  return words[kind].replace(/^an? /, "");
}

/** The result of a call; undefined where the service has no such thing. Any other refusal is not about the ID. */
export async function unlessMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CsbsApiError && error.status === 404) return undefined;
    throw error;
  }
}

export function isSame(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

export function listWords(all: readonly string[]): string {
  const rest = all.length - listed;
  return all.slice(0, listed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

export function quote(text: string): string {
  return JSON.stringify(text);
}
