/** Talks to the service by the generated client and prints a line of JSON for each exchange. */
import {
  countBackups,
  createBackup,
  createPolicy,
  type ErrorBody,
  getBackup,
  listBackups,
} from "./csbs/csbs.js";

const provider = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
const schedule =
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

const { OS_PROJECT_ID: project = "", OS_TOKEN = "", CSBS_EXPIRED_TOKEN = "" } = process.env;
const { CSBS_BACKUP_ID = "", CSBS_SERVER_ID = "", CSBS_UNKNOWN_BACKUP_ID = "" } = process.env;

const withToken = (token: string) => ({ headers: { "X-Auth-Token": token } });
const token = withToken(OS_TOKEN);

function say(exchange: string, read: object): void {
  console.log(JSON.stringify({ exchange, ...read }));
}

/** The body of a 200; any other answer is an error. */
function good<Answer extends { status: number; data: unknown }>(
  answer: Answer,
): Extract<Answer, { status: 200 }>["data"] {
  if (answer.status !== 200) throw new Error(`responded ${answer.status}`);
  return answer.data;
}

function sayError(exchange: string, { status, data }: { status: number; data: unknown }): void {
  say(exchange, { status, code: (data as ErrorBody).error_code });
}

say("count", { count: good(await countBackups(project, {}, token)).count });

say("count by status", { count: good(await countBackups(project, { status: "error" }, token)).count });

const recent = await countBackups(
  project,
  {
    resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"],
    start_time: "2026-11-17T04:20:37",
  },
  token,
);
say("count of two types since", { count: good(recent).count });

const page = good(await listBackups(project, { limit: 2, sort: "created_at:desc" }, token));
say("list backups", {
  backups: page.checkpoint_items.map(({ id, status, extend_info }) => ({
    id,
    status,
    failure: extend_info.fail_reason,
  })),
});

const found = good(await getBackup(project, CSBS_BACKUP_ID, token));
const { name, created_at, tags, extend_info, backup_data } = found.checkpoint_item;
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

const started = await createBackup(
  project,
  provider,
  CSBS_SERVER_ID,
  {
    protect: {
      backup_name: "before-upgrade",
      description: "before the upgrade to 2.2.1",
      tags: [{ key: "department", value: "accounting" }],
    },
  },
  token,
);
const record = good(started).checkpoint;
say("create backup", { id: record.id, status: record.status, plan: record.protection_plan?.name });

const created = await createPolicy(
  project,
  {
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
  token,
);
const { policy } = good(created);
const operation = policy.scheduled_operations?.[0];
say("create policy", {
  id: policy.id,
  enabled: operation?.enabled,
  max_backups: operation?.operation_definition?.max_backups,
  pattern: operation?.trigger?.properties.pattern,
});

sayError("wrong request", await countBackups(project, { start_time: "yesterday" }, token));
sayError("expired token", await countBackups(project, {}, withToken(CSBS_EXPIRED_TOKEN)));
sayError("unknown backup", await getBackup(project, CSBS_UNKNOWN_BACKUP_ID, token));
