// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 4a82f5ff0f531285

import type { components, operations } from "./schema.ts";

/**
 * Where each operation lives, which query parameters it takes, whether it changes nothing (safe),
 * whether it takes a body, and whether its answer is always JSON.
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
 * The operations that answer a page at a time: which member of the answer holds the items, which of
 * an item is its ID, what picks the next page (the ID of the last item, or how many to pass over), and
 * where that goes.
 */
export const pagedOperations = {
  listBackups: { items: "checkpoint_items", id: "id", by: "marker", in: "query" },
  listPolicies: { items: "policies", id: "id", by: "marker", in: "query" },
  findBackupsByTag: { items: "resources", id: "resource_id", by: "offset", in: "body" },
  findPoliciesByTag: { items: "resources", id: "resource_id", by: "offset", in: "body" },
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

/** Parameters of countBackups: path and query together. */
export interface CountBackupsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["countBackups"]["parameters"]["path"]["project_id"];
  /**
   * Only backups in this state.
   * @example "error"
   */
  status?: Query<"countBackups">["status"];
  /**
   * Looks at all tenants instead of one project. Only administrators may ask for it; others are answered 403.
   * @example true
   */
  all_tenants?: Query<"countBackups">["all_tenants"];
  /**
   * Only backups with this name. The page does not say whether a part of the name is enough; the list of backups matches parts.
   * Length: 1 to 255.
   * @example "manualbk_0f3a"
   */
  name?: Query<"countBackups">["name"];
  /**
   * Only backups of servers in this availability zone.
   * Length: 1 to 255.
   * @example "eu-de-01"
   */
  az?: Query<"countBackups">["az"];
  /**
   * Only backups of the server with this ID.
   * Format: uuid.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id?: Query<"countBackups">["resource_id"];
  /**
   * Only backups of servers with this name. The page does not say whether a part of the name is enough; the list of backups matches parts.
   * Length: 1 to 255.
   * @example "db-01"
   */
  resource_name?: Query<"countBackups">["resource_name"];
  /**
   * Only backups made at or after this time (UTC, no zone on the wire).
   * @example "2017-04-15T04:25:38"
   */
  start_time?: Query<"countBackups">["start_time"] | Date;
  /**
   * Only backups made at or before this time (UTC, no zone on the wire).
   * @example "2017-04-16T04:25:38"
   */
  end_time?: Query<"countBackups">["end_time"] | Date;
  /**
   * Only backups from which an image of this type was registered, by the type that the Image Management Service knows. Matches nothing where no image was made from a backup.
   * Length: 1 to 255.
   * @example "backup"
   */
  image_type?: Query<"countBackups">["image_type"];
  /**
   * Only backups that the policy with this ID has made.
   * Format: uuid.
   * @example "4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21"
   */
  policy_id?: Query<"countBackups">["policy_id"];
  /**
   * Only backups of servers with this IP address. The page does not say whether IPv6 or a part of an address is understood.
   * Pattern: `^[0-9A-Fa-f.:]{1,45}$`.
   * @example "192.168.0.209"
   */
  ip?: Query<"countBackups">["ip"];
  /**
   * Only backups that belong to the backup record (checkpoint) with this ID.
   * Format: uuid.
   * @example "8b0851a8-adf3-4f4c-a914-dead08bf9664"
   */
  checkpoint_id?: Query<"countBackups">["checkpoint_id"];
  /**
   * Only backups of objects of these types. Repeat the parameter to name several: one of them must fit.
   * @example ["OS::Nova::Server"]
   */
  resource_type?: Query<"countBackups">["resource_type"];
}

/** Parameters of listBackups: path and query together. */
export interface ListBackupsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listBackups"]["parameters"]["path"]["project_id"];
  /**
   * Only backups in this state.
   * @example "error"
   */
  status?: Query<"listBackups">["status"];
  /**
   * How many to answer at most in one page; 1000 where it is left out.
   * Format: int32.
   * @example 100
   */
  limit?: Query<"listBackups">["limit"];
  /**
   * ID of the last item of the page before; the page begins after it.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  marker?: Query<"listBackups">["marker"];
  /**
   * Keys to sort by, separated by commas: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`; without, `desc` is meant. At most 255 characters.
   * Pattern: `^(created_at|updated_at|name|status|protected_at|id)(:(asc|desc))?(,(created_at|updated_at|name|status|protected_at|id)(:(asc|desc))?)*$`. Length: 0 to 255.
   * @example "created_at:desc"
   */
  sort?: Query<"listBackups">["sort"];
  /**
   * Looks at all tenants instead of one project. Only administrators may ask for it; others are answered 403.
   * @example true
   */
  all_tenants?: Query<"listBackups">["all_tenants"];
  /**
   * Only backups whose name holds this text.
   * Length: 1 to 255.
   * @example "manualbk"
   */
  name?: Query<"listBackups">["name"];
  /**
   * Only backups of servers in this availability zone.
   * Length: 1 to 255.
   * @example "eu-de-01"
   */
  az?: Query<"listBackups">["az"];
  /**
   * Only backups of the server with this ID.
   * Format: uuid.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id?: Query<"listBackups">["resource_id"];
  /**
   * Only backups of servers whose name holds this text.
   * Length: 1 to 255.
   * @example "db"
   */
  resource_name?: Query<"listBackups">["resource_name"];
  /**
   * Only backups made at or after this time (UTC, no zone on the wire).
   * @example "2017-04-15T04:25:38"
   */
  start_time?: Query<"listBackups">["start_time"] | Date;
  /**
   * Only backups made at or before this time (UTC, no zone on the wire).
   * @example "2017-04-16T04:25:38"
   */
  end_time?: Query<"listBackups">["end_time"] | Date;
  /**
   * Only sets of backups of this kind.
   * Length: 1 to 255.
   * @example "backup"
   */
  image_type?: Query<"listBackups">["image_type"];
  /**
   * Only backups that the policy with this ID has made.
   * Format: uuid.
   * @example "4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21"
   */
  policy_id?: Query<"listBackups">["policy_id"];
  /**
   * How many items to pass over. The page does not say what happens together with `marker`: use one of them.
   * Format: int32.
   * @example 100
   */
  offset?: Query<"listBackups">["offset"];
  /**
   * Only backups that belong to the backup record (checkpoint) with this ID.
   * Format: uuid.
   * @example "8b0851a8-adf3-4f4c-a914-dead08bf9664"
   */
  checkpoint_id?: Query<"listBackups">["checkpoint_id"];
  /**
   * Only backups of objects of these types. Repeat the parameter to name several: one of them must fit.
   * @example ["OS::Nova::Server"]
   */
  resource_type?: Query<"listBackups">["resource_type"];
}

/** Parameters of getBackup: path and query together. */
export interface GetBackupParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getBackup"]["parameters"]["path"]["project_id"];
  /**
   * ID of the backup.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  checkpoint_item_id: operations["getBackup"]["parameters"]["path"]["checkpoint_item_id"];
}

/** Parameters of createBackup: path and query together, and the body. */
export interface CreateBackupParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["createBackup"]["parameters"]["path"]["project_id"];
  /**
   * ID of the provider; CSBS has this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["createBackup"]["parameters"]["path"]["provider_id"];
  /**
   * ID of the server to back up.
   * Format: uuid.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id: operations["createBackup"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["CreateBackupRequest"];
}

/** Parameters of deleteBackup: path and query together. */
export interface DeleteBackupParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["deleteBackup"]["parameters"]["path"]["project_id"];
  /**
   * ID of the provider; CSBS has this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["deleteBackup"]["parameters"]["path"]["provider_id"];
  /**
   * ID of the backup record.
   * Format: uuid.
   * @example "f672a1bb-6912-446a-816c-72792c5263e0"
   */
  checkpoint_id: operations["deleteBackup"]["parameters"]["path"]["checkpoint_id"];
  /**
   * ID of the one backup of the record to delete; all of them where it is left out.
   * Length: 1 to 4096.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  checkpoint_items?: Query<"deleteBackup">["checkpoint_items"];
}

/** Parameters of runPolicy: path and query together, and the body. */
export interface RunPolicyParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["runPolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the provider; CSBS has this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["runPolicy"]["parameters"]["path"]["provider_id"];
  /** The body of the request. */
  body: components["schemas"]["RunPolicyRequest"];
}

/** Parameters of listPolicies: path and query together. */
export interface ListPoliciesParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listPolicies"]["parameters"]["path"]["project_id"];
  /**
   * How many to answer at most in one page; 1000 where it is left out.
   * Format: int32.
   * @example 100
   */
  limit?: Query<"listPolicies">["limit"];
  /**
   * ID of the last item of the page before; the page begins after it.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  marker?: Query<"listPolicies">["marker"];
  /**
   * Keys to sort by, separated by commas, each with `:asc` or `:desc`; without, `desc` is meant. At most 255 characters.
   * Pattern: `^[a-z_]+(:(asc|desc))?(,[a-z_]+(:(asc|desc))?)*$`. Length: 0 to 255.
   * @example "created_at:desc"
   */
  sort?: Query<"listPolicies">["sort"];
  /**
   * Only the policy with exactly this name.
   * Length: 1 to 255.
   * @example "nightly"
   */
  name?: Query<"listPolicies">["name"];
  /**
   * Looks at all tenants instead of one project. Only administrators may ask for it; others are answered 403.
   * @example true
   */
  all_tenants?: Query<"listPolicies">["all_tenants"];
  /**
   * How many items to pass over. The page does not say what happens together with `marker`: use one of them.
   * Format: int32.
   * @example 100
   */
  offset?: Query<"listPolicies">["offset"];
}

/** Parameters of createPolicy: path and query together, and the body. */
export interface CreatePolicyParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["createPolicy"]["parameters"]["path"]["project_id"];
  /** The body of the request. */
  body: components["schemas"]["CreatePolicyRequest"];
}

/** Parameters of getPolicy: path and query together. */
export interface GetPolicyParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getPolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  policy_id: operations["getPolicy"]["parameters"]["path"]["policy_id"];
}

/** Parameters of updatePolicy: path and query together, and the body. */
export interface UpdatePolicyParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["updatePolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  policy_id: operations["updatePolicy"]["parameters"]["path"]["policy_id"];
  /** The body of the request. */
  body: components["schemas"]["UpdatePolicyRequest"];
}

/** Parameters of deletePolicy: path and query together. */
export interface DeletePolicyParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["deletePolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  policy_id: operations["deletePolicy"]["parameters"]["path"]["policy_id"];
}

/** Parameters of checkResources: path and query together, and the body. */
export interface CheckResourcesParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["checkResources"]["parameters"]["path"]["project_id"];
  /**
   * ID of the provider; CSBS has this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["checkResources"]["parameters"]["path"]["provider_id"];
  /** The body of the request. */
  body: components["schemas"]["CheckResourcesRequest"];
}

/** Parameters of createRestore: path and query together, and the body. */
export interface CreateRestoreParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["createRestore"]["parameters"]["path"]["project_id"];
  /** The body of the request. */
  body: components["schemas"]["CreateRestoreRequest"];
}

/** Parameters of getQuotas: path and query together. */
export interface GetQuotasParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getQuotas"]["parameters"]["path"]["project_id"];
}

/** Parameters of listProjectBackupTags: path and query together. */
export interface ListProjectBackupTagsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listProjectBackupTags"]["parameters"]["path"]["project_id"];
}

/** Parameters of findBackupsByTag: path and query together, and the body. */
export interface FindBackupsByTagParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["findBackupsByTag"]["parameters"]["path"]["project_id"];
  /** The body of the request. */
  body: components["schemas"]["FindByTagRequest"];
}

/** Parameters of listBackupTags: path and query together. */
export interface ListBackupTagsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listBackupTags"]["parameters"]["path"]["project_id"];
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["listBackupTags"]["parameters"]["path"]["resource_id"];
}

/** Parameters of addBackupTag: path and query together, and the body. */
export interface AddBackupTagParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["addBackupTag"]["parameters"]["path"]["project_id"];
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["addBackupTag"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["AddTagRequest"];
}

/** Parameters of updateBackupTags: path and query together, and the body. */
export interface UpdateBackupTagsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["updateBackupTags"]["parameters"]["path"]["project_id"];
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["updateBackupTags"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["UpdateTagsRequest"];
}

/** Parameters of removeBackupTag: path and query together. */
export interface RemoveBackupTagParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["removeBackupTag"]["parameters"]["path"]["project_id"];
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["removeBackupTag"]["parameters"]["path"]["resource_id"];
  /**
   * Key of the tag. The page adds that the service checks only that it is not empty.
   * Pattern: `^[^\x00-\x1F*<>\\=,|/]+$`. Length: 1 to 127.
   * @example "department"
   */
  key: operations["removeBackupTag"]["parameters"]["path"]["key"];
}

/** Parameters of listProjectPolicyTags: path and query together. */
export interface ListProjectPolicyTagsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listProjectPolicyTags"]["parameters"]["path"]["project_id"];
}

/** Parameters of findPoliciesByTag: path and query together, and the body. */
export interface FindPoliciesByTagParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["findPoliciesByTag"]["parameters"]["path"]["project_id"];
  /** The body of the request. */
  body: components["schemas"]["FindByTagRequest"];
}

/** Parameters of listPolicyTags: path and query together. */
export interface ListPolicyTagsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listPolicyTags"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["listPolicyTags"]["parameters"]["path"]["resource_id"];
}

/** Parameters of addPolicyTag: path and query together, and the body. */
export interface AddPolicyTagParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["addPolicyTag"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["addPolicyTag"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["AddTagRequest"];
}

/** Parameters of updatePolicyTags: path and query together, and the body. */
export interface UpdatePolicyTagsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["updatePolicyTags"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["updatePolicyTags"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["UpdateTagsRequest"];
}

/** Parameters of removePolicyTag: path and query together. */
export interface RemovePolicyTagParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["removePolicyTag"]["parameters"]["path"]["project_id"];
  /**
   * ID of the policy.
   * Format: uuid.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["removePolicyTag"]["parameters"]["path"]["resource_id"];
  /**
   * Key of the tag. The page adds that the service checks only that it is not empty.
   * Pattern: `^[^\x00-\x1F*<>\\=,|/]+$`. Length: 1 to 127.
   * @example "department"
   */
  key: operations["removePolicyTag"]["parameters"]["path"]["key"];
}

/** Parameters of getReplicationCapabilities: path and query together. */
export interface GetReplicationCapabilitiesParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getReplicationCapabilities"]["parameters"]["path"]["project_id"];
}

/** Parameters of replicatePolicy: path and query together, and the body. */
export interface ReplicatePolicyParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["replicatePolicy"]["parameters"]["path"]["project_id"];
  /**
   * ID of the provider; CSBS has this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["replicatePolicy"]["parameters"]["path"]["provider_id"];
  /** The body of the request. */
  body: components["schemas"]["ReplicatePolicyRequest"];
}

/** Parameters of replicateBackup: path and query together, and the body. */
export interface ReplicateBackupParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["replicateBackup"]["parameters"]["path"]["project_id"];
  /**
   * ID of the provider; CSBS has this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["replicateBackup"]["parameters"]["path"]["provider_id"];
  /**
   * ID of the backup.
   * Format: uuid.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  checkpoint_item_id: operations["replicateBackup"]["parameters"]["path"]["checkpoint_item_id"];
  /** The body of the request. */
  body: components["schemas"]["ReplicateBackupRequest"];
}

/** One method per operation. `Options` are the options of a call, which the client defines. */
export interface Operations<Options> {
  /**
   * Count backups: `GET /v1/{project_id}/checkpoint_items/count`.
   *
   * Answers how many backups the project has. Without a filter it counts all of them;
   * filters combine, and a backup is counted when it matches every one.
   *
   * Counting needs no paging and is far cheaper than listing: use it for dashboards, quotas
   * and checks such as "has any backup of this server failed since yesterday?".
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/intl/en-us/api-csbs/en-us_topic_0059304233.html
   */
  countBackups(parameters?: CountBackupsParameters, options?: Options): Promise<components["schemas"]["BackupCount"]>;
  /**
   * List backups: `GET /v1/{project_id}/checkpoint_items`.
   *
   * Answers the backups of the project, a page at a time, the newest first unless `sort`
   * says otherwise. Filters combine, and a backup is listed when it matches every one.
   *
   * For the next page, pass the ID of the last backup of this one as `marker`; a page with
   * fewer than `limit` backups is the last.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/querying_all_backups.html
   */
  listBackups(parameters?: ListBackupsParameters, options?: Options): Promise<components["schemas"]["BackupList"]>;
  /**
   * Read a backup: `GET /v1/{project_id}/checkpoint_items/{checkpoint_item_id}`.
   *
   * Answers one backup with all its details: state, progress, disk backups, and what went wrong. A backup that has been deleted answers 404.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/querying_a_single_backup.html
   */
  getBackup(parameters: GetBackupParameters, options?: Options): Promise<components["schemas"]["BackupEnvelope"]>;
  /**
   * Back up a server: `POST /v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action`.
   *
   * Starts a backup of one server and answers the backup record at once; the backup itself
   * takes minutes to hours. Follow it with `listBackups`, the record's ID as
   * `checkpoint_id`. The vendor advises against backing up servers of more than 4 TB.
   *
   * Ask `checkResources` first to learn whether the server can be backed up.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/resource_management/creating_a_backup_for_a_resource.html
   */
  createBackup(parameters: CreateBackupParameters, options?: Options): Promise<components["schemas"]["CheckpointEnvelope"]>;
  /**
   * Delete backups of a record: `DELETE /v1/{project_id}/providers/{provider_id}/checkpoints/{checkpoint_id}`.
   *
   * Starts the deletion of all backups of a backup record, or of one of them. Only backups
   * that are `available` or in `error` can be deleted, and none of which an image was made.
   *
   * The deletion may take up to 30 minutes; five run at a time for a user, others wait. A
   * backup that is gone answers 404 to `getBackup`.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/deleting_a_backup.html
   */
  deleteBackup(parameters: DeleteBackupParameters, options?: Options): Promise<components["schemas"]["BackupDeletion"] | undefined>;
  /**
   * Run a policy now: `POST /v1/{project_id}/providers/{provider_id}/checkpoints`.
   *
   * Backs up all servers of a policy, or some of them, outside the schedule, and answers the backup record at once. Retention does not clean up what runs by hand have made.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/executing_a_backup_policy.html
   */
  runPolicy(parameters: RunPolicyParameters, options?: Options): Promise<components["schemas"]["CheckpointEnvelope"]>;
  /**
   * List policies: `GET /v1/{project_id}/policies`.
   *
   * Answers the policies of the project, a page at a time, the newest first unless `sort` says otherwise. For the next page, pass the ID of the last policy of this one as `marker`.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/querying_the_backup_policy_list.html
   */
  listPolicies(parameters?: ListPoliciesParameters, options?: Options): Promise<components["schemas"]["PolicyList"]>;
  /**
   * Create a policy: `POST /v1/{project_id}/policies`.
   *
   * Creates a policy: which servers are backed up, when, and how long their backups are kept. A user may have 32 policies, a policy 64 servers, a server one policy.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/creating_a_backup_policy.html
   */
  createPolicy(parameters: CreatePolicyParameters, options?: Options): Promise<components["schemas"]["PolicyEnvelope"]>;
  /**
   * Read a policy: `GET /v1/{project_id}/policies/{policy_id}`.
   *
   * Answers one policy with its servers, its schedule and its retention rules.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/querying_a_backup_policy.html
   */
  getPolicy(parameters: GetPolicyParameters, options?: Options): Promise<components["schemas"]["PolicyEnvelope"]>;
  /**
   * Change a policy: `PUT /v1/{project_id}/policies/{policy_id}`.
   *
   * Changes what the body names and leaves the rest as it is. A list of servers replaces the one that is there. Tags are changed by the operations on tags.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/updating_a_backup_policy.html
   */
  updatePolicy(parameters: UpdatePolicyParameters, options?: Options): Promise<components["schemas"]["PolicyEnvelope"]>;
  /**
   * Delete a policy: `DELETE /v1/{project_id}/policies/{policy_id}`.
   *
   * Deletes a policy. The backups that it has made stay.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/deleting_a_backup_policy.html
   */
  deletePolicy(parameters: DeletePolicyParameters, options?: Options): Promise<void>;
  /**
   * Check what can be backed up or restored: `POST /v1/{project_id}/providers/{provider_id}/resources/action`.
   *
   * Answers for each server whether it can be backed up, or for each backup whether it can
   * be restored to a server. It changes nothing.
   *
   * The member of the body picks the question: `check_protectable` is answered by
   * `protectable`, `check_restorable` by `restorable`. What cannot be done is said inside
   * the answer, which is 200 all the same.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/resource_management/querying_the_backup_capability_of_a_resource.html
   */
  checkResources(parameters: CheckResourcesParameters, options?: Options): Promise<components["schemas"]["CheckResourcesAnswer"]>;
  /**
   * Restore a server: `POST /v1/{project_id}/restores`.
   *
   * Starts to restore a server from a backup, and answers the task at once. The server is
   * shut down and its disks are overwritten. Every disk backup of the backup must go to a
   * disk of the server, a system disk's to the system disk.
   *
   * No operation reads the task again: watch the backup with `getBackup`, which is
   * `restoring` and then `available`.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/restoration_management/creating_a_restoration_task.html
   */
  createRestore(parameters: CreateRestoreParameters, options?: Options): Promise<components["schemas"]["RestoreEnvelope"]>;
  /**
   * Read the quotas: `GET /v1/{project_id}/quotas`.
   *
   * Answers how many backups, and how much space for them, the project may have and has.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/quota_management/querying_quotas.html
   */
  getQuotas(parameters?: GetQuotasParameters, options?: Options): Promise<components["schemas"]["QuotaEnvelope"]>;
  /**
   * List the tags of all backups: `GET /v1/{project_id}/csbs_backup/tags`.
   *
   * Answers every tag key that backups of the project have, each with all of its values.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_tags_of_a_project.html
   */
  listProjectBackupTags(parameters?: ListProjectBackupTagsParameters, options?: Options): Promise<components["schemas"]["ProjectTags"]>;
  /**
   * Find backups by tag: `POST /v1/{project_id}/csbs_backup/resource_instances/action`.
   *
   * Answers the backups whose tags meet the conditions, a page at a time, or only how many there are.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_resources_by_tag.html
   */
  findBackupsByTag(parameters: FindBackupsByTagParameters, options?: Options): Promise<components["schemas"]["FoundBackups"]>;
  /**
   * List the tags of a backup: `GET /v1/{project_id}/csbs_backup/{resource_id}/tags`.
   *
   * Answers the tags of one backup.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_tags_of_a_backup_resource.html
   */
  listBackupTags(parameters: ListBackupTagsParameters, options?: Options): Promise<components["schemas"]["ResourceTags"]>;
  /**
   * Add a tag to a backup: `POST /v1/{project_id}/csbs_backup/{resource_id}/tags`.
   *
   * Sets one tag of a backup; a tag with that key is overwritten. A backup has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/adding_a_tag_to_a_backup_resource.html
   */
  addBackupTag(parameters: AddBackupTagParameters, options?: Options): Promise<void>;
  /**
   * Set or remove several tags of a backup: `POST /v1/{project_id}/csbs_backup/{resource_id}/tags/action`.
   *
   * Sets up to 10 tags of a backup at once, or removes them. Doing it twice does no harm. A backup has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/batch_adding_or_removing_tags_of_a_backup_resource.html
   */
  updateBackupTags(parameters: UpdateBackupTagsParameters, options?: Options): Promise<void>;
  /**
   * Remove a tag from a backup: `DELETE /v1/{project_id}/csbs_backup/{resource_id}/tags/{key}`.
   *
   * Removes the tag with this key. A key that the backup does not have answers 404.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/removing_a_tag_from_a_backup_resource.html
   */
  removeBackupTag(parameters: RemoveBackupTagParameters, options?: Options): Promise<void>;
  /**
   * List the tags of all policies: `GET /v1/{project_id}/csbs_backup_policy/tags`.
   *
   * Answers every tag key that policies of the project have, each with all of its values.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_policy_tags_of_a_project.html
   */
  listProjectPolicyTags(parameters?: ListProjectPolicyTagsParameters, options?: Options): Promise<components["schemas"]["ProjectTags"]>;
  /**
   * Find policies by tag: `POST /v1/{project_id}/csbs_backup_policy/resource_instances/action`.
   *
   * Answers the policies whose tags meet the conditions, a page at a time, or only how many there are.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_policies_by_tag.html
   */
  findPoliciesByTag(parameters: FindPoliciesByTagParameters, options?: Options): Promise<components["schemas"]["FoundPolicies"]>;
  /**
   * List the tags of a policy: `GET /v1/{project_id}/csbs_backup_policy/{resource_id}/tags`.
   *
   * Answers the tags of one policy.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_tags_of_a_backup_policy.html
   */
  listPolicyTags(parameters: ListPolicyTagsParameters, options?: Options): Promise<components["schemas"]["ResourceTags"]>;
  /**
   * Add a tag to a policy: `POST /v1/{project_id}/csbs_backup_policy/{resource_id}/tags`.
   *
   * Sets one tag of a policy; a tag with that key is overwritten. A policy has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/adding_a_tag_to_a_backup_policy.html
   */
  addPolicyTag(parameters: AddPolicyTagParameters, options?: Options): Promise<void>;
  /**
   * Set or remove several tags of a policy: `POST /v1/{project_id}/csbs_backup_policy/{resource_id}/tags/action`.
   *
   * Sets up to 10 tags of a policy at once, or removes them. Doing it twice does no harm. A policy has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/batch_adding_or_removing_tags_of_a_backup_policy.html
   */
  updatePolicyTags(parameters: UpdatePolicyTagsParameters, options?: Options): Promise<void>;
  /**
   * Remove a tag from a policy: `DELETE /v1/{project_id}/csbs_backup_policy/{resource_id}/tags/{key}`.
   *
   * Removes the tag with this key. A key that the policy does not have answers 404.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/removing_a_tag_from_a_backup_policy.html
   */
  removePolicyTag(parameters: RemovePolicyTagParameters, options?: Options): Promise<void>;
  /**
   * Read where copies can go: `GET /v1/{project_id}/replication_capabilities`.
   *
   * Answers which regions backups can be copied to. Huawei Cloud only.
   *
   * Documented by: huaweicloud.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/api-csbs/zh-cn_topic_0104715370.html
   */
  getReplicationCapabilities(parameters?: GetReplicationCapabilitiesParameters, options?: Options): Promise<components["schemas"]["ReplicationCapabilities"]>;
  /**
   * Copy a policy's backups to another region: `POST /v1/{project_id}/providers/{provider_id}/checkpoints/replicate`.
   *
   * Copies those backups of a policy that have no copy yet to another region, and answers the copies that were started. Huawei Cloud only.
   *
   * Documented by: huaweicloud.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/api-csbs/zh-cn_topic_0105981682.html
   */
  replicatePolicy(parameters: ReplicatePolicyParameters, options?: Options): Promise<components["schemas"]["ReplicatePolicyAnswer"]>;
  /**
   * Copy a backup to another region: `POST /v1/{project_id}/providers/{provider_id}/checkpoint_items/{checkpoint_item_id}/replicate`.
   *
   * Copies one backup to another region. Refused while a copy is there, or on its way. Huawei Cloud only.
   *
   * Documented by: huaweicloud.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests; from the gateway in front of the service, which the request did not reach.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/api-csbs/zh-cn_topic_0105981703.html
   */
  replicateBackup(parameters: ReplicateBackupParameters, options?: Options): Promise<components["schemas"]["ReplicateBackupAnswer"]>;
}

type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;
