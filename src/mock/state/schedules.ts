import type { components } from "../../../generated/schema.ts";
import { wireTime } from "./backup-response.ts";
import { deterministicUuid } from "./ids.ts";

type Schemas = components["schemas"];
type Policy = Schemas["Policy"];
type Schedule = Schemas["ScheduledOperation"];
type Change = Schemas["ScheduledOperationUpdate"];

/** A schedule with IDs of its own, and those of its policy. */
export function ofPolicy(
  { id, provider_id }: Pick<Policy, "id" | "provider_id">,
  schedule: Schedule,
): Schedule {
  const trigger_id = deterministicUuid(id, "trigger");
  const definition = { ...schedule.operation_definition, plan_id: id };
  return {
    ...schedule,
    id: deterministicUuid(id, "schedule"),
    operation_definition: provider_id === undefined ? definition : { ...definition, provider_id },
    ...(schedule.trigger === undefined ? {} : { trigger: { ...schedule.trigger, id: trigger_id } }),
    trigger_id,
  };
}

/** The schedule of a new policy: what was requested, from now on, and the kind of the trigger from the example. */
export function newSchedule(
  policy: Policy,
  requested: Schemas["ScheduledOperationInput"],
  now: number,
): Schedule {
  const [example] = policy.scheduled_operations ?? [];
  const properties = { ...requested.trigger.properties, start_time: startTime(now), format: "ical" };
  const trigger = { ...example?.trigger, ...requested.trigger, properties };
  return ofPolicy(policy, { id: "", name: null, description: null, ...requested, trigger });
}

/** Schedules after a change, which names them by their IDs; undefined where it names an unknown one. */
export function changed(schedules: Schedule[], changes: Change[]): Schedule[] | undefined {
  const isOf = (change: Change, { id }: Schedule) => change.id.toLowerCase() === id.toLowerCase();
  if (!changes.every((change) => schedules.some((schedule) => isOf(change, schedule)))) return undefined;
  return schedules.map((schedule) => {
    const change = changes.find((one) => isOf(one, schedule));
    return change === undefined ? schedule : merged(schedule, change);
  });
}

/** The time since when a schedule holds, as the service writes it: with a blank, and no fraction. */
export function startTime(milliseconds: number): string {
  return wireTime(milliseconds).slice(0, "2026-11-03T09:31:08".length).replace("T", " ");
}

/** What is named takes the new value, inside retention and trigger too; the rest stays. */
function merged(schedule: Schedule, { operation_definition, trigger, ...change }: Change): Schedule {
  const properties = { ...schedule.trigger?.properties, ...trigger?.properties };
  return {
    ...schedule,
    ...change,
    id: schedule.id,
    operation_definition: { ...schedule.operation_definition, ...operation_definition },
    ...(trigger === undefined
      ? {}
      : { trigger: { ...schedule.trigger, properties: properties as typeof trigger.properties } }),
  };
}
