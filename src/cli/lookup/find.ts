import { type Backup, type CsbsClient, type Policy, paginate } from "../../index.ts";
import { similarTo } from "../../similar.ts";
import { cellText } from "../output/cells.ts";
import { allPolicies, collect } from "./collect.ts";
import {
  identify,
  isId,
  isSame,
  type Kind,
  type Known,
  listWords,
  nounOf,
  quote,
  unlessMissing,
  wrongKind,
} from "./identify.ts";
import { nameOf, type Server, serversNamed } from "./servers.ts";

type Signal = AbortSignal | undefined;

/** @throws Error when no backup, or more than one, has the ID or name; it says what has it instead. */
export async function findBackup(client: CsbsClient, text: string, signal: Signal): Promise<Backup> {
  if (!isId(text)) return onlyOne(text, "backup", await backupsNamed(client, text, signal), client, signal);
  const found = await unlessMissing(client.getBackup({ checkpoint_item_id: text }, { signal }));
  if (found !== undefined) return found.checkpoint_item;
  throw wrongKind(text, "backup", await identify(client, text, signal));
}

/** A backup by ID or name, or all backups of a record by the record's ID. */
export async function findBackupOrRecord(
  client: CsbsClient,
  text: string,
  signal: Signal,
): Promise<Known & { kind: "backup" | "record" }> {
  if (!isId(text)) return { kind: "backup", backup: await findBackup(client, text, signal) };
  const known = await identify(client, text, signal);
  if (known?.kind === "backup" || known?.kind === "record") return known;
  throw wrongKind(text, "backup", known);
}

/** @throws Error when no policy, or more than one, has the ID or name; it says what has it instead. */
export async function findPolicy(client: CsbsClient, text: string, signal: Signal): Promise<Policy> {
  if (!isId(text)) return onlyOne(text, "policy", await policiesNamed(client, text, signal), client, signal);
  const found = await unlessMissing(client.getPolicy({ policy_id: text }, { signal }));
  if (found !== undefined) return found.policy;
  throw wrongKind(text, "policy", await identify(client, text, signal));
}

/** A backup or a policy, which are what can have tags. */
export async function findTagged(
  client: CsbsClient,
  text: string,
  signal: Signal,
): Promise<{ kind: "backup" | "policy"; id: string }> {
  const known = await findAny(client, text, signal);
  if (known.kind === "backup") return { kind: "backup", id: known.backup.id };
  if (known.kind === "policy") return { kind: "policy", id: known.policy.id };
  throw wrongKind(text, "backup", known);
}

/** Everything that has a name; for an ID, what it stands for. */
export async function findAny(client: CsbsClient, text: string, signal: Signal): Promise<Known> {
  const all = isId(text)
    ? [await identify(client, text, signal)].filter((known) => known !== undefined)
    : await named(client, text, signal);
  const [first, ...others] = all;
  if (first === undefined) {
    throw new Error(
      `the project has no backup, backup record, policy or server ${isId(text) ? "with the ID" : "named"} ${quote(text)}`,
    );
  }
  if (others.length === 0) return first;
  throw new Error(`${all.length} things are named ${quote(text)}; give an ID: ${listWords(all.map(idOf))}`);
}

/** All backups of a server. */
export async function backupsOf(client: CsbsClient, resource_id: string, signal: Signal): Promise<Backup[]> {
  const pages = paginate(client.listBackups, { resource_id }, { signal });
  return collect(pages, (backup) => isSame(backup.resource_id, resource_id));
}

/** The available backups of a server, the newest first. */
export async function availableBackups(
  client: CsbsClient,
  resource_id: string,
  signal: Signal,
): Promise<Backup[]> {
  const pages = paginate(client.listBackups, { resource_id, status: "available" }, { signal });
  const isWanted = (backup: Backup) =>
    isSame(backup.resource_id, resource_id) && backup.status === "available";
  return (await collect(pages, isWanted)).sort(newestFirst);
}

/** @throws Error when the server has no available backup. */
export async function newestBackup(client: CsbsClient, server: Server, signal: Signal): Promise<Backup> {
  const [newest] = await availableBackups(client, server.id, signal);
  if (newest === undefined) throw new Error(`the server ${nameOf(server)} has no available backup`);
  return newest;
}

/** Order of backups by the time at which they were made. */
function newestFirst(one: Backup, other: Backup): number {
  const [left, right] = [one.created_at ?? "", other.created_at ?? ""];
  return left === right ? 0 : left < right ? 1 : -1;
}

async function backupsNamed(client: CsbsClient, name: string, signal: Signal): Promise<Backup[]> {
  // The service finds parts of names too.
  return collect(paginate(client.listBackups, { name }, { signal }), (backup) => backup.name === name);
}

async function policiesNamed(client: CsbsClient, name: string, signal: Signal): Promise<Policy[]> {
  return collect(paginate(client.listPolicies, { name }, { signal }), (policy) => policy.name === name);
}

async function named(client: CsbsClient, name: string, signal: Signal): Promise<Known[]> {
  const [backups, policies, servers] = await Promise.all([
    backupsNamed(client, name, signal),
    policiesNamed(client, name, signal),
    serversNamed(client, name, signal),
  ]);
  return [
    ...backups.map((backup) => ({ kind: "backup" as const, backup })),
    ...policies.map((policy) => ({ kind: "policy" as const, policy })),
    ...servers.map((server) => ({ kind: "server" as const, ...server })),
  ];
}

async function onlyOne<Item extends { id: string }>(
  name: string,
  kind: Kind,
  items: readonly Item[],
  client: CsbsClient,
  signal: Signal,
): Promise<Item> {
  const [first, ...others] = items;
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined) {
    const choices = items.map((item) => `${item.id}${madeAt(item)}`);
    throw new Error(
      `${items.length} ${kind === "policy" ? "policies" : "backups"} are named ${quote(name)}; give an ID: ${listWords(choices)}`,
    );
  }
  const [other] = (await named(client, name, signal)).filter((known) => known.kind !== kind);
  if (other === undefined) {
    const similar =
      kind === "policy"
        ? similarTo(
            name,
            (await allPolicies(client, signal)).map((policy) => policy.name),
          )
        : [];
    const advice = similar.length === 0 ? "" : `; did you mean ${similar.join(" or ")}?`;
    throw new Error(`the project has no ${kind} named ${quote(name)}${advice}`);
  }
  throw wrongKind(quote(name), kind, other);
}

function madeAt(item: object): string {
  const created = cellText((item as { created_at?: string | null }).created_at);
  return created === "" ? "" : ` (${created})`;
}

function idOf(known: Known): string {
  const id = known.kind === "backup" ? known.backup.id : known.kind === "policy" ? known.policy.id : known.id;
  return `${nounOf(known.kind)} ${id}`;
}
