import type { components } from "../../../generated/schema.ts";
import { type Refusal, refuse } from "./call.ts";
import type { PolicyRecord, Store } from "./store.ts";

type Schemas = components["schemas"];
type Bound = Schemas["ProtectedResource"];

/** Servers as a policy keeps them, each once. */
export function bound(resources: Schemas["PolicyResource"][]): Bound[] {
  const byId = new Map(resources.map((resource) => [resource.id.toLowerCase(), resource]));
  return [...byId].map(([id, resource]) => ({ ...resource, id }) as Bound);
}

/**
 * Takes servers out of their policies, for another one to have them. A server has one policy at most: the table of
 * error codes refuses one that is bound, the user guide moves it. The scenario chooses.
 */
export function release(store: Store, servers: Bound[], to?: PolicyRecord): Refusal | undefined {
  const wanted = new Set(servers.map(({ id }) => id));
  const holders = [...store.policies.values()].filter((record) => record !== to);
  if (store.state.boundServers !== "move") {
    const taken = holders.flatMap(({ policy }) => policy.resources ?? []).find(({ id }) => wanted.has(id));
    return taken && refuse("CSBS.6004", taken.id);
  }
  for (const record of holders) {
    const resources = record.policy.resources?.filter(({ id }) => !wanted.has(id)) ?? [];
    record.policy = { ...record.policy, resources };
  }
  return undefined;
}
