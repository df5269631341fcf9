// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

import type {
  CountBackupsParameters,
  CountBackupsResponse,
  ListBackupsParameters,
  ListBackupsResponse,
  GetBackupParameters,
  GetBackupResponse,
  CreateBackupParameters,
  CreateBackupResponse,
  DeleteBackupParameters,
  DeleteBackupResponse,
  RunPolicyParameters,
  RunPolicyResponse,
  ListPoliciesParameters,
  ListPoliciesResponse,
  CreatePolicyParameters,
  CreatePolicyResponse,
  GetPolicyParameters,
  GetPolicyResponse,
  UpdatePolicyParameters,
  UpdatePolicyResponse,
  DeletePolicyParameters,
  DeletePolicyResponse,
  CheckResourcesParameters,
  CheckResourcesResponse,
  CreateRestoreParameters,
  CreateRestoreResponse,
  GetQuotasParameters,
  GetQuotasResponse,
  ListProjectBackupTagsParameters,
  ListProjectBackupTagsResponse,
  FindBackupsByTagParameters,
  FindBackupsByTagResponse,
  ListBackupTagsParameters,
  ListBackupTagsResponse,
  AddBackupTagParameters,
  AddBackupTagResponse,
  UpdateBackupTagsParameters,
  UpdateBackupTagsResponse,
  RemoveBackupTagParameters,
  RemoveBackupTagResponse,
  ListProjectPolicyTagsParameters,
  ListProjectPolicyTagsResponse,
  FindPoliciesByTagParameters,
  FindPoliciesByTagResponse,
  ListPolicyTagsParameters,
  ListPolicyTagsResponse,
  AddPolicyTagParameters,
  AddPolicyTagResponse,
  UpdatePolicyTagsParameters,
  UpdatePolicyTagsResponse,
  RemovePolicyTagParameters,
  RemovePolicyTagResponse,
  GetReplicationCapabilitiesParameters,
  GetReplicationCapabilitiesResponse,
  ReplicatePolicyParameters,
  ReplicatePolicyResponse,
  ReplicateBackupParameters,
  ReplicateBackupResponse,
} from "./types.ts";

/** One method per operation. `Options` are the options of a call, which the client defines. */
export interface Operations<Options> {
  /**
   * Count backups: `GET /v1/{project_id}/checkpoint_items/count`.
   *
   * Returns the number of backups of the project. Without a filter it counts all of them. The page
   * does not say how filters combine; we assume that a backup must match every one.
   *
   * Counting needs no paging: use it for dashboards, quotas and checks such as "has any backup of
   * this server failed since yesterday?".
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/intl/en-us/api-csbs/en-us_topic_0059304233.html
   */
  countBackups(parameters?: CountBackupsParameters, options?: Options): Promise<CountBackupsResponse>;
  /**
   * List backups: `GET /v1/{project_id}/checkpoint_items`.
   *
   * Returns the backups of the project in pages. The page does not say in which order, unless `sort` gives
   * one, nor how filters combine; we assume the newest first, and that a backup must match every filter.
   *
   * For the next page, pass the ID of the last backup of this page as `marker`. A page
   * with fewer than `limit` backups may not be the last; an empty page is.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/querying_all_backups.html
   */
  listBackups(parameters?: ListBackupsParameters, options?: Options): Promise<ListBackupsResponse>;
  /**
   * Read a backup: `GET /v1/{project_id}/checkpoint_items/{checkpoint_item_id}`.
   *
   * Returns one backup with all its details: state, progress, disk backups, and the reason of a failure. The response for a deleted backup is 404.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/querying_a_single_backup.html
   */
  getBackup(parameters: GetBackupParameters, options?: Options): Promise<GetBackupResponse>;
  /**
   * Back up a server: `POST /v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action`.
   *
   * Starts a backup of one server and returns the backup record immediately; the backup itself takes
   * minutes to hours. To follow it, call `listBackups` with the record's ID as `checkpoint_id`. The vendor advises against backing up servers of more than 4 TB.
   *
   * Call `checkResources` first to check whether the server can be backed up.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/resource_management/creating_a_backup_for_a_resource.html
   */
  createBackup(parameters: CreateBackupParameters, options?: Options): Promise<CreateBackupResponse>;
  /**
   * Delete backups of a record: `DELETE /v1/{project_id}/providers/{provider_id}/checkpoints/{checkpoint_id}`.
   *
   * Starts the deletion of all backups of a backup record, or of one of them. Only backups that are
   * `available` or in `error` can be deleted, and only if no image was made of them.
   *
   * The deletion may take up to 30 minutes; five run at a time for a user, others are queued. For a
   * deleted backup, `getBackup` returns 404.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/deleting_a_backup.html
   */
  deleteBackup(parameters: DeleteBackupParameters, options?: Options): Promise<DeleteBackupResponse>;
  /**
   * Run a policy now: `POST /v1/{project_id}/providers/{provider_id}/checkpoints`.
   *
   * Backs up all servers of a policy, or some of them, outside the schedule, and returns the backup record immediately. Retention does not delete the backups of manual runs.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_management/executing_a_backup_policy.html
   */
  runPolicy(parameters: RunPolicyParameters, options?: Options): Promise<RunPolicyResponse>;
  /**
   * List policies: `GET /v1/{project_id}/policies`.
   *
   * Returns the policies of the project in pages, the newest first unless `sort` gives another order. For the next page, pass the ID of the last policy of this one as `marker`.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/querying_the_backup_policy_list.html
   */
  listPolicies(parameters?: ListPoliciesParameters, options?: Options): Promise<ListPoliciesResponse>;
  /**
   * Create a policy: `POST /v1/{project_id}/policies`.
   *
   * Creates a policy, which defines the servers to back up, the schedule, and the retention of the backups. A user may have 32 policies, a policy 64 servers, a server one policy.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/creating_a_backup_policy.html
   */
  createPolicy(parameters: CreatePolicyParameters, options?: Options): Promise<CreatePolicyResponse>;
  /**
   * Read a policy: `GET /v1/{project_id}/policies/{policy_id}`.
   *
   * Returns one policy with its servers, its schedule and its retention rules.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/querying_a_backup_policy.html
   */
  getPolicy(parameters: GetPolicyParameters, options?: Options): Promise<GetPolicyResponse>;
  /**
   * Change a policy: `PUT /v1/{project_id}/policies/{policy_id}`.
   *
   * Changes the properties in the body; the others stay unchanged. A list of servers replaces the current list. The operations on tags change tags.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/updating_a_backup_policy.html
   */
  updatePolicy(parameters: UpdatePolicyParameters, options?: Options): Promise<UpdatePolicyResponse>;
  /**
   * Delete a policy: `DELETE /v1/{project_id}/policies/{policy_id}`.
   *
   * Deletes a policy. Its backups are kept.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/backup_policy_management/deleting_a_backup_policy.html
   */
  deletePolicy(parameters: DeletePolicyParameters, options?: Options): Promise<DeletePolicyResponse>;
  /**
   * Check backup and restore capability: `POST /v1/{project_id}/providers/{provider_id}/resources/action`.
   *
   * Checks for each server or disk whether it can be backed up, or for each backup whether it can be
   * restored to a server. It changes nothing.
   *
   * A request with `check_protectable` gets `protectable`, one with `check_restorable` gets
   * `restorable`. The status is 200 also where a backup or restore is not possible; `result` is false then.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/resource_management/querying_the_backup_capability_of_a_resource.html
   */
  checkResources(parameters: CheckResourcesParameters, options?: Options): Promise<CheckResourcesResponse>;
  /**
   * Restore a server: `POST /v1/{project_id}/restores`.
   *
   * Starts to restore a server from a backup, and returns the task immediately. The server is
   * shut down and its disks are overwritten. Every disk backup must be mapped to a disk of the
   * server; the backup of the system disk must be mapped to the system disk.
   *
   * No operation reads the task later: poll the backup with `getBackup`; it is `restoring`, then
   * `available`.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/restoration_management/creating_a_restoration_task.html
   */
  createRestore(parameters: CreateRestoreParameters, options?: Options): Promise<CreateRestoreResponse>;
  /**
   * Read the quotas: `GET /v1/{project_id}/quotas`.
   *
   * Returns the limits of the project for backups and backup space, and how much of them is used.
   *
   * Documented by: otc, huaweicloud, eu-west-0.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/quota_management/querying_quotas.html
   */
  getQuotas(parameters?: GetQuotasParameters, options?: Options): Promise<GetQuotasResponse>;
  /**
   * List the tags of all backups: `GET /v1/{project_id}/csbs_backup/tags`.
   *
   * Returns every tag key that backups of the project have, each with all of its values.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_tags_of_a_project.html
   */
  listProjectBackupTags(parameters?: ListProjectBackupTagsParameters, options?: Options): Promise<ListProjectBackupTagsResponse>;
  /**
   * Find backups by tag: `POST /v1/{project_id}/csbs_backup/resource_instances/action`.
   *
   * Returns the backups whose tags meet the conditions, in pages, or only their number.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_resources_by_tag.html
   */
  findBackupsByTag(parameters: FindBackupsByTagParameters, options?: Options): Promise<FindBackupsByTagResponse>;
  /**
   * List the tags of a backup: `GET /v1/{project_id}/csbs_backup/{resource_id}/tags`.
   *
   * Returns the tags of one backup.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_tags_of_a_backup_resource.html
   */
  listBackupTags(parameters: ListBackupTagsParameters, options?: Options): Promise<ListBackupTagsResponse>;
  /**
   * Add a tag to a backup: `POST /v1/{project_id}/csbs_backup/{resource_id}/tags`.
   *
   * Sets one tag of a backup. A tag with the same key is overwritten. A backup has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/adding_a_tag_to_a_backup_resource.html
   */
  addBackupTag(parameters: AddBackupTagParameters, options?: Options): Promise<AddBackupTagResponse>;
  /**
   * Set or remove several tags of a backup: `POST /v1/{project_id}/csbs_backup/{resource_id}/tags/action`.
   *
   * Sets up to 10 tags of a backup at once, or removes them. Repeating the request has no further effect. A backup has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/batch_adding_or_removing_tags_of_a_backup_resource.html
   */
  updateBackupTags(parameters: UpdateBackupTagsParameters, options?: Options): Promise<UpdateBackupTagsResponse>;
  /**
   * Remove a tag from a backup: `DELETE /v1/{project_id}/csbs_backup/{resource_id}/tags/{key}`.
   *
   * Removes the tag with this key. The response for an unknown key is 404.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/removing_a_tag_from_a_backup_resource.html
   */
  removeBackupTag(parameters: RemoveBackupTagParameters, options?: Options): Promise<RemoveBackupTagResponse>;
  /**
   * List the tags of all policies: `GET /v1/{project_id}/csbs_backup_policy/tags`.
   *
   * Returns every tag key that policies of the project have, each with all of its values.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_policy_tags_of_a_project.html
   */
  listProjectPolicyTags(parameters?: ListProjectPolicyTagsParameters, options?: Options): Promise<ListProjectPolicyTagsResponse>;
  /**
   * Find policies by tag: `POST /v1/{project_id}/csbs_backup_policy/resource_instances/action`.
   *
   * Returns the policies whose tags meet the conditions, in pages, or only their number.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_backup_policies_by_tag.html
   */
  findPoliciesByTag(parameters: FindPoliciesByTagParameters, options?: Options): Promise<FindPoliciesByTagResponse>;
  /**
   * List the tags of a policy: `GET /v1/{project_id}/csbs_backup_policy/{resource_id}/tags`.
   *
   * Returns the tags of one policy.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/querying_tags_of_a_backup_policy.html
   */
  listPolicyTags(parameters: ListPolicyTagsParameters, options?: Options): Promise<ListPolicyTagsResponse>;
  /**
   * Add a tag to a policy: `POST /v1/{project_id}/csbs_backup_policy/{resource_id}/tags`.
   *
   * Sets one tag of a policy. A tag with the same key is overwritten. A policy has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/adding_a_tag_to_a_backup_policy.html
   */
  addPolicyTag(parameters: AddPolicyTagParameters, options?: Options): Promise<AddPolicyTagResponse>;
  /**
   * Set or remove several tags of a policy: `POST /v1/{project_id}/csbs_backup_policy/{resource_id}/tags/action`.
   *
   * Sets up to 10 tags of a policy at once, or removes them. Repeating the request has no further effect. A policy has at most 10 tags.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/batch_adding_or_removing_tags_of_a_backup_policy.html
   */
  updatePolicyTags(parameters: UpdatePolicyTagsParameters, options?: Options): Promise<UpdatePolicyTagsResponse>;
  /**
   * Remove a tag from a policy: `DELETE /v1/{project_id}/csbs_backup_policy/{resource_id}/tags/{key}`.
   *
   * Removes the tag with this key. The response for an unknown key is 404.
   *
   * Documented by: otc.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/api_description/tag_management/removing_a_tag_from_a_backup_policy.html
   */
  removePolicyTag(parameters: RemovePolicyTagParameters, options?: Options): Promise<RemovePolicyTagResponse>;
  /**
   * Read the regions for copies: `GET /v1/{project_id}/replication_capabilities`.
   *
   * Returns the regions that backups can be copied to. Huawei Cloud only.
   *
   * Documented by: huaweicloud.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/api-csbs/zh-cn_topic_0104715370.html
   */
  getReplicationCapabilities(parameters?: GetReplicationCapabilitiesParameters, options?: Options): Promise<GetReplicationCapabilitiesResponse>;
  /**
   * Copy a policy's backups to another region: `POST /v1/{project_id}/providers/{provider_id}/checkpoints/replicate`.
   *
   * Copies the backups of a policy that have no copy yet to another region, and returns the copies that were started. Huawei Cloud only.
   *
   * Documented by: huaweicloud.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/api-csbs/zh-cn_topic_0105981682.html
   */
  replicatePolicy(parameters: ReplicatePolicyParameters, options?: Options): Promise<ReplicatePolicyResponse>;
  /**
   * Copy a backup to another region: `POST /v1/{project_id}/providers/{provider_id}/checkpoint_items/{checkpoint_item_id}/replicate`.
   *
   * Copies one backup to another region. The request is refused while a copy exists or is being made. Huawei Cloud only.
   *
   * Documented by: huaweicloud.
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 429: Too many requests. The gateway in front of the service sends this; the request did not reach the service.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the response is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/api-csbs/zh-cn_topic_0105981703.html
   */
  replicateBackup(parameters: ReplicateBackupParameters, options?: Options): Promise<ReplicateBackupResponse>;
}
