// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

import type { components, operations } from "./schema.ts";

type Fixed = "provider_id";

type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;

/** A body whose object under `Holder` may leave out the fixed parameters. */
type Filled<Body, Holder extends keyof Body> = Omit<Body, Holder> & {
  [Name in Holder]: Omit<Body[Name], Fixed> & Partial<Pick<Body[Name], Fixed & keyof Body[Name]>>;
};

/** Parameters of countBackups: path and query together. */
export interface CountBackupsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["countBackups"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * Only backups in this state.
   * @example "error"
   */
  status?: Query<"countBackups">["status"] | undefined;
  /**
   * Whether to query all tenants instead of one project. Only administrators can query all tenants.
   * @example true
   */
  all_tenants?: Query<"countBackups">["all_tenants"] | undefined;
  /**
   * Only backups with this name. The page does not say whether a part of the name is enough; listBackups matches parts.
   * @example "manualbk_0f3a"
   */
  name?: Query<"countBackups">["name"] | undefined;
  /**
   * Only backups of servers in this availability zone.
   * @example "eu-de-01"
   */
  az?: Query<"countBackups">["az"] | undefined;
  /**
   * Only backups of the object with this ID, usually a server. The server's page in the console shows its ID, and so does `openstack server list`.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id?: Query<"countBackups">["resource_id"] | undefined;
  /**
   * Only backups of objects with this name, usually servers. The page does not say whether a part of the name is enough; listBackups matches parts.
   * @example "db-01"
   */
  resource_name?: Query<"countBackups">["resource_name"] | undefined;
  /**
   * Filters by backup time; the page calls this value "the backup start time". We read it as the beginning of a period: only backups made at this time or later. It can also be read as the time at which the backup itself started. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
   * A Date, or text in UTC such as `2017-04-15T04:25:38`, with up to six digits of a fraction; text with a
   * zone, such as `2017-04-15T06:25:38+02:00`, is converted.
   * @example "2017-04-15T04:25:38"
   */
  start_time?: Query<"countBackups">["start_time"] | Date | undefined;
  /**
   * Filters by backup time; the page calls this value "the backup end time". We read it as the end of a period: only backups made at this time or earlier. It can also be read as the time at which the backup itself ended. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
   * A Date, or text in UTC such as `2017-04-15T04:25:38`, with up to six digits of a fraction; text with a
   * zone, such as `2017-04-15T06:25:38+02:00`, is converted.
   * @example "2017-04-16T04:25:38"
   */
  end_time?: Query<"countBackups">["end_time"] | Date | undefined;
  /**
   * Only backups whose image has this type. The filter can be used only when images were created from backups; the Image Management Service knows the type of an image.
   * @example "backup"
   */
  image_type?: Query<"countBackups">["image_type"] | undefined;
  /**
   * Only backups that the policy with this ID has made.
   * @example "4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21"
   */
  policy_id?: Query<"countBackups">["policy_id"] | undefined;
  /**
   * Only backups of servers with this IP address. The page does not say whether IPv6 or a part of an address is understood.
   * @example "192.168.0.209"
   */
  ip?: Query<"countBackups">["ip"] | undefined;
  /**
   * Only backups that belong to the backup record (checkpoint) with this ID.
   * @example "8b0851a8-adf3-4f4c-a914-dead08bf9664"
   */
  checkpoint_id?: Query<"countBackups">["checkpoint_id"] | undefined;
  /**
   * Only backups of objects of this type. The page documents one value. The service is known to accept the parameter repeatedly; we assume that it then means objects of any of these types.
   * @example ["OS::Nova::Server"]
   */
  resource_type?: Query<"countBackups">["resource_type"] | undefined;
}

/** Response of countBackups: the parsed body. */
export type CountBackupsResponse = components["schemas"]["BackupCount"];

/** Parameters of listBackups: path and query together. */
export interface ListBackupsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listBackups"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * Only backups in this state.
   * @example "error"
   */
  status?: Query<"listBackups">["status"] | undefined;
  /**
   * The maximum number of items in a page, 1000 by default.
   * @example 100
   */
  limit?: Query<"listBackups">["limit"] | undefined;
  /**
   * ID of the last item of the previous page. The page begins after it.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  marker?: Query<"listBackups">["marker"] | undefined;
  /**
   * Keys to sort by, separated by commas: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, `desc` by default. At most 255 characters.
   * Pattern: `^(created_at|updated_at|name|status|protected_at|id)(:(asc|desc))?(,(created_at|updated_at|name|status|protected_at|id)(:(asc|desc))?)*$`. Length: 0 to 255.
   * @example "created_at:desc"
   */
  sort?: Query<"listBackups">["sort"] | undefined;
  /**
   * Whether to query all tenants instead of one project. Only administrators can query all tenants.
   * @example true
   */
  all_tenants?: Query<"listBackups">["all_tenants"] | undefined;
  /**
   * Only backups whose name contains this text.
   * @example "manualbk"
   */
  name?: Query<"listBackups">["name"] | undefined;
  /**
   * Only backups of servers in this availability zone.
   * @example "eu-de-01"
   */
  az?: Query<"listBackups">["az"] | undefined;
  /**
   * Only backups of the object with this ID, usually a server. The server's page in the console shows its ID, and so does `openstack server list`.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id?: Query<"listBackups">["resource_id"] | undefined;
  /**
   * Only backups of objects whose name contains this text, usually servers.
   * @example "db"
   */
  resource_name?: Query<"listBackups">["resource_name"] | undefined;
  /**
   * Filters by backup time; the page calls this value "the backup start time". We read it as the beginning of a period: only backups made at this time or later. It can also be read as the time at which the backup itself started. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
   * A Date, or text in UTC such as `2017-04-15T04:25:38`, with up to six digits of a fraction; text with a
   * zone, such as `2017-04-15T06:25:38+02:00`, is converted.
   * @example "2017-04-15T04:25:38"
   */
  start_time?: Query<"listBackups">["start_time"] | Date | undefined;
  /**
   * Filters by backup time; the page calls this value "the backup end time". We read it as the end of a period: only backups made at this time or earlier. It can also be read as the time at which the backup itself ended. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
   * A Date, or text in UTC such as `2017-04-15T04:25:38`, with up to six digits of a fraction; text with a
   * zone, such as `2017-04-15T06:25:38+02:00`, is converted.
   * @example "2017-04-16T04:25:38"
   */
  end_time?: Query<"listBackups">["end_time"] | Date | undefined;
  /**
   * Only backups of this image type, such as `backup`.
   * @example "backup"
   */
  image_type?: Query<"listBackups">["image_type"] | undefined;
  /**
   * Only backups that the policy with this ID has made.
   * @example "4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21"
   */
  policy_id?: Query<"listBackups">["policy_id"] | undefined;
  /**
   * The number of items to skip. The page does not say what happens together with `marker`: use one of them.
   * @example 100
   */
  offset?: Query<"listBackups">["offset"] | undefined;
  /**
   * Only backups that belong to the backup record (checkpoint) with this ID.
   * @example "8b0851a8-adf3-4f4c-a914-dead08bf9664"
   */
  checkpoint_id?: Query<"listBackups">["checkpoint_id"] | undefined;
  /**
   * Only backups of objects of this type. The page documents one value. The service is known to accept the parameter repeatedly; we assume that it then means objects of any of these types.
   * @example ["OS::Nova::Server"]
   */
  resource_type?: Query<"listBackups">["resource_type"] | undefined;
}

/** Response of listBackups: the parsed body. */
export type ListBackupsResponse = components["schemas"]["BackupList"];

/** Parameters of getBackup: path and query together. */
export interface GetBackupParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getBackup"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the backup.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  checkpoint_item_id: operations["getBackup"]["parameters"]["path"]["checkpoint_item_id"];
}

/** Response of getBackup: the parsed body. */
export type GetBackupResponse = components["schemas"]["BackupEnvelope"];

/** Parameters of createBackup: path and query together, and the body. */
export interface CreateBackupParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["createBackup"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the provider. CSBS has only this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["createBackup"]["parameters"]["path"]["provider_id"] | undefined;
  /**
   * ID of the server to back up. The server's page in the console shows it, and so does `openstack server list`. One page of Huawei Cloud also accepts the ID of a disk of the server.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id: operations["createBackup"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["CreateBackupRequest"];
}

/** Response of createBackup: the parsed body. */
export type CreateBackupResponse = components["schemas"]["CheckpointEnvelope"];

/** Parameters of deleteBackup: path and query together. */
export interface DeleteBackupParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["deleteBackup"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the provider. CSBS has only this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["deleteBackup"]["parameters"]["path"]["provider_id"] | undefined;
  /**
   * ID of the backup record.
   * @example "f672a1bb-6912-446a-816c-72792c5263e0"
   */
  checkpoint_id: operations["deleteBackup"]["parameters"]["path"]["checkpoint_id"];
  /**
   * ID of the only backup of the record to delete. Without it, all of them are deleted.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  checkpoint_items?: Query<"deleteBackup">["checkpoint_items"] | undefined;
}

/** Response of deleteBackup: the parsed body. */
export type DeleteBackupResponse = components["schemas"]["BackupDeletion"] | undefined;

/** Parameters of runPolicy: path and query together, and the body. */
export interface RunPolicyParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["runPolicy"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the provider. CSBS has only this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["runPolicy"]["parameters"]["path"]["provider_id"] | undefined;
  /** The body of the request. */
  body: components["schemas"]["RunPolicyRequest"];
}

/** Response of runPolicy: the parsed body. */
export type RunPolicyResponse = components["schemas"]["CheckpointEnvelope"];

/** Parameters of listPolicies: path and query together. */
export interface ListPoliciesParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listPolicies"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * The maximum number of items in a page, 1000 by default.
   * @example 100
   */
  limit?: Query<"listPolicies">["limit"] | undefined;
  /**
   * ID of the last item of the previous page. The page begins after it.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  marker?: Query<"listPolicies">["marker"] | undefined;
  /**
   * Keys to sort by, separated by commas, each with `:asc` or `:desc`, `desc` by default. At most 255 characters. The page does not list the keys; its sample has `created_at`.
   * Pattern: `^[a-z_]+(:(asc|desc))?(,[a-z_]+(:(asc|desc))?)*$`. Length: 0 to 255.
   * @example "created_at:asc"
   */
  sort?: Query<"listPolicies">["sort"] | undefined;
  /**
   * Only the policy with exactly this name.
   * @example "nightly"
   */
  name?: Query<"listPolicies">["name"] | undefined;
  /**
   * Whether to query all tenants instead of one project. Only administrators can query all tenants.
   * @example true
   */
  all_tenants?: Query<"listPolicies">["all_tenants"] | undefined;
  /**
   * The number of items to skip. The page does not say what happens together with `marker`: use one of them.
   * @example 100
   */
  offset?: Query<"listPolicies">["offset"] | undefined;
}

/** Response of listPolicies: the parsed body. */
export type ListPoliciesResponse = components["schemas"]["PolicyList"];

/** Parameters of createPolicy: path and query together, and the body. */
export interface CreatePolicyParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["createPolicy"]["parameters"]["path"]["project_id"] | undefined;
  /** The body of the request; the client fills in `provider_id` of `policy`. */
  body: Filled<components["schemas"]["CreatePolicyRequest"], "policy">;
}

/** Response of createPolicy: the parsed body. */
export type CreatePolicyResponse = components["schemas"]["PolicyEnvelope"];

/** Parameters of getPolicy: path and query together. */
export interface GetPolicyParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getPolicy"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  policy_id: operations["getPolicy"]["parameters"]["path"]["policy_id"];
}

/** Response of getPolicy: the parsed body. */
export type GetPolicyResponse = components["schemas"]["PolicyEnvelope"];

/** Parameters of updatePolicy: path and query together, and the body. */
export interface UpdatePolicyParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["updatePolicy"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  policy_id: operations["updatePolicy"]["parameters"]["path"]["policy_id"];
  /** The body of the request. */
  body: components["schemas"]["UpdatePolicyRequest"];
}

/** Response of updatePolicy: the parsed body. */
export type UpdatePolicyResponse = components["schemas"]["PolicyEnvelope"];

/** Parameters of deletePolicy: path and query together. */
export interface DeletePolicyParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["deletePolicy"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  policy_id: operations["deletePolicy"]["parameters"]["path"]["policy_id"];
}

/** Response of deletePolicy: the parsed body. */
export type DeletePolicyResponse = void;

/** Parameters of checkResources: path and query together, and the body. */
export interface CheckResourcesParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["checkResources"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the provider. CSBS has only this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["checkResources"]["parameters"]["path"]["provider_id"] | undefined;
  /** The body of the request. */
  body: components["schemas"]["CheckResourcesRequest"];
}

/** Response of checkResources: the parsed body. */
export type CheckResourcesResponse = components["schemas"]["CheckResourcesResult"];

/** Parameters of createRestore: path and query together, and the body. */
export interface CreateRestoreParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["createRestore"]["parameters"]["path"]["project_id"] | undefined;
  /** The body of the request; the client fills in `provider_id` of `restore`. */
  body: Filled<components["schemas"]["CreateRestoreRequest"], "restore">;
}

/** Response of createRestore: the parsed body. */
export type CreateRestoreResponse = components["schemas"]["RestoreEnvelope"];

/** Parameters of getQuotas: path and query together. */
export interface GetQuotasParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getQuotas"]["parameters"]["path"]["project_id"] | undefined;
}

/** Response of getQuotas: the parsed body. */
export type GetQuotasResponse = components["schemas"]["QuotaEnvelope"];

/** Parameters of listProjectBackupTags: path and query together. */
export interface ListProjectBackupTagsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listProjectBackupTags"]["parameters"]["path"]["project_id"] | undefined;
}

/** Response of listProjectBackupTags: the parsed body. */
export type ListProjectBackupTagsResponse = components["schemas"]["ProjectTags"];

/** Parameters of findBackupsByTag: path and query together, and the body. */
export interface FindBackupsByTagParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["findBackupsByTag"]["parameters"]["path"]["project_id"] | undefined;
  /** The body of the request. */
  body: components["schemas"]["FindByTagRequest"];
}

/** Response of findBackupsByTag: the parsed body. */
export type FindBackupsByTagResponse = components["schemas"]["FoundBackups"];

/** Parameters of listBackupTags: path and query together. */
export interface ListBackupTagsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listBackupTags"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["listBackupTags"]["parameters"]["path"]["resource_id"];
}

/** Response of listBackupTags: the parsed body. */
export type ListBackupTagsResponse = components["schemas"]["ResourceTags"];

/** Parameters of addBackupTag: path and query together, and the body. */
export interface AddBackupTagParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["addBackupTag"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["addBackupTag"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["AddTagRequest"];
}

/** Response of addBackupTag: the parsed body. */
export type AddBackupTagResponse = void;

/** Parameters of updateBackupTags: path and query together, and the body. */
export interface UpdateBackupTagsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["updateBackupTags"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["updateBackupTags"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["UpdateTagsRequest"];
}

/** Response of updateBackupTags: the parsed body. */
export type UpdateBackupTagsResponse = void;

/** Parameters of removeBackupTag: path and query together. */
export interface RemoveBackupTagParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["removeBackupTag"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the backup, the `checkpoint_item_id` of other operations.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  resource_id: operations["removeBackupTag"]["parameters"]["path"]["resource_id"];
  /**
   * Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
   * Pattern: `^[^\x00-\x1F*<>\\=,|/]+$`. Length: 1 to 127.
   * @example "department"
   */
  key: operations["removeBackupTag"]["parameters"]["path"]["key"];
}

/** Response of removeBackupTag: the parsed body. */
export type RemoveBackupTagResponse = void;

/** Parameters of listProjectPolicyTags: path and query together. */
export interface ListProjectPolicyTagsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listProjectPolicyTags"]["parameters"]["path"]["project_id"] | undefined;
}

/** Response of listProjectPolicyTags: the parsed body. */
export type ListProjectPolicyTagsResponse = components["schemas"]["ProjectTags"];

/** Parameters of findPoliciesByTag: path and query together, and the body. */
export interface FindPoliciesByTagParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["findPoliciesByTag"]["parameters"]["path"]["project_id"] | undefined;
  /** The body of the request. */
  body: components["schemas"]["FindByTagRequest"];
}

/** Response of findPoliciesByTag: the parsed body. */
export type FindPoliciesByTagResponse = components["schemas"]["FoundPolicies"];

/** Parameters of listPolicyTags: path and query together. */
export interface ListPolicyTagsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["listPolicyTags"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["listPolicyTags"]["parameters"]["path"]["resource_id"];
}

/** Response of listPolicyTags: the parsed body. */
export type ListPolicyTagsResponse = components["schemas"]["ResourceTags"];

/** Parameters of addPolicyTag: path and query together, and the body. */
export interface AddPolicyTagParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["addPolicyTag"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["addPolicyTag"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["AddTagRequest"];
}

/** Response of addPolicyTag: the parsed body. */
export type AddPolicyTagResponse = void;

/** Parameters of updatePolicyTags: path and query together, and the body. */
export interface UpdatePolicyTagsParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["updatePolicyTags"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["updatePolicyTags"]["parameters"]["path"]["resource_id"];
  /** The body of the request. */
  body: components["schemas"]["UpdateTagsRequest"];
}

/** Response of updatePolicyTags: the parsed body. */
export type UpdatePolicyTagsResponse = void;

/** Parameters of removePolicyTag: path and query together. */
export interface RemovePolicyTagParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["removePolicyTag"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the policy.
   * @example "27b11f3f-578d-4464-89d1-7c6d5894f753"
   */
  resource_id: operations["removePolicyTag"]["parameters"]["path"]["resource_id"];
  /**
   * Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
   * Pattern: `^[^\x00-\x1F*<>\\=,|/]+$`. Length: 1 to 127.
   * @example "department"
   */
  key: operations["removePolicyTag"]["parameters"]["path"]["key"];
}

/** Response of removePolicyTag: the parsed body. */
export type RemovePolicyTagResponse = void;

/** Parameters of getReplicationCapabilities: path and query together. */
export interface GetReplicationCapabilitiesParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["getReplicationCapabilities"]["parameters"]["path"]["project_id"] | undefined;
}

/** Response of getReplicationCapabilities: the parsed body. */
export type GetReplicationCapabilitiesResponse = components["schemas"]["ReplicationCapabilities"];

/** Parameters of replicatePolicy: path and query together, and the body. */
export interface ReplicatePolicyParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["replicatePolicy"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the provider. CSBS has only this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["replicatePolicy"]["parameters"]["path"]["provider_id"] | undefined;
  /** The body of the request. */
  body: components["schemas"]["ReplicatePolicyRequest"];
}

/** Response of replicatePolicy: the parsed body. */
export type ReplicatePolicyResponse = components["schemas"]["ReplicatePolicyResult"];

/** Parameters of replicateBackup: path and query together, and the body. */
export interface ReplicateBackupParameters {
  /**
   * ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["replicateBackup"]["parameters"]["path"]["project_id"] | undefined;
  /**
   * ID of the provider. CSBS has only this one.
   * Left out, it is what the client was created with.
   * @example "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
   */
  provider_id?: operations["replicateBackup"]["parameters"]["path"]["provider_id"] | undefined;
  /**
   * ID of the backup.
   * @example "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190"
   */
  checkpoint_item_id: operations["replicateBackup"]["parameters"]["path"]["checkpoint_item_id"];
  /** The body of the request. */
  body: components["schemas"]["ReplicateBackupRequest"];
}

/** Response of replicateBackup: the parsed body. */
export type ReplicateBackupResponse = components["schemas"]["ReplicateBackupResult"];
