import { type Backup, failReason, type Policy } from "../../index.ts";
import type { Column } from "./rows.ts";

export const backupColumns: readonly Column<Backup>[] = [
  { name: "name", value: ({ name }) => name ?? undefined },
  { name: "status", value: ({ status }) => status },
  { name: "server", value: ({ extend_info, resource_id }) => extend_info.resource_name || resource_id },
  { name: "size_mb", value: ({ extend_info }) => extend_info.size },
  { name: "created", value: ({ created_at }) => created_at ?? undefined },
  { name: "reason", value: failReason },
  { name: "id", wide: true, value: ({ id }) => id },
  { name: "record", wide: true, value: ({ checkpoint_id }) => checkpoint_id },
  { name: "server_id", wide: true, value: ({ resource_id }) => resource_id },
  { name: "zone", wide: true, value: ({ extend_info }) => extend_info.resource_az },
  { name: "scheduled", wide: true, value: ({ extend_info }) => yesOrNo(extend_info.auto_trigger) },
];

export const policyColumns: readonly Column<Policy>[] = [
  { name: "name", value: ({ name }) => name },
  { name: "enabled", value: (policy) => yesOrNo(scheduleOf(policy)?.enabled) },
  { name: "schedule", value: scheduleInWords },
  { name: "retention", value: retentionInWords },
  { name: "servers", value: ({ resources }) => resources?.map(({ name, id }) => name || id).join(", ") },
  { name: "id", wide: true, value: ({ id }) => id },
  { name: "status", wide: true, value: ({ status }) => status },
];

function yesOrNo(value: unknown): string | undefined {
  return typeof value === "boolean" ? (value ? "yes" : "no") : undefined;
}

type Schedule = NonNullable<Policy["scheduled_operations"]>[number];

function scheduleOf({ scheduled_operations }: Policy): Schedule | undefined {
  return scheduled_operations?.[0];
}

/** The rule of a schedule, such as `MO, TH 02:30`: days of the week, or daily, and times in UTC. */
function scheduleInWords(policy: Policy): string | undefined {
  const text = scheduleOf(policy)?.trigger?.properties?.pattern;
  const rule = /RRULE:([^\r\n]*)/.exec(typeof text === "string" ? text : "")?.[1];
  if (rule === undefined) return undefined;
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const list = (name: string, otherwise: string) => (parts.get(name) ?? otherwise).split(",");
  const days = parts.has("BYDAY") ? list("BYDAY", "").join(", ") : "daily";
  const two = (part: string) => part.padStart(2, "0");
  const times = list("BYHOUR", "0").flatMap((hour) =>
    list("BYMINUTE", "0").map((minute) => `${two(hour)}:${two(minute)}`),
  );
  return `${days} ${times.join(", ")}`;
}

/** The limits of retention, such as `14 backups` or `30 days`. */
function retentionInWords(policy: Policy): string | undefined {
  const rules = scheduleOf(policy)?.operation_definition;
  if (rules === undefined || rules === null) return undefined;
  const { max_backups, retention_duration_days: days, permanent } = rules;
  if (String(permanent).toLowerCase() === "true") return "all";
  const limits = [
    [max_backups, "backups"],
    [days, "days"],
  ].flatMap(([count, unit]) => (Number(count) > 0 ? `${count} ${unit}` : []));
  return limits.length === 0 ? "all" : limits.join(", ");
}
