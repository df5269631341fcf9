import type { Json } from "../../src/spec/document.ts";

/** One call to a service that deviates, and the finding that a report must have of it. */
export interface Deviation {
  /** The row that it shows; undefined for an invented deviation. */
  row?: string;
  operation: string;
  query?: string;
  /** Undefined for the first example. */
  request?: Json;
  status?: number;
  contentType?: string;
  /** Undefined for no body. */
  response?: Json;
  /** Part, pointer, received, rows. */
  finding: string;
}

const id = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
const base = { id, checkpoint_id: id, status: "available", resource_id: id };
const rule = {
  enabled: true,
  operation_type: "backup",
  operation_definition: {},
  trigger: {
    properties: {
      pattern: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    },
  },
};
const provider_id = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

type Fields = { [name: string]: Json };

function backup(info: Fields, fields: Fields = {}): Pick<Deviation, "operation" | "response"> {
  return { operation: "getBackup", response: { checkpoint_item: { ...base, extend_info: info, ...fields } } };
}

function record(fields: Fields): Pick<Deviation, "operation" | "response"> {
  return { operation: "createBackup", response: { checkpoint: { id, status: "protecting", ...fields } } };
}

function policy(fields: Fields, operation: Fields = {}): Pick<Deviation, "operation" | "response"> {
  const scheduled_operations = [{ id, ...operation }];
  const whole = {
    id,
    name: "a",
    status: "enabled",
    parameters: { common: {} },
    tags: [],
    scheduled_operations,
    ...fields,
  };
  return { operation: "getPolicy", response: { policy: whole } };
}

/** A request for a policy, with a response that deviates nowhere. */
function policyRequest(
  fields: Fields,
  operation: Fields = {},
): Pick<Deviation, "operation" | "request" | "response"> {
  const scheduled_operations = [{ ...rule, ...operation }];
  const resources = [{ id, type: "OS::Nova::Server", name: "a" }];
  const whole = {
    name: "a",
    provider_id,
    parameters: { common: {} },
    resources,
    scheduled_operations,
    ...fields,
  };
  return { operation: "createPolicy", request: { policy: whole }, response: policy({}).response ?? null };
}

function error(
  operation: string,
  status: number,
  body: Json,
): Pick<Deviation, "operation" | "status" | "response"> {
  return { operation, status, response: body };
}

const info = "response /checkpoint_item/extend_info";
const data = "response /checkpoint_item/backup_data";
const operations = "/policy/scheduled_operations/*";

/** Every row that traffic can show. */
export const documented: Deviation[] = [
  { row: "average-speed", ...backup({ average_speed: 28.1 }), finding: `${info}/average_speed number` },
  {
    row: "backup-data-types",
    ...backup({}, { backup_data: { ram: "16384" } }),
    finding: `${data}/ram string`,
  },
  {
    row: "backup-status",
    ...backup({}, { status: "frozen" }),
    finding: "response /checkpoint_item/status string",
  },
  {
    row: "bare-metal",
    ...backup({}, { resource_type: "OS::Ironic::BareMetalServer" }),
    finding: "response /checkpoint_item/resource_type string",
  },
  {
    row: "capability-error-fields",
    operation: "checkResources",
    response: { protectable: [{ result: true, error_code: null }] },
    finding: "response /protectable/*/error_code null",
  },
  { row: "copy-status-words", ...backup({ copy_status: "resting" }), finding: `${info}/copy_status string` },
  {
    row: "count-undocumented-query",
    operation: "countBackups",
    query: "dec=true",
    response: { count: 1 },
    finding: "query /dec string",
  },
  { row: "dec-size, sdk-only", ...backup({ dec_size: "7" }), finding: `${info}/dec_size string` },
  { row: "delete-body", operation: "deleteBackup", finding: "response  nothing" },
  {
    row: "delete-items-list",
    operation: "deleteBackup",
    query: "checkpoint_items=%5B%22a%22%5D",
    response: {},
    finding: "query /checkpoint_items string",
  },
  { row: "empty-string-enums", ...backup({ fail_op: "" }), finding: `${info}/fail_op string` },
  { row: "enabled-number", ...policy({}, { enabled: 1 }), finding: `response ${operations}/enabled integer` },
  {
    row: "enabled-required",
    operation: "createPolicy",
    request: {
      policy: {
        name: "a",
        provider_id,
        parameters: { common: {} },
        resources: [{ id, type: "OS::Nova::Server", name: "a" }],
        scheduled_operations: [{ operation_type: "backup", operation_definition: {}, trigger: rule.trigger }],
      },
    },
    response: policy({}).response ?? null,
    finding: `request ${operations}/enabled nothing`,
  },
  {
    row: "error-code-form",
    ...error("getBackup", 400, { error_code: "BackupService.4008", error_msg: "a" }),
    finding: "response /error_code string",
  },
  {
    row: "error-shapes",
    ...error("getBackup", 401, { error: { code: 401, message: "a", title: "b" } }),
    finding: "response  object",
  },
  {
    row: "extra-info",
    ...record({
      protection_plan: { id, resources: [{ id, type: "OS::Nova::Server", name: "a", extra_info: {} }] },
    }),
    finding: "response /checkpoint/protection_plan/resources/*/extra_info object",
  },
  { row: "fail-code", ...backup({ fail_code: {} }), finding: `${info}/fail_code object` },
  {
    row: "hypervisor-type",
    ...backup({ hypervisor_type: "KVM" }),
    finding: `${info}/hypervisor_type string`,
  },
  {
    row: "image-type-values",
    ...backup({ image_type: "replication" }),
    finding: `${info}/image_type string`,
  },
  {
    row: "ip-filter",
    operation: "listBackups",
    query: "ip=10.0.0.1",
    response: { checkpoint_items: [] },
    finding: "query /ip string",
  },
  {
    row: "long-term-range",
    ...policyRequest({}, { operation_definition: { day_backups: 200, timezone: "UTC+01:00" } }),
    finding: `request ${operations}/operation_definition/day_backups integer`,
  },
  {
    row: "missing-503, status-503",
    ...error("getBackup", 503, { error_code: "CSBS.9998", error_msg: "a" }),
    finding: "status  status 503",
  },
  {
    row: "nullable",
    ...backup({ finished_at: null }),
    finding: `${info}/finished_at null`,
  },
  {
    row: "offset-min",
    operation: "listBackups",
    query: "offset=0",
    response: { checkpoint_items: [] },
    finding: "query /offset integer",
  },
  {
    row: "opdef-long-term",
    ...policy({}, { operation_definition: { day_backups: 7 } }),
    finding: `response ${operations}/operation_definition/day_backups integer`,
  },
  {
    row: "opdef-types",
    ...policy({}, { operation_definition: { max_backups: "20" } }),
    finding: `response ${operations}/operation_definition/max_backups string`,
  },
  {
    row: "operation-types",
    ...policy({}, { operation_type: "replication" }),
    finding: `response ${operations}/operation_type string`,
  },
  {
    row: "own-limits",
    operation: "countBackups",
    response: { count: -1 },
    finding: "response /count integer",
  },
  {
    row: "paging-styles",
    operation: "listBackups",
    response: { checkpoint_items: [], checkpoint_items_links: [] },
    finding: "response /checkpoint_items_links array",
  },
  {
    row: "plan-id-fake",
    operation: "findBackupsByTag",
    response: { resources: [{ resource_id: "cdfs_cefs_wesas_12_dsad" }], total_count: 1 },
    finding: "response /resources/*/resource_id string",
  },
  {
    row: "policy-optional",
    operation: "getPolicy",
    response: { policy: { id, name: "a", status: "enabled" } },
    finding: "response /policy object",
  },
  { row: "policy-status", ...policy({ status: "suspended" }), finding: "response /policy/status string" },
  {
    row: "policy-update-parameters",
    operation: "updatePolicy",
    request: { policy: { parameters: { common: {} } } },
    response: policy({}).response ?? null,
    finding: "request /policy object",
  },
  { row: "progress-type", ...backup({ progress: "50" }), finding: `${info}/progress string` },
  {
    row: "quota-types",
    operation: "getQuotas",
    response: { quotas: { resources: [{ type: "backups", quota: "600", used: 1 }] } },
    finding: "response /quotas/resources/*/quota string",
  },
  {
    row: "remove-tag-idempotent",
    ...error("removeBackupTag", 404, { error_code: "CSBS.3001", error_msg: "a" }),
    finding: "status  status 404",
  },
  {
    row: "replication-records-type",
    ...backup({}, { replication_records: {} }),
    finding: "response /checkpoint_item/replication_records object",
  },
  {
    row: "replication-regions",
    operation: "getReplicationCapabilities",
    response: { regions: { name: "a" } },
    finding: "response /regions object",
  },
  {
    row: "resource-graph",
    ...record({ resource_graph: "[]" }),
    finding: "response /checkpoint/resource_graph string",
  },
  {
    row: "resource-type-repeat",
    operation: "countBackups",
    query: "resource_type=OS::Nova::Server&resource_type=OS::Nova::Server",
    response: { count: 1 },
    finding: "query /resource_type array",
  },
  { row: "resources-empty", ...policyRequest({ resources: [] }), finding: "request /policy/resources array" },
  {
    row: "restore-status-type",
    operation: "createRestore",
    response: { restore: { id, status: "success", resources_status: "in_progress" } },
    finding: "response /restore/resources_status string",
  },
  {
    row: "restore-status-words",
    operation: "createRestore",
    response: { restore: { id, status: "resting" } },
    finding: "response /restore/status string",
  },
  {
    row: "retention-range",
    ...policyRequest({}, { operation_definition: { max_backups: 0 } }),
    finding: `request ${operations}/operation_definition/max_backups integer`,
  },
  {
    row: "schedule-interval",
    ...policyRequest(
      {},
      {
        trigger: {
          properties: { pattern: rule.trigger.properties.pattern.replace("DAILY", "DAILY;INTERVAL=2") },
        },
      },
    ),
    finding: `request ${operations}/trigger/properties/pattern string`,
  },
  { row: "sdk-only", ...backup({ retention_duration: 7 }), finding: `${info}/retention_duration integer` },
  {
    row: "space-saving-ratio",
    ...backup({ space_saving_ratio: 6.5 }),
    finding: `${info}/space_saving_ratio number`,
  },
  {
    row: "status-429",
    ...error("countBackups", 429, { error_code: "APIGW.0308", error_msg: "a" }),
    finding: "status  status 429",
  },
  {
    row: "status-503",
    ...error("countBackups", 503, { error_code: "CSBS.9998", error_msg: "a" }),
    finding: "status  status 503",
  },
  {
    row: "status-codes-general",
    operation: "createRestore",
    status: 202,
    response: { restore: { id, status: "success" } },
    finding: "status  status 202",
  },
  {
    row: "tag-filter-sample",
    operation: "findBackupsByTag",
    response: { id },
    finding: "response /id string",
  },
  {
    row: "tag-key-limits",
    operation: "listBackupTags",
    response: { tags: [{ key: "k".repeat(37), value: "v" }] },
    finding: "response /tags/* object",
  },
  {
    row: "tag-limit-type",
    operation: "findBackupsByTag",
    request: { action: "filter", limit: 10 },
    response: { resources: [] },
    finding: "request /limit integer",
  },
  {
    row: "tag-object-list",
    operation: "addBackupTag",
    request: { tag: [{ key: "a", value: "b" }] },
    finding: "request /tag array",
  },
  {
    row: "tag-spaces",
    operation: "addBackupTag",
    request: { tag: { key: " a", value: "b" } },
    finding: "request /tag/key string",
  },
  {
    row: "tag-value-list",
    operation: "listPolicyTags",
    response: { tags: [{ key: "a", value: ["b"] }] },
    finding: "response /tags/*/value array",
  },
  {
    row: "time-format",
    ...backup({}, { created_at: "2026-11-17T04:20:37Z" }),
    finding: "response /checkpoint_item/created_at string",
  },
  {
    row: "trigger-response",
    ...policy({}, { trigger: { properties: rule.trigger.properties } }),
    finding: `response ${operations}/trigger object`,
  },
];

/** Deviations that nobody has documented. */
export const invented: Deviation[] = [
  { ...backup({ lock_mode: "strict" }), finding: `${info}/lock_mode string` },
  { ...policy({ owner: { since: 1 } }), finding: "response /policy/owner object" },
  {
    operation: "getQuotas",
    response: { quotas: { resources: [{ type: "restores", quota: 1, used: 0 }] } },
    finding: "response /quotas/resources/*/type string",
  },
  {
    ...policy({}, { trigger: { id, name: "a", type: "cron", properties: rule.trigger.properties } }),
    finding: `response ${operations}/trigger/type string`,
  },
  { ...backup({ size: "47960" }), finding: `${info}/size string` },
  { operation: "listPolicies", response: { policies: {} }, finding: "response /policies object" },
  {
    operation: "createRestore",
    response: { restore: { status: "success" } },
    finding: "response /restore/id nothing",
  },
  { operation: "countBackups", status: 206, response: { count: 1 }, finding: "status  status 206" },
  {
    operation: "listBackups",
    status: 409,
    response: { error_code: "CSBS.0001", error_msg: "a" },
    finding: "status  status 409",
  },
  {
    operation: "countBackups",
    contentType: "text/plain",
    response: { count: 1 },
    finding: "response  text/plain",
  },
];
