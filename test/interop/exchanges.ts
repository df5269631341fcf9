import { expectedPath } from "../support/requests.ts";
import type { Arrived } from "../support/server.ts";
import { errorExample, findOperation, responsesOf } from "../support/spec.ts";

/**
 * The exchanges that every program makes, in this order, and the line that it prints of each. What it
 * must have read is taken from the spec's examples, which the mock responds with.
 */
export interface Exchange {
  name: string;
  operationId: string;
  query?: [name: string, value: string][];
  body?: unknown;
  /** The token sent, where it is not the good one. */
  token?: string;
  /** ID in the path, where it is not the example's. */
  backup?: string;
  printed: object;
}

export const expiredToken = "an-expired-token";
export const unknownBackup = "00000000-0000-4000-8000-000000000000";

/** The mock keeps no state: it is told when to refuse a token, and a backup, that it cannot know to be wrong. */
export function steer({ headers, target }: Arrived): Record<string, string> {
  if (headers["x-auth-token"] === expiredToken) return { Prefer: "code=401, example=tokenExpired" };
  if (target.endsWith(`/${unknownBackup}`)) return { Prefer: "code=404, example=backupNotFound" };
  return {};
}

export function exchangesOf(wrongFilter: [string, string] = ["start_time", "yesterday"]): Exchange[] {
  const counted = { count: response<{ count: number }>("countBackups").count };
  const listed = response<{ checkpoint_items: Backup[] }>("listBackups").checkpoint_items;
  const backup = response<{ checkpoint_item: Backup }>("getBackup").checkpoint_item;
  const record = response<{ checkpoint: BackupRecord }>("createBackup").checkpoint;
  const policy = response<{ policy: Policy }>("createPolicy").policy;
  return [
    { name: "count", operationId: "countBackups", printed: counted },
    {
      name: "count by status",
      operationId: "countBackups",
      query: [["status", "error"]],
      printed: counted,
    },
    {
      name: "count of two types since",
      operationId: "countBackups",
      query: [
        ["resource_type", "OS::Nova::Server"],
        ["resource_type", "OS::Ironic::BareMetalServer"],
        ["start_time", "2026-11-17T04:20:37"],
      ],
      printed: counted,
    },
    {
      name: "list backups",
      operationId: "listBackups",
      query: [
        ["limit", "2"],
        ["sort", "created_at:desc"],
      ],
      printed: {
        backups: listed.map(({ id, status, extend_info }) => ({
          id,
          status,
          failure: extend_info.fail_reason,
        })),
      },
    },
    {
      name: "get backup",
      operationId: "getBackup",
      printed: {
        name: backup.name,
        created_at: backup.created_at,
        tag: backup.tags[0]?.value,
        size: backup.extend_info.size,
        speed: backup.extend_info.average_speed,
        progress: backup.extend_info.progress,
        disks: backup.extend_info.volume_backups.map(({ source_volume_name, size }) => [
          source_volume_name,
          size,
        ]),
        vcpus: backup.backup_data.vcpus,
      },
    },
    {
      name: "create backup",
      operationId: "createBackup",
      body: {
        protect: {
          backup_name: "before-upgrade",
          description: "before the upgrade to 2.2.1",
          tags: [{ key: "department", value: "accounting" }],
        },
      },
      printed: { id: record.id, status: record.status, plan: record.protection_plan.name },
    },
    {
      name: "create policy",
      operationId: "createPolicy",
      body: {
        policy: {
          name: "nightly",
          provider_id: exampleOf("createBackup", "provider_id"),
          parameters: {},
          resources: [
            { id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e", type: "OS::Nova::Server", name: "db-01" },
          ],
          scheduled_operations: [
            {
              enabled: true,
              operation_type: "backup",
              operation_definition: { max_backups: 20, day_backups: 7, timezone: "UTC+01:00" },
              trigger: { properties: { pattern: schedule } },
            },
          ],
        },
      },
      printed: {
        id: policy.id,
        enabled: policy.scheduled_operations[0]?.enabled,
        max_backups: policy.scheduled_operations[0]?.operation_definition.max_backups,
        pattern: policy.scheduled_operations[0]?.trigger.properties.pattern,
      },
    },
    {
      name: "wrong request",
      operationId: "countBackups",
      query: [wrongFilter],
      printed: errorExample("countBackups", 400, "parameterInvalid"),
    },
    {
      name: "expired token",
      operationId: "countBackups",
      token: expiredToken,
      printed: errorExample("countBackups", 401, "tokenExpired"),
    },
    {
      name: "unknown backup",
      operationId: "getBackup",
      backup: unknownBackup,
      printed: errorExample("getBackup", 404, "backupNotFound"),
    },
  ];
}

/** The path that must arrive. */
export function pathOf({ operationId, backup }: Exchange): string {
  const path = expectedPath(findOperation(operationId));
  return backup === undefined ? path : path.replace(/[^/]+$/, backup);
}

const schedule = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "RRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

/** The fields of the examples that the programs read. */
interface Backup {
  id: string;
  name: string;
  status: string;
  created_at: string;
  tags: { value: string }[];
  extend_info: {
    size: number;
    average_speed: number;
    progress: number;
    fail_reason: string;
    volume_backups: { source_volume_name: string; size: number }[];
  };
  backup_data: { vcpus: number };
}

interface BackupRecord {
  id: string;
  status: string;
  protection_plan: { name: string };
}

interface Policy {
  id: string;
  scheduled_operations: {
    enabled: boolean;
    operation_definition: { max_backups: number };
    trigger: { properties: { pattern: string } };
  }[];
}

/** What the mock returns by default: the first example of the first response. */
function response<Body>(operationId: string): Body {
  return responsesOf(findOperation(operationId))[0]?.body as Body;
}

/** The example of a parameter, which the programs are told. */
export function exampleOf(operationId: string, name: string): string {
  return String(findOperation(operationId).parameters.find((parameter) => parameter.name === name)?.example);
}
