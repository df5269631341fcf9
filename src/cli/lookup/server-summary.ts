import { type Backup, type CsbsClient, failReason, paginate } from "../../index.ts";
import { allPolicies } from "./collect.ts";

/** A server with what its backups say. */
export interface ServerSummary {
  id: string;
  name: string | undefined;
  /** Name of the policy that it is in. */
  policy: string | undefined;
  /** How many backups it has, in any state. */
  backups: number;
  /** When its last available backup was made, in UTC. */
  last_good: string | undefined;
  /** When its last backup was made, in UTC. */
  last_created: string | undefined;
  last_status: string | undefined;
  /** Why its last backup failed. */
  reason: string | undefined;
  /** Sum of all its backups. */
  size_mb: number;
}

/** Every server of a policy or of a backup, in the order in which they are found. */
export async function summarizeServers(
  client: CsbsClient,
  signal: AbortSignal | undefined,
): Promise<ServerSummary[]> {
  const servers = new Map<string, ServerSummary>();
  const serverOf = (id: string, name: string | null | undefined) => {
    const found = servers.get(id.toLowerCase()) ?? empty(id, name || undefined);
    servers.set(id.toLowerCase(), found);
    return found;
  };
  for (const policy of await allPolicies(client, signal)) {
    for (const { id, name } of policy.resources ?? []) serverOf(id, name).policy = policy.name;
  }
  for await (const backup of paginate(client.listBackups, {}, { signal })) {
    const server = serverOf(backup.resource_id, backup.extend_info.resource_name);
    addBackup(server, backup);
  }
  return [...servers.values()];
}

function empty(id: string, name: string | undefined): ServerSummary {
  return {
    id,
    name,
    policy: undefined,
    backups: 0,
    last_good: undefined,
    last_created: undefined,
    last_status: undefined,
    reason: undefined,
    size_mb: 0,
  };
}

function addBackup(server: ServerSummary, backup: Backup): void {
  const made = backup.created_at ?? "";
  server.backups += 1;
  server.size_mb += Number(backup.extend_info.size) || 0;
  if (made >= (server.last_created ?? "")) {
    server.last_created = made || undefined;
    server.last_status = backup.status;
    server.reason = backup.status === "error" ? failReason(backup) : undefined;
  }
  if (backup.status === "available" && made > (server.last_good ?? "")) server.last_good = made;
}
