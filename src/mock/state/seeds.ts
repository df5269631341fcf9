import type { components } from "../../../generated/schema.ts";
import type { State } from "../scenarios/scenario.ts";
import { namesOfServers } from "./backups.ts";
import { bound } from "./bindings.ts";
import { phasesOfSeed } from "./life-cycle.ts";
import { ofPolicy, startTime } from "./schedules.ts";
import type { Store, Tag } from "./store.ts";

type SeedBackups = NonNullable<State["backups"]>[number];
type SeedPolicy = NonNullable<State["policies"]>[number];

type Schedule = components["schemas"]["ScheduledOperation"];

/** Puts into a store what a project has at the beginning of the mock's time, whenever it is first asked about. */
export function seed(store: Store, { backups = [], policies = [] }: State): void {
  for (const one of backups) seedBackups(store, one);
  for (const one of policies) seedPolicy(store, one);
}

function seedBackups(
  store: Store,
  { count = 1, status = "available", age = 3600, ...seeds }: SeedBackups,
): void {
  const { name = "backup", resource_name = "server", tags = {}, az } = seeds;
  const policyId = seeds.policy_id?.toLowerCase();
  const numbered = (text: string, index: number) => (count === 1 ? text : `${text}-${index + 1}`);
  for (let index = 0; index < count; index += 1) {
    store.addBackup({
      id: seeds.id?.toLowerCase() ?? store.newId("backup"),
      checkpointId: seeds.checkpoint_id?.toLowerCase() ?? store.newId("checkpoint"),
      resourceId: seeds.resource_id?.toLowerCase() ?? store.newId("server"),
      name: numbered(name, index),
      resourceName: numbered(resource_name, index),
      az,
      policyId,
      autoTrigger: policyId !== undefined,
      tags: tagList(tags),
      created: store.clock.wallAt(-age - index * 60),
      phases: phasesOfSeed(status),
    });
  }
}

function seedPolicy(store: Store, { name = "policy", servers = [], tags = {}, ...seeds }: SeedPolicy): void {
  const { policy } = store.example<components["schemas"]["PolicyEnvelope"]>("getPolicy");
  const id = seeds.id?.toLowerCase() ?? store.newId("policy");
  const type = policy.resources?.[0]?.type ?? "OS::Nova::Server";
  const nameOf = namesOfServers(store);
  const resources = bound(
    servers.map((server) => ({ id: server, type, name: nameOf(server.toLowerCase()) })),
  );
  const schedules = (policy.scheduled_operations ?? []).map((schedule) =>
    seedSchedule(store, schedule, seeds),
  );
  const own = { id, name, project_id: store.project, resources };
  // The policy of the example keeps its schedule; for others that ID would be somebody else's.
  const scheduled_operations =
    id === policy.id ? schedules : schedules.map((schedule) => ofPolicy({ ...policy, id }, schedule));
  store.policies.set(id, { id, policy: { ...policy, ...own, scheduled_operations }, tags: tagList(tags) });
}

/** Without a rule it is the example's, and switched off: nothing happens that the scenario does not ask for. */
function seedSchedule(
  store: Store,
  example: Schedule,
  { rule, retention, enabled = rule !== undefined }: SeedPolicy,
): Schedule {
  const schedule = { ...example, enabled };
  if (retention !== undefined) {
    const { plan_id, provider_id } = example.operation_definition ?? {};
    Object.assign(schedule, { operation_definition: { ...retention, plan_id, provider_id } });
  }
  if (rule !== undefined) {
    const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR", ""];
    const start_time = startTime(store.clock.wallAt(0));
    const properties = { ...example.trigger?.properties, pattern: lines.join("\r\n"), start_time };
    Object.assign(schedule, { trigger: { ...example.trigger, properties } });
  }
  return schedule;
}

function tagList(tags: { [key: string]: string }): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
