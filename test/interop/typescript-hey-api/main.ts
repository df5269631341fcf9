/** Talks to the service by the generated client and prints a line of JSON for each exchange. */
import { createClient } from "./csbs/client/index.js";
import { countBackups, createBackup, createPolicy, getBackup, listBackups } from "./csbs/sdk.gen.js";
import type { ErrorBody } from "./csbs/types.gen.js";

const provider = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
const schedule =
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

const { CSBS_ENDPOINT, OS_PROJECT_ID = "", OS_TOKEN = "", CSBS_EXPIRED_TOKEN = "" } = process.env;
const { CSBS_BACKUP_ID = "", CSBS_SERVER_ID = "", CSBS_UNKNOWN_BACKUP_ID = "" } = process.env;
const project = { project_id: OS_PROJECT_ID };

const clientWith = (token: string) =>
  createClient({
    baseUrl: CSBS_ENDPOINT ?? "",
    auth: ({ name }) => (name === "X-Auth-Token" ? token : undefined),
  });
const client = clientWith(OS_TOKEN);

function say(exchange: string, read: object): void {
  console.log(JSON.stringify({ exchange, ...read }));
}

function sayError(exchange: string, { error, response }: { error?: ErrorBody; response?: Response }): void {
  say(exchange, { status: response?.status, code: error?.error_code });
}

const all = await countBackups({ client, path: project, throwOnError: true });
say("count", { count: all.data.count });

const failed = await countBackups({ client, path: project, query: { status: "error" }, throwOnError: true });
say("count by status", { count: failed.data.count });

const recent = await countBackups({
  client,
  path: project,
  query: {
    resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"],
    start_time: "2026-11-17T04:20:37",
  },
  throwOnError: true,
});
say("count of two types since", { count: recent.data.count });

const page = await listBackups({
  client,
  path: project,
  query: { limit: 2, sort: "created_at:desc" },
  throwOnError: true,
});
say("list backups", {
  backups: page.data.checkpoint_items.map(({ id, status, extend_info }) => ({
    id,
    status,
    failure: extend_info.fail_reason,
  })),
});

const found = await getBackup({
  client,
  path: { ...project, checkpoint_item_id: CSBS_BACKUP_ID },
  throwOnError: true,
});
const { name, created_at, tags, extend_info, backup_data } = found.data.checkpoint_item;
say("get backup", {
  name,
  created_at,
  tag: tags?.[0]?.value,
  size: extend_info.size,
  speed: extend_info.average_speed,
  progress: extend_info.progress,
  disks: extend_info.volume_backups?.map(({ source_volume_name, size }) => [source_volume_name, size]),
  vcpus: backup_data?.vcpus,
});

const started = await createBackup({
  client,
  path: { ...project, provider_id: provider, resource_id: CSBS_SERVER_ID },
  body: {
    protect: {
      backup_name: "before-upgrade",
      description: "before the upgrade to 2.2.1",
      tags: [{ key: "department", value: "accounting" }],
    },
  },
  throwOnError: true,
});
const record = started.data.checkpoint;
say("create backup", { id: record.id, status: record.status, plan: record.protection_plan?.name });

const created = await createPolicy({
  client,
  path: project,
  body: {
    policy: {
      name: "nightly",
      provider_id: provider,
      parameters: {},
      resources: [{ id: CSBS_SERVER_ID, type: "OS::Nova::Server", name: "db-01" }],
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
  throwOnError: true,
});
const operation = created.data.policy.scheduled_operations?.[0];
say("create policy", {
  id: created.data.policy.id,
  enabled: operation?.enabled,
  max_backups: operation?.operation_definition?.max_backups,
  pattern: operation?.trigger?.properties.pattern,
});

sayError("wrong request", await countBackups({ client, path: project, query: { start_time: "yesterday" } }));
sayError("expired token", await countBackups({ client: clientWith(CSBS_EXPIRED_TOKEN), path: project }));
sayError(
  "unknown backup",
  await getBackup({ client, path: { ...project, checkpoint_item_id: CSBS_UNKNOWN_BACKUP_ID } }),
);
