// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

/**
 * Method and path of each operation, its query parameters, whether it changes nothing (safe),
 * whether it takes a body, whether its response is always JSON, and which property of the body needs
 * the fixed parameters.
 */
export const operationTable = {
  countBackups: {
    method: "GET",
    path: "/v1/{project_id}/checkpoint_items/count",
    query: ["status","all_tenants","name","az","resource_id","resource_name","start_time","end_time","image_type","policy_id","ip","checkpoint_id","resource_type"],
    safe: true,
    body: false,
    json: true,
  },
  listBackups: {
    method: "GET",
    path: "/v1/{project_id}/checkpoint_items",
    query: ["status","limit","marker","sort","all_tenants","name","az","resource_id","resource_name","start_time","end_time","image_type","policy_id","offset","checkpoint_id","resource_type"],
    safe: true,
    body: false,
    json: true,
  },
  getBackup: {
    method: "GET",
    path: "/v1/{project_id}/checkpoint_items/{checkpoint_item_id}",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  createBackup: {
    method: "POST",
    path: "/v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action",
    query: [],
    safe: false,
    body: true,
    json: true,
  },
  deleteBackup: {
    method: "DELETE",
    path: "/v1/{project_id}/providers/{provider_id}/checkpoints/{checkpoint_id}",
    query: ["checkpoint_items"],
    safe: false,
    body: false,
    json: false,
  },
  runPolicy: {
    method: "POST",
    path: "/v1/{project_id}/providers/{provider_id}/checkpoints",
    query: [],
    safe: false,
    body: true,
    json: true,
  },
  listPolicies: {
    method: "GET",
    path: "/v1/{project_id}/policies",
    query: ["limit","marker","sort","name","all_tenants","offset"],
    safe: true,
    body: false,
    json: true,
  },
  createPolicy: {
    method: "POST",
    path: "/v1/{project_id}/policies",
    query: [],
    safe: false,
    body: true,
    json: true,
    fixedIn: "policy",
  },
  getPolicy: {
    method: "GET",
    path: "/v1/{project_id}/policies/{policy_id}",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  updatePolicy: {
    method: "PUT",
    path: "/v1/{project_id}/policies/{policy_id}",
    query: [],
    safe: false,
    body: true,
    json: true,
  },
  deletePolicy: {
    method: "DELETE",
    path: "/v1/{project_id}/policies/{policy_id}",
    query: [],
    safe: false,
    body: false,
    json: false,
  },
  checkResources: {
    method: "POST",
    path: "/v1/{project_id}/providers/{provider_id}/resources/action",
    query: [],
    safe: true,
    body: true,
    json: true,
  },
  createRestore: {
    method: "POST",
    path: "/v1/{project_id}/restores",
    query: [],
    safe: false,
    body: true,
    json: true,
    fixedIn: "restore",
  },
  getQuotas: {
    method: "GET",
    path: "/v1/{project_id}/quotas",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  listProjectBackupTags: {
    method: "GET",
    path: "/v1/{project_id}/csbs_backup/tags",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  findBackupsByTag: {
    method: "POST",
    path: "/v1/{project_id}/csbs_backup/resource_instances/action",
    query: [],
    safe: true,
    body: true,
    json: true,
  },
  listBackupTags: {
    method: "GET",
    path: "/v1/{project_id}/csbs_backup/{resource_id}/tags",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  addBackupTag: {
    method: "POST",
    path: "/v1/{project_id}/csbs_backup/{resource_id}/tags",
    query: [],
    safe: false,
    body: true,
    json: false,
  },
  updateBackupTags: {
    method: "POST",
    path: "/v1/{project_id}/csbs_backup/{resource_id}/tags/action",
    query: [],
    safe: false,
    body: true,
    json: false,
  },
  removeBackupTag: {
    method: "DELETE",
    path: "/v1/{project_id}/csbs_backup/{resource_id}/tags/{key}",
    query: [],
    safe: false,
    body: false,
    json: false,
  },
  listProjectPolicyTags: {
    method: "GET",
    path: "/v1/{project_id}/csbs_backup_policy/tags",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  findPoliciesByTag: {
    method: "POST",
    path: "/v1/{project_id}/csbs_backup_policy/resource_instances/action",
    query: [],
    safe: true,
    body: true,
    json: true,
  },
  listPolicyTags: {
    method: "GET",
    path: "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  addPolicyTag: {
    method: "POST",
    path: "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags",
    query: [],
    safe: false,
    body: true,
    json: false,
  },
  updatePolicyTags: {
    method: "POST",
    path: "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags/action",
    query: [],
    safe: false,
    body: true,
    json: false,
  },
  removePolicyTag: {
    method: "DELETE",
    path: "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags/{key}",
    query: [],
    safe: false,
    body: false,
    json: false,
  },
  getReplicationCapabilities: {
    method: "GET",
    path: "/v1/{project_id}/replication_capabilities",
    query: [],
    safe: true,
    body: false,
    json: true,
  },
  replicatePolicy: {
    method: "POST",
    path: "/v1/{project_id}/providers/{provider_id}/checkpoints/replicate",
    query: [],
    safe: false,
    body: true,
    json: true,
  },
  replicateBackup: {
    method: "POST",
    path: "/v1/{project_id}/providers/{provider_id}/checkpoint_items/{checkpoint_item_id}/replicate",
    query: [],
    safe: false,
    body: true,
    json: true,
  },
} as const;

/**
 * The operations that return pages: the field of the response that holds the items, the field of
 * an item is its ID, what picks the next page (the ID of the last item, or how many to pass over),
 * where that goes, and which field has the number of all items, where the service sends it.
 */
export const pagedOperations = {
  listBackups: { items: "checkpoint_items", id: "id", by: "marker", in: "query" },
  listPolicies: { items: "policies", id: "id", by: "marker", in: "query" },
  findBackupsByTag: { items: "resources", id: "resource_id", by: "offset", total: "total_count", in: "body" },
  findPoliciesByTag: { items: "resources", id: "resource_id", by: "offset", total: "total_count", in: "body" },
} as const;

/** The states that backups can be asked for by, in the order of a backup's life. */
export const backupStatuses = ["waiting_protect","protecting","available","waiting_restore","restoring","error","waiting_delete","deleting","deleted"] as const;

/** Parameters with one value, which the client fills in. */
export const fixedParameters = {
  provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da",
} as const;

/** The header that carries the credential of each security scheme. */
export const credentialHeaders = {
  tokenAuth: "X-Auth-Token",
  accessKeyAuth: "Authorization",
} as const;

/** The servers of the service: URL, names of their regions, and these names in words. */
export const servers = [
  {
    url: "https://csbs.{region}.otc.t-systems.com",
    region: /^(?:eu-de)$/,
    known: "eu-de (Open Telekom Cloud)",
  },
  {
    url: "https://csbs.{region}.myhuaweicloud.com",
    region: /^(?:[a-z]+-[a-z]+-\d{1,3})$/,
    known: "names like cn-north-1 (Huawei Cloud)",
  },
] as const;

/** A region of the service. Other names of the same form are allowed. */
export type Region = "eu-de" | "cn-north-1" | (string & {});

/** Query parameters that are times. */
export const timeParameters: readonly string[] = ["start_time","end_time"];
