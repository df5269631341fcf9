// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

/** Every path with its operations, as openapi-typescript writes them: the type of `csbs.http`. */
export interface paths {
    "/v1/{project_id}/checkpoint_items/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Count backups
         * @description Returns the number of backups of the project. Without a filter it counts all of them. The page
         *     does not say how filters combine; we assume that a backup must match every one.
         *
         *     Counting needs no paging: use it for dashboards, quotas and checks such as "has any backup of
         *     this server failed since yesterday?".
         */
        get: operations["countBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/checkpoint_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List backups
         * @description Returns the backups of the project in pages. The page does not say in which order, unless `sort` gives
         *     one, nor how filters combine; we assume the newest first, and that a backup must match every filter.
         *
         *     For the next page, pass the ID of the last backup of this page as `marker`. A page
         *     with fewer than `limit` backups may not be the last; an empty page is.
         */
        get: operations["listBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/checkpoint_items/{checkpoint_item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                checkpoint_item_id: components["parameters"]["CheckpointItemId"];
            };
            cookie?: never;
        };
        /**
         * Read a backup
         * @description Returns one backup with all its details: state, progress, disk backups, and the reason of a failure. The response for a deleted backup is 404.
         */
        get: operations["getBackup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Back up a server
         * @description Starts a backup of one server and returns the backup record immediately; the backup itself takes
         *     minutes to hours. To follow it, call `listBackups` with the record's ID as `checkpoint_id`. The vendor advises against backing up servers of more than 4 TB.
         *
         *     Call `checkResources` first to check whether the server can be backed up.
         */
        post: operations["createBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/providers/{provider_id}/checkpoints/{checkpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete backups of a record
         * @description Starts the deletion of all backups of a backup record, or of one of them. Only backups that are
         *     `available` or in `error` can be deleted, and only if no image was made of them.
         *
         *     The deletion may take up to 30 minutes; five run at a time for a user, others are queued. For a
         *     deleted backup, `getBackup` returns 404.
         */
        delete: operations["deleteBackup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/providers/{provider_id}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a policy now
         * @description Backs up all servers of a policy, or some of them, outside the schedule, and returns the backup record immediately. Retention does not delete the backups of manual runs.
         */
        post: operations["runPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List policies
         * @description Returns the policies of the project in pages, the newest first unless `sort` gives another order. For the next page, pass the ID of the last policy of this one as `marker`.
         */
        get: operations["listPolicies"];
        put?: never;
        /**
         * Create a policy
         * @description Creates a policy, which defines the servers to back up, the schedule, and the retention of the backups. A user may have 32 policies, a policy 64 servers, a server one policy.
         */
        post: operations["createPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                policy_id: components["parameters"]["PolicyId"];
            };
            cookie?: never;
        };
        /**
         * Read a policy
         * @description Returns one policy with its servers, its schedule and its retention rules.
         */
        get: operations["getPolicy"];
        /**
         * Change a policy
         * @description Changes the properties in the body; the others stay unchanged. A list of servers replaces the current list. The operations on tags change tags.
         */
        put: operations["updatePolicy"];
        post?: never;
        /**
         * Delete a policy
         * @description Deletes a policy. Its backups are kept.
         */
        delete: operations["deletePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/providers/{provider_id}/resources/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check backup and restore capability
         * @description Checks for each server or disk whether it can be backed up, or for each backup whether it can be
         *     restored to a server. It changes nothing.
         *
         *     A request with `check_protectable` gets `protectable`, one with `check_restorable` gets
         *     `restorable`. The status is 200 also where a backup or restore is not possible; `result` is false then.
         */
        post: operations["checkResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/restores": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a server
         * @description Starts to restore a server from a backup, and returns the task immediately. The server is
         *     shut down and its disks are overwritten. Every disk backup must be mapped to a disk of the
         *     server; the backup of the system disk must be mapped to the system disk.
         *
         *     No operation reads the task later: poll the backup with `getBackup`; it is `restoring`, then
         *     `available`.
         */
        post: operations["createRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Read the quotas
         * @description Returns the limits of the project for backups and backup space, and how much of them is used.
         */
        get: operations["getQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup/tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the tags of all backups
         * @description Returns every tag key that backups of the project have, each with all of its values.
         */
        get: operations["listProjectBackupTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup/resource_instances/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find backups by tag
         * @description Returns the backups whose tags meet the conditions, in pages, or only their number.
         */
        post: operations["findBackupsByTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup/{resource_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
            };
            cookie?: never;
        };
        /**
         * List the tags of a backup
         * @description Returns the tags of one backup.
         */
        get: operations["listBackupTags"];
        put?: never;
        /**
         * Add a tag to a backup
         * @description Sets one tag of a backup. A tag with the same key is overwritten. A backup has at most 10 tags.
         */
        post: operations["addBackupTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup/{resource_id}/tags/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set or remove several tags of a backup
         * @description Sets up to 10 tags of a backup at once, or removes them. Repeating the request has no further effect. A backup has at most 10 tags.
         */
        post: operations["updateBackupTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup/{resource_id}/tags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
                /**
                 * @description Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
                 * @example department
                 */
                key: components["parameters"]["TagKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a tag from a backup
         * @description Removes the tag with this key. The response for an unknown key is 404.
         */
        delete: operations["removeBackupTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup_policy/tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the tags of all policies
         * @description Returns every tag key that policies of the project have, each with all of its values.
         */
        get: operations["listProjectPolicyTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup_policy/resource_instances/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find policies by tag
         * @description Returns the policies whose tags meet the conditions, in pages, or only their number.
         */
        post: operations["findPoliciesByTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
            };
            cookie?: never;
        };
        /**
         * List the tags of a policy
         * @description Returns the tags of one policy.
         */
        get: operations["listPolicyTags"];
        put?: never;
        /**
         * Add a tag to a policy
         * @description Sets one tag of a policy. A tag with the same key is overwritten. A policy has at most 10 tags.
         */
        post: operations["addPolicyTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags/action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set or remove several tags of a policy
         * @description Sets up to 10 tags of a policy at once, or removes them. Repeating the request has no further effect. A policy has at most 10 tags.
         */
        post: operations["updatePolicyTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/csbs_backup_policy/{resource_id}/tags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
                /**
                 * @description Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
                 * @example department
                 */
                key: components["parameters"]["TagKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a tag from a policy
         * @description Removes the tag with this key. The response for an unknown key is 404.
         */
        delete: operations["removePolicyTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/replication_capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Read the regions for copies
         * @description Returns the regions that backups can be copied to. Huawei Cloud only.
         */
        get: operations["getReplicationCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/providers/{provider_id}/checkpoints/replicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a policy's backups to another region
         * @description Copies the backups of a policy that have no copy yet to another region, and returns the copies that were started. Huawei Cloud only.
         */
        post: operations["replicatePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/providers/{provider_id}/checkpoint_items/{checkpoint_item_id}/replicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
                /**
                 * @description ID of the backup.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                checkpoint_item_id: components["parameters"]["CheckpointItemId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a backup to another region
         * @description Copies one backup to another region. The request is refused while a copy exists or is being made. Huawei Cloud only.
         */
        post: operations["replicateBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** Every schema of the description by name: `components["schemas"]["Backup"]`. */
export interface components {
    schemas: {
        /**
         * Add tag request
         * @description The body of addBackupTag and addPolicyTag.
         */
        AddTagRequest: {
            /** @description A tag in a request. A resource has at most 10 tags, each with a different key. */
            tag: components["schemas"]["TagInput"];
        };
        /**
         * Backup
         * @description The backup of one server (checkpoint item on the wire). It belongs to a backup record (checkpoint), and holds one disk backup for each disk of the server.
         */
        Backup: {
            /**
             * @description ID of the backup, the `checkpoint_item_id` of other operations.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            id: string;
            /**
             * @description ID of the backup record that it belongs to.
             * @example f672a1bb-6912-446a-816c-72792c5263e0
             */
            checkpoint_id: string;
            /**
             * @description Name. Generated names begin with `manualbk_` or `autobk_`.
             * @example manualbk_d32c
             */
            name?: string;
            /** @description State of the backup or backup record: one of those of BackupStatus, or another. Treat one that you do not know as "not there yet". */
            status: components["schemas"]["ReportedBackupStatus"];
            /**
             * @description ID of the server.
             * @example f45c477a-57e5-465f-999f-d845083962db
             */
            resource_id: string;
            /** @description Type of the object in a response. Others may be added. */
            resource_type?: components["schemas"]["ReportedResourceType"];
            /** @description A date and time without a zone, `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            created_at?: components["schemas"]["Timestamp"];
            /** @description A date and time without a zone, `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            updated_at?: components["schemas"]["Timestamp"];
            /** @description Origin and progress of the backup, and the reason of a failure. */
            extend_info: components["schemas"]["BackupExtendInfo"];
            /** @description Properties of the server at the time of the backup; empty strings and zeros if unknown. */
            backup_data?: components["schemas"]["BackupServerData"];
            /**
             * @description Free text; `--` was observed for an empty one.
             * @example before the upgrade
             */
            description?: string | null;
            /** @description Tags. */
            tags?: components["schemas"]["Tag"][] | null;
            /** @description Copies of this backup in other regions. */
            replication_records?: components["schemas"]["ReplicationRecord"][];
            /** @description A date and time without a zone, `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            protected_at?: components["schemas"]["Timestamp"];
            /**
             * @description When the backup expires; null when it does not. No zone; we assume UTC, which no page states.
             * @example 2020-03-11T06:30:26.000000
             */
            expired_at?: string | null;
            /**
             * @description Not documented.
             * @example null
             */
            periodic_type?: string | null;
            /**
             * @description Not documented here; see the progress in `extend_info`.
             * @example null
             */
            progress?: number | null;
        };
        /**
         * Backup count
         * @description The response of countBackups. It has no envelope and no pages.
         */
        BackupCount: {
            /**
             * Format: int64
             * @description The number of backups that match the filters of the request, 0 when there is none.
             * @example 10
             */
            count: number;
        };
        /**
         * Backup deletion
         * @description The response of deleteBackup, an empty object.
         */
        BackupDeletion: Record<string, never>;
        /**
         * Backup envelope
         * @description The response of getBackup.
         */
        BackupEnvelope: {
            /** @description The backup of one server (checkpoint item on the wire). It belongs to a backup record (checkpoint), and holds one disk backup for each disk of the server. */
            checkpoint_item: components["schemas"]["Backup"];
        };
        /**
         * Backup extend info
         * @description Origin and progress of the backup, and the reason of a failure.
         */
        BackupExtendInfo: {
            /**
             * @description Whether a schedule made the backup.
             * @example false
             */
            auto_trigger?: boolean;
            /**
             * @description Mean speed of the transfer in kB/s (the page writes kb/s). Disk backups state theirs in MB/s.
             * @example 19
             */
            average_speed?: number;
            /**
             * @description Destination region of the copy, by the page; the name suggests the source. Empty by default.
             * @example
             */
            copy_from?: string | null;
            /**
             * @description State of the copy to another region; `na` when there is none.
             * @example na
             */
            copy_status?: "na" | "waiting_copy" | "copying" | "success" | "fail" | (string & {});
            /** @description Code and text of the failure; empty if nothing failed. */
            fail_code?: components["schemas"]["FailCode"];
            /**
             * @description The failed task; empty if nothing failed.
             * @example
             */
            fail_op?: "" | "backup" | "restore" | "delete" | "verify" | "copy" | (string & {});
            /**
             * @description The reason of the failure; empty if nothing failed.
             * @example
             */
            fail_reason?: string | null;
            /**
             * @description Type of the set of backups.
             * @example backup
             */
            image_type?: "backup" | "replication" | (string & {});
            /**
             * @description Whether the backup is incremental. Two of the vendor's pages say instead: whether it is an enhanced backup, from which a restore is instant.
             * @example false
             */
            incremental?: boolean;
            /**
             * @description Progress of the running task in percent, 0 to 100.
             * @example 100
             */
            progress?: number;
            /**
             * @description Availability zone of the server.
             * @example eu-de-02
             */
            resource_az?: string;
            /**
             * @description Name of the server.
             * @example db-01
             */
            resource_name?: string;
            /** @description Type of the object in a response. Others may be added. */
            resource_type?: components["schemas"]["ReportedResourceType"];
            /**
             * Format: int64
             * @description Size of the backup in MB.
             * @example 146184
             */
            size?: number;
            /**
             * @description Space saved, in percent (the page names no unit).
             * @example 2
             */
            space_saving_ratio?: number;
            /** @description One disk backup for each disk. */
            volume_backups?: components["schemas"]["VolumeBackup"][];
            /**
             * @description The time at which the backup was complete. No zone; we assume UTC, which no page states.
             * @example 2017-04-15T04:25:38.675478
             */
            finished_at?: string | null;
            /**
             * @description Source of a restore, snapshots or backups of the disks; `na` if no restore is possible.
             * @example backup
             */
            supported_restore_mode?: "na" | "snapshot" | "backup" | (string & {});
            /** @description Images made of the backup; absent if there are none. */
            os_images_data?: components["schemas"]["ImageReference"][] | null;
            /**
             * @description Whether a restore may load data lazily and is therefore fast.
             * @example true
             */
            support_lld?: boolean;
            /**
             * @description ID of the job.
             * @example 1afcab08-9f97-11e8-9526-286ed488ca8c
             */
            taskid?: string;
            /**
             * @description Hypervisor of the server.
             * @example QEMU
             */
            hypervisor_type?: string;
            /** @description Tags. */
            tags?: components["schemas"]["Tag"][] | null;
            /**
             * @description Days for which a copy is kept; -1 for no limit. Known from one SDK of Huawei Cloud only.
             * @example -1
             */
            retention_duration?: number;
            /**
             * @description Whether the backup is in a dedicated store. Known from one SDK of Huawei Cloud only.
             * @example false
             */
            dec?: boolean;
            /**
             * @description Size in the dedicated store in MB. Known from one SDK of Huawei Cloud, and a sample.
             * @example 0
             */
            dec_size?: number | string;
        };
        /**
         * Backup list
         * @description The response of listBackups. It has no total; countBackups returns that.
         */
        BackupList: {
            /** @description The backups of this page; empty when none matches. */
            checkpoint_items: components["schemas"]["Backup"][];
            /** @description Links to other pages, where the service sends them. */
            checkpoint_items_links?: components["schemas"]["PageLink"][];
        };
        /**
         * Backup options
         * @description All properties are optional; `{}` makes a backup with a generated name.
         */
        BackupOptions: {
            /**
             * @description Name of the backup; letters, digits, `-` and `_`. Without it, the name is `manualbk_` and four characters.
             * @example before-upgrade
             */
            backup_name?: string;
            /**
             * @description Free text without `<` and `>`.
             * @example before the upgrade to 2.2.1
             */
            description?: string;
            /**
             * @description true for an incremental backup, false for a full one. The first backup of a server is always full.
             * @example true
             */
            incremental?: boolean;
            /**
             * @description Type of the object to back up, `OS::Nova::Server` by default.
             * @example OS::Nova::Server
             */
            resource_type?: string;
            /** @description Tags for the backup, at most 10, each with a different key. */
            tags?: components["schemas"]["TagInput"][];
            /** @description Additional data of a server in a backup or policy. The pages name no property; one SDK of Huawei Cloud knows `exclude_volumes`. */
            extra_info?: components["schemas"]["ResourceExtraInfo"];
        };
        /**
         * Backup replication
         * @description The copy that was started.
         */
        BackupReplication: {
            /**
             * @description Project of the backup.
             * @example b942cc8342734d15bcb246babb1953cf
             */
            project_id?: string;
            /**
             * @description ID of the provider.
             * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
             */
            provider_id?: string;
            /**
             * @description ID of the backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            checkpoint_item_id?: string;
            /**
             * @description Region of the backup.
             * @example cn-north-1
             */
            source_region?: string;
            /**
             * @description Region of the copy.
             * @example cn-east-2
             */
            destination_region?: string;
            /**
             * @description Project of the copy.
             * @example 0605767e8d80d55d2f69c0189071bcbc
             */
            destination_project_id?: string;
            /**
             * @description ID of the copy's record.
             * @example 042cd047-a7c9-4905-a859-402950ac8440
             */
            replication_record_id: string;
        };
        /**
         * Backup replication options
         * @description The request is refused while a copy exists or is being made in that region.
         */
        BackupReplicationOptions: {
            /**
             * @description Name of the copy.
             * @example db-01-copy
             */
            name?: string;
            /**
             * @description Free text.
             * @example copy for the audit
             */
            description?: string;
            /**
             * @description Region to copy to, one of those that getReplicationCapabilities returns.
             * @example cn-east-2
             */
            destination_region: string;
            /**
             * @description Project to copy to.
             * @example 0605767e8d80d55d2f69c0189071bcbc
             */
            destination_project_id: string;
            /**
             * @description Whether to accelerate the copy for an extra charge, false by default.
             * @example false
             */
            enable_acceleration?: boolean;
        };
        /**
         * Backup server data
         * @description Properties of the server at the time of the backup; empty strings and zeros if unknown.
         */
        BackupServerData: {
            /**
             * @description Availability zone of the server; empty when not known.
             * @example
             */
            __openstack_region_name?: string;
            /**
             * @description Type of the server.
             * @example QEMU
             */
            cloudservicetype?: string;
            /**
             * @description Size of the system disk that the flavor requires, in GB (the page names no unit).
             * @example 0
             */
            disk?: number | string;
            /**
             * @description Source of the server's image, public (`gold`), private or the marketplace.
             * @example gold
             */
            imagetype?: "" | "gold" | "private" | "market" | (string & {});
            /**
             * @description Memory in MB.
             * @example 8192
             */
            ram?: number | string;
            /**
             * @description Number of virtual CPUs.
             * @example 4
             */
            vcpus?: number | string;
            /**
             * @description Elastic IP address; empty when there is none.
             * @example 80.158.17.102
             */
            eip?: string | null;
            /**
             * @description Private IP address; empty when not known.
             * @example 192.168.0.209
             */
            private_ip?: string | null;
        };
        /**
         * Backup status
         * @description The state of a backup:
         *
         *     - `waiting_protect`, `protecting`: it is queued or being made;
         *     - `available`: it is complete and can be restored;
         *     - `waiting_restore`, `restoring`: a server is being restored from it;
         *     - `error`: the last action on it failed;
         *     - `waiting_delete`, `deleting`, `deleted`: it is being deleted, or is deleted.
         *
         *     The pages list the values only; these explanations are ours.
         * @example available
         * @enum {string}
         */
        BackupStatus: "waiting_protect" | "protecting" | "available" | "waiting_restore" | "restoring" | "error" | "waiting_delete" | "deleting" | "deleted";
        /**
         * Check protectable request
         * @description Resources to check for backup.
         */
        CheckProtectableRequest: {
            /** @description Resources to check. */
            check_protectable: components["schemas"]["ProtectableCheck"][];
        };
        /**
         * Check protectable result
         * @description One result for each resource of the request.
         */
        CheckProtectableResult: {
            /** @description Results. */
            protectable: components["schemas"]["CheckResult"][];
        };
        /**
         * Check resources request
         * @description The body of checkResources: resources to check for backup in `check_protectable`, or restores to check in `check_restorable`, not both.
         */
        CheckResourcesRequest: components["schemas"]["CheckProtectableRequest"] | components["schemas"]["CheckRestorableRequest"];
        /**
         * Check resources result
         * @description The results: in `protectable` for a request with `check_protectable`, in `restorable` for one with `check_restorable`.
         */
        CheckResourcesResult: components["schemas"]["CheckProtectableResult"] | components["schemas"]["CheckRestorableResult"];
        /**
         * Check restorable request
         * @description Restores to check.
         */
        CheckRestorableRequest: {
            /** @description Restores to check. */
            check_restorable: components["schemas"]["RestorableCheck"][];
        };
        /**
         * Check restorable result
         * @description One result for each restore of the request.
         */
        CheckRestorableResult: {
            /** @description Results. */
            restorable: components["schemas"]["CheckResult"][];
        };
        /**
         * Check result
         * @description Whether the backup or restore is possible, and the reason if not.
         */
        CheckResult: {
            /**
             * @description Whether the backup or restore is possible.
             * @example true
             */
            result: boolean;
            /** @description Type of the object in a response. Others may be added. */
            resource_type?: components["schemas"]["ReportedResourceType"];
            /**
             * @description ID of the server or disk.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            resource_id?: string;
            /**
             * @description Code of the reason, from the catalogue of error codes; empty or absent when there is none.
             * @example
             * @example CSBS.6007
             */
            error_code?: string | null;
            /**
             * @description The reason; also set when the server is in a policy already. Empty or absent when there is none.
             * @example
             */
            error_msg?: string | null;
        };
        /**
         * Checkpoint
         * @description The result of one run (checkpoint on the wire): one backup for each server. `listBackups` with its ID as `checkpoint_id` returns its backups.
         */
        Checkpoint: {
            /**
             * @description ID of the backup record, the `checkpoint_id` of other operations.
             * @example 4468f4b8-7c78-4222-a2ca-346b5d557dd2
             */
            id: string;
            /** @description State of the backup or backup record: one of those of BackupStatus, or another. Treat one that you do not know as "not there yet". */
            status: components["schemas"]["ReportedBackupStatus"];
            /** @description A date and time without a zone, `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            created_at?: components["schemas"]["Timestamp"];
            /**
             * @description Groups of resources, as opaque text; null for whole servers.
             * @example null
             */
            resource_graph?: string | null;
            /**
             * @description ID of the project.
             * @example b942cc8342734d15bcb246babb1953cf
             */
            project_id?: string;
            /** @description The policy of the run, or the plan that the service generated for a single backup. */
            protection_plan?: components["schemas"]["CheckpointPlan"];
            /**
             * @description Start of the run, as JSON in a string.
             * @example {"created_by": "manual"}
             */
            extra_info?: string | null;
        };
        /**
         * Checkpoint envelope
         * @description The response of createBackup and runPolicy.
         */
        CheckpointEnvelope: {
            /** @description The result of one run (checkpoint on the wire): one backup for each server. `listBackups` with its ID as `checkpoint_id` returns its backups. */
            checkpoint: components["schemas"]["Checkpoint"];
        };
        /**
         * Checkpoint plan
         * @description The policy of the run, or the plan that the service generated for a single backup.
         */
        CheckpointPlan: {
            /**
             * @description ID of the policy.
             * @example fake_04f8ea0f-2000-4389-a5ce-93a3e20d0faf
             */
            id: string;
            /**
             * @description Name of the policy.
             * @example server protect plan for 9506416d-db6c-406e-8bca-c0f43793d914
             */
            name?: string;
            /** @description Servers that are backed up. */
            resources?: components["schemas"]["ProtectedResource"][];
        };
        /**
         * Common parameters
         * @description Usually empty. The page names no property.
         */
        CommonParameters: {
            /**
             * @deprecated
             * @description Whether the backup is consistent for applications. Known from one SDK of Huawei Cloud only; gone from the page since July 2021.
             * @example 0
             */
            app_consistency?: number;
        };
        /**
         * Create backup request
         * @description The body of createBackup.
         */
        CreateBackupRequest: {
            /** @description All properties are optional; `{}` makes a backup with a generated name. */
            protect: components["schemas"]["BackupOptions"];
        };
        /**
         * Create policy request
         * @description The body of createPolicy.
         */
        CreatePolicyRequest: {
            /** @description A user may have 32 policies, a policy 64 servers, a server one policy. */
            policy: components["schemas"]["PolicyInput"];
        };
        /**
         * Create restore request
         * @description The body of createRestore.
         */
        CreateRestoreRequest: {
            /** @description The backup to restore, and the target server. */
            restore: components["schemas"]["RestoreInput"];
        };
        /**
         * Error body
         * @description The body of a response other than 2xx. CSBS and its gateway send `error_code` and `error_msg`, the gateway with the ID of the request. A 401 passed on from IAM has `error` instead. The OpenStack layer inside sends one property named after the fault, such as `itemNotFound`.
         */
        ErrorBody: {
            /**
             * @description Code of the error: `CSBS.` or `BackupService.` and four digits from the service, `APIGW.` or `APIG.` and four digits from the gateway. `x-csbs-error-codes` explains the known codes; others may be added.
             * @example CSBS.3001
             */
            error_code?: string;
            /**
             * @description The error, in English, for people. The text may change; the code does not.
             * @example Checkpoint_item (90c1d5fa-1b9f-4aeb-b2f4-81c806e98190) is not found.
             */
            error_msg?: string;
            /**
             * @description ID of the request at the gateway, to quote to the vendor's support.
             * @example acbc548ac6f2a0dbdb9e3518a7c0ff84
             */
            request_id?: string;
            /** @description Status, title and message of IAM, the identity service, if it refused the credentials. */
            error?: components["schemas"]["IamErrorDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            badRequest?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            unauthorized?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            forbidden?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            itemNotFound?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            badMethod?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            conflictingRequest?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            overLimit?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            badMediaType?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            notImplemented?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            serviceUnavailable?: components["schemas"]["FaultDetail"];
            /** @description Status and message of a fault of the OpenStack layer. */
            computeFault?: components["schemas"]["FaultDetail"];
        };
        /**
         * Fail code
         * @description Code and text of the failure; empty if nothing failed.
         */
        FailCode: {
            /**
             * @description Code.
             * @example 4001
             */
            Code?: number | string;
            /**
             * @description Meaning of the code.
             * @example The disk is in error.
             */
            Description?: string | null;
        } | null;
        /**
         * Fault detail
         * @description Status and message of a fault of the OpenStack layer.
         */
        FaultDetail: {
            /**
             * @description The HTTP status.
             * @example 400
             */
            code: number;
            /**
             * @description The error, in English.
             * @example Invalid request body
             */
            message: string;
            /**
             * @description Seconds to wait before the next attempt; sent with overLimit.
             * @example 30
             */
            retryAfter?: string | number;
        };
        /**
         * Find by tag request
         * @description The body of findBackupsByTag and findPoliciesByTag. A resource must meet all conditions. Each list names a key once.
         */
        FindByTagRequest: {
            /**
             * @description `filter` returns a page of resources, `count` only the number of them.
             * @example filter
             * @enum {string}
             */
            action: "filter" | "count";
            /** @description The resource has all of these keys, each with one of its values. */
            tags?: components["schemas"]["TagFilter"][];
            /** @description The resource has at least one of these keys, with one of its values. */
            tags_any?: components["schemas"]["TagFilter"][];
            /** @description The resource does not have all of these keys. (The page can be read as "none of them" as well.) */
            not_tags?: components["schemas"]["TagFilter"][];
            /** @description The resource has none of these keys. */
            not_tags_any?: components["schemas"]["TagFilter"][];
            /** @description Conditions on other fields. */
            matches?: components["schemas"]["TagMatch"][];
            /**
             * @description The maximum number of resources in a page, 1 to 1000, 1000 by default. Not with `count`.
             * @example 100
             */
            limit?: string | number;
            /**
             * @description The number of resources to skip, 0 by default. Not with `count`.
             * @example 100
             */
            offset?: string | number;
        };
        /**
         * Found backups
         * @description The response of findBackupsByTag. For `count` it has `total_count` only.
         */
        FoundBackups: {
            /** @description The backups of this page. */
            resources?: components["schemas"]["TaggedBackup"][];
            /**
             * Format: int64
             * @description The total number of resources found.
             * @example 2
             */
            total_count?: number;
        };
        /**
         * Found policies
         * @description The response of findPoliciesByTag. For `count` it has `total_count` only.
         */
        FoundPolicies: {
            /** @description The policies of this page. */
            resources?: components["schemas"]["TaggedPolicy"][];
            /**
             * Format: int64
             * @description The total number of resources found.
             * @example 2
             */
            total_count: number;
        };
        /**
         * Iam error detail
         * @description Status, title and message of IAM, the identity service, if it refused the credentials.
         */
        IamErrorDetail: {
            /**
             * @description The HTTP status, or IAM's own code.
             * @example 401
             */
            code?: number | string;
            /**
             * @description The error, in English.
             * @example The request you have made requires authentication.
             */
            message?: string;
            /**
             * @description Name of the HTTP status.
             * @example Unauthorized
             */
            title?: string;
        };
        /**
         * Image reference
         * @description Reference to an image in the Image Management Service.
         */
        ImageReference: {
            /**
             * @description ID of the image.
             * @example fe84dd80-0229-4918-8d3d-cbb33154b565
             */
            image_id: string;
        };
        /**
         * Loose timestamp
         * @description A date and time without a zone, as schedules and copies use it: with a space instead of the `T`, or with one digit for the month or the day. No page states the zone; we assume UTC.
         * @example 2017-03-07 09:31:08
         * @example 2018-6-14T11:14:48.946000
         */
        LooseTimestamp: string;
        /**
         * Operation definition
         * @description How long backups are kept. Some responses write numbers as text, and booleans as `True` and `False`. RetentionRules explains the properties.
         */
        OperationDefinition: {
            /**
             * @description Number of backups to keep.
             * @example 20
             * @example 20
             */
            max_backups?: number | string | null;
            /**
             * @description Days to keep a backup.
             * @example -1
             * @example -1
             */
            retention_duration_days?: number | string | null;
            /**
             * @description Whether all backups are kept.
             * @example false
             * @example False
             */
            permanent?: boolean | string | null;
            /**
             * @description ID of the policy.
             * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            plan_id?: string;
            /**
             * @description ID of the provider.
             * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
             */
            provider_id?: string;
            /**
             * @description Number of daily backups to keep for the long term.
             * @example 7
             */
            day_backups?: number | string | null;
            /**
             * @description Number of weekly backups to keep for the long term.
             * @example 4
             */
            week_backups?: number | string | null;
            /**
             * @description Number of monthly backups to keep for the long term.
             * @example 12
             */
            month_backups?: number | string | null;
            /**
             * @description Number of yearly backups to keep for the long term.
             * @example 1
             */
            year_backups?: number | string | null;
            /**
             * @description Time zone of the days, weeks, months and years.
             * @example UTC+01:00
             */
            timezone?: string | null;
        };
        /**
         * Operation type
         * @description Type of the run. The page has `backup` only. One SDK of Huawei Cloud also knows `replication`, a copy to another region, with `destination_region` and `destination_project_id`.
         * @example backup
         * @enum {string}
         */
        OperationType: "backup" | "replication";
        /**
         * Page link
         * @description A link from one page of a list to another.
         */
        PageLink: {
            /**
             * @description Relation of the linked page.
             * @example next
             */
            rel?: string;
            /**
             * @description URL of that page, with its marker.
             * @example https://csbs.eu-de.otc.t-systems.com/v1/b942cc8342734d15bcb246babb1953cf/policies?marker=27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            href?: string;
        };
        /**
         * Policy
         * @description A policy with its servers, its schedule, and the retention of the backups.
         */
        Policy: {
            /**
             * @description ID of the policy, the `plan_id` of other objects.
             * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            id: string;
            /**
             * @description Name.
             * @example nightly
             */
            name: string;
            /**
             * @description Free text; may be empty.
             * @example Every night
             * @example for two weeks
             */
            description?: string | null;
            /**
             * @description ID of the project.
             * @example b942cc8342734d15bcb246babb1953cf
             */
            project_id?: string;
            /**
             * @description ID of the provider, fc4d5750-22e7-4798-8a46-f48f62c4c1da for CSBS.
             * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
             */
            provider_id?: string;
            /** @description General parameters; `{"common": {}}` is the usual value. */
            parameters?: components["schemas"]["PolicyParameters"];
            /** @description Servers that are bound to the policy. */
            resources?: components["schemas"]["ProtectedResource"][];
            /** @description Schedules; a policy has one. */
            scheduled_operations?: components["schemas"]["ScheduledOperation"][];
            /**
             * @description State of the policy; a new one is often `suspended`.
             * @example suspended
             */
            status: "enabled" | "disabled" | "suspended" | (string & {});
            /** @description A date and time without a zone, `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            created_at?: components["schemas"]["Timestamp"];
            /** @description Tags of the policy. Its backups get them too. */
            tags?: components["schemas"]["Tag"][] | null;
            /**
             * @description Not documented.
             * @example null
             */
            user_id?: string | null;
        };
        /**
         * Policy envelope
         * @description The response of createPolicy, getPolicy and updatePolicy.
         */
        PolicyEnvelope: {
            /** @description A policy with its servers, its schedule, and the retention of the backups. */
            policy: components["schemas"]["Policy"];
        };
        /**
         * Policy input
         * @description A user may have 32 policies, a policy 64 servers, a server one policy.
         */
        PolicyInput: {
            /**
             * @description Name; letters, digits, `-` and `_`.
             * @example nightly
             */
            name: string;
            /**
             * @description Free text without `<` and `>`.
             * @example Every night
             * @example for two weeks
             */
            description?: string;
            /**
             * @description The provider; CSBS has only this one.
             * @constant
             */
            provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
            /** @description General parameters; `{"common": {}}` is the usual value. */
            parameters: components["schemas"]["PolicyParameters"];
            /** @description Servers to bind. May be empty; the user guide allows 64 at most. */
            resources: components["schemas"]["PolicyResource"][];
            /** @description The schedule. A policy has exactly one. */
            scheduled_operations: components["schemas"]["ScheduledOperationInput"][];
            /** @description Tags for the policy and for its backups, at most 10, each with a different key. */
            tags?: components["schemas"]["TagInput"][];
        };
        /**
         * Policy list
         * @description The response of listPolicies.
         */
        PolicyList: {
            /** @description The policies of this page; empty when none matches. */
            policies: components["schemas"]["Policy"][];
            /** @description Links to other pages, where the service sends them. */
            policies_links?: components["schemas"]["PageLink"][];
        };
        /**
         * Policy parameters
         * @description General parameters; `{"common": {}}` is the usual value.
         */
        PolicyParameters: {
            /** @description Usually empty. The page names no property. */
            common?: components["schemas"]["CommonParameters"];
        };
        /**
         * Policy replication
         * @description The copies that were started, one for each backup.
         */
        PolicyReplication: {
            /**
             * @description Project of the backups.
             * @example b942cc8342734d15bcb246babb1953cf
             */
            project_id?: string;
            /**
             * @description ID of the provider.
             * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
             */
            provider_id?: string;
            /**
             * @description Region of the backups.
             * @example cn-north-1
             */
            source_region?: string;
            /**
             * @description Region of the copies.
             * @example cn-east-2
             */
            destination_region?: string;
            /**
             * @description Project of the copies.
             * @example 0605767e8d80d55d2f69c0189071bcbc
             */
            destination_project_id?: string;
            /** @description The backups that are copied. */
            checkpoint_items?: components["schemas"]["ReplicationItem"][];
        };
        /**
         * Policy replication options
         * @description The backups of a policy that have no copy yet.
         */
        PolicyReplicationOptions: {
            /**
             * @description ID of the policy.
             * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            policy_id: string;
            /**
             * @description Whether the run counts as automatic, false by default.
             * @example false
             */
            auto_trigger?: boolean;
            /**
             * @description Region to copy to, one of those that getReplicationCapabilities returns.
             * @example cn-east-2
             */
            destination_region: string;
            /**
             * @description Project to copy to.
             * @example 0605767e8d80d55d2f69c0189071bcbc
             */
            destination_project_id: string;
            /**
             * @description Whether to accelerate the copy for an extra charge, false by default.
             * @example false
             */
            enable_acceleration?: boolean;
        };
        /**
         * Policy resource
         * @description A server in a request.
         */
        PolicyResource: {
            /**
             * @description ID of the server.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            id: string;
            /** @description Type of the backed-up object, in OpenStack's notation. CSBS backs up servers (`OS::Nova::Server`) and, where the cloud offers them, bare-metal servers (`OS::Ironic::BareMetalServer`). */
            type: components["schemas"]["ResourceType"];
            /**
             * @description Name of the server.
             * @example db-01
             */
            name: string;
            /** @description Additional data of a server in a backup or policy. The pages name no property; one SDK of Huawei Cloud knows `exclude_volumes`. */
            extra_info?: components["schemas"]["ResourceExtraInfo"];
        };
        /**
         * Policy run
         * @description The policy to run, and the servers to back up.
         */
        PolicyRun: {
            /**
             * @description ID of the policy.
             * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            plan_id: string;
            /** @description Options of the run. Without any, it is a manual run for all servers of the policy. */
            parameters: components["schemas"]["PolicyRunParameters"];
        };
        /**
         * Policy run parameters
         * @description Options of the run. Without any, it is a manual run for all servers of the policy.
         */
        PolicyRunParameters: {
            /**
             * @description Whether the run counts as automatic.
             * @example false
             */
            auto_trigger?: boolean;
            /**
             * @description IDs of the servers to back up, all servers of the policy by default.
             * @example [
             *       "7a32a8b5-7977-4e24-b5da-e0eb457db75b"
             *     ]
             */
            resources?: string[];
        };
        /**
         * Policy update
         * @description Properties that are left out stay unchanged. The operations on tags change tags.
         */
        PolicyUpdate: {
            /**
             * @description New name; letters, digits, `-` and `_`.
             * @example nightly
             */
            name?: string;
            /**
             * @description New text without `<` and `>`.
             * @example Every night
             * @example for two weeks
             */
            description?: string;
            /** @description The complete list of servers to bind. It replaces the current list. */
            resources?: components["schemas"]["PolicyResource"][];
            /** @description The schedule to change. */
            scheduled_operations?: components["schemas"]["ScheduledOperationUpdate"][];
            /** @description General parameters; `{"common": {}}` is the usual value. */
            parameters?: components["schemas"]["PolicyParameters"];
            /**
             * @description ID of the provider. Known from one SDK of Huawei Cloud only; what it does here is not documented.
             * @constant
             */
            provider_id?: "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
        };
        /**
         * Project tags
         * @description The response of listProjectBackupTags and listProjectPolicyTags.
         */
        ProjectTags: {
            /** @description All keys in use, with their values. */
            tags: components["schemas"]["TagSummary"][];
        };
        /**
         * Protectable check
         * @description A server or a disk, by its ID.
         */
        ProtectableCheck: {
            /**
             * @description ID of the server or disk. The page speaks of disks without naming their type.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            resource_id: string;
            /** @description Type of the backed-up object, in OpenStack's notation. CSBS backs up servers (`OS::Nova::Server`) and, where the cloud offers them, bare-metal servers (`OS::Ironic::BareMetalServer`). */
            resource_type: components["schemas"]["ResourceType"];
        };
        /**
         * Protected resource
         * @description A server of a policy or of a backup record, in a response.
         */
        ProtectedResource: {
            /**
             * @description ID of the server.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            id: string;
            /** @description Type of the object in a response. Others may be added. */
            type?: components["schemas"]["ReportedResourceType"];
            /**
             * @description Name of the server.
             * @example db-01
             */
            name?: string;
            /**
             * @description Extra data, as an object or as its text; often empty.
             * @example {}
             * @example {}
             */
            extra_info?: Record<string, never> | string | null;
        };
        /**
         * Quota
         * @description A quota of the project, and the amount used.
         */
        Quota: {
            /**
             * @description Type of the quota, backup space or number of backups.
             * @example backups
             */
            type: "backup_capacity" | "backups" | (string & {});
            /**
             * Format: int64
             * @description The quota of the project, -1 for no limit.
             * @example 600
             */
            quota: number;
            /**
             * Format: int64
             * @description The used amount.
             * @example 12
             */
            used: number;
            /**
             * @description Unit; GB for backup space, absent for backups.
             * @example GB
             */
            unit?: string | null;
        };
        /**
         * Quota envelope
         * @description The response of getQuotas.
         */
        QuotaEnvelope: {
            /** @description One entry for each kind of quota. */
            quotas: components["schemas"]["QuotaSet"];
        };
        /**
         * Quota set
         * @description One entry for each kind of quota.
         */
        QuotaSet: {
            /** @description The entries. */
            resources: components["schemas"]["Quota"][];
        };
        /**
         * Remove tags request
         * @description Removes the tags. Unknown tags are ignored.
         */
        RemoveTagsRequest: {
            /**
             * @description The action, which removes the tags. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "delete";
            /** @description Tags to remove. */
            tags: components["schemas"]["TagSelector"][];
        };
        /**
         * Replicate backup request
         * @description The body of replicateBackup.
         */
        ReplicateBackupRequest: {
            /** @description The request is refused while a copy exists or is being made in that region. */
            replication: components["schemas"]["BackupReplicationOptions"];
        };
        /**
         * Replicate backup result
         * @description The response of replicateBackup.
         */
        ReplicateBackupResult: {
            /** @description The copy that was started. */
            replication: components["schemas"]["BackupReplication"];
        };
        /**
         * Replicate policy request
         * @description The body of replicatePolicy.
         */
        ReplicatePolicyRequest: {
            /** @description The backups of a policy that have no copy yet. */
            replication: components["schemas"]["PolicyReplicationOptions"];
        };
        /**
         * Replicate policy result
         * @description The response of replicatePolicy.
         */
        ReplicatePolicyResult: {
            /** @description The copies that were started, one for each backup. */
            replication: components["schemas"]["PolicyReplication"];
        };
        /**
         * Replication capabilities
         * @description The response of getReplicationCapabilities.
         */
        ReplicationCapabilities: {
            /** @description Regions from which backups can be copied. */
            regions: components["schemas"]["ReplicationRegion"][];
        };
        /**
         * Replication item
         * @description A backup, and the record of its copy.
         */
        ReplicationItem: {
            /**
             * @description ID of the backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            checkpoint_item_id?: string;
            /**
             * @description ID of the copy's record.
             * @example 042cd047-a7c9-4905-a859-402950ac8440
             */
            replication_record_id?: string;
        };
        /**
         * Replication record
         * @description One copy of a backup in another region. Huawei Cloud only.
         */
        ReplicationRecord: {
            /**
             * @description ID of the copy's record.
             * @example 30b97bac-532c-4c51-96fa-4b3a32253c12
             */
            id: string;
            /**
             * @description Region of the backup.
             * @example cn-north-1
             */
            source_region?: string;
            /**
             * @description Project of the backup.
             * @example b942cc8342734d15bcb246babb1953cf
             */
            source_project_id?: string;
            /**
             * @description Backup record of the backup.
             * @example f672a1bb-6912-446a-816c-72792c5263e0
             */
            source_checkpoint_id?: string;
            /**
             * @description The backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            source_checkpoint_item_id?: string;
            /**
             * @description Region of the copy.
             * @example cn-east-2
             */
            destination_region?: string;
            /**
             * @description Project of the copy.
             * @example 0605767e8d80d55d2f69c0189071bcbc
             */
            destination_project_id?: string;
            /**
             * @description Backup record of the copy.
             * @example 40129f0e-1c07-49db-8bb9-03e0de298152
             */
            destination_checkpoint_id?: string;
            /**
             * @description The copy.
             * @example 41111f0e-1c07-49db-8bb9-03e0de298152
             */
            destination_checkpoint_item_id?: string;
            /**
             * @description State of the copy.
             * @example success
             */
            status: "replicating" | "success" | "fail" | "skip" | "waiting_replicate" | (string & {});
            /**
             * @description Policy that caused the copy.
             * @example 45899f0e-1c07-49db-8bb9-03e0de298152
             */
            plan_id?: string | null;
            /** @description A date and time without a zone, as schedules and copies use it: with a space instead of the `T`, or with one digit for the month or the day. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            created_at?: components["schemas"]["LooseTimestamp"];
            /** @description Progress of the copy, and the reason of a failure. */
            extra_info?: components["schemas"]["ReplicationRecordInfo"];
        };
        /**
         * Replication record info
         * @description Progress of the copy, and the reason of a failure.
         */
        ReplicationRecordInfo: {
            /**
             * @description Whether a schedule made the copy.
             * @example true
             */
            auto_trigger?: boolean;
            /**
             * @description Progress of the copy in percent.
             * @example 100
             */
            progress?: number;
            /**
             * @description The reason of the failure; empty if nothing failed.
             * @example
             */
            fail_reason?: string | null;
            /**
             * @description Code of the failure; empty when there is none.
             * @example
             */
            fail_code?: string | null;
        };
        /**
         * Replication region
         * @description A region, and the regions that its backups can be copied to.
         */
        ReplicationRegion: {
            /**
             * @description Region of the backups.
             * @example cn-north-1
             */
            name: string;
            /**
             * @description Regions that its backups can be copied to.
             * @example [
             *       "cn-south-1",
             *       "cn-east-2"
             *     ]
             */
            replication_destinations?: string[];
        };
        /**
         * Reported backup status
         * @description State of the backup or backup record: one of those of BackupStatus, or another. Treat one that you do not know as "not there yet".
         * @example available
         */
        ReportedBackupStatus: "waiting_protect" | "protecting" | "available" | "waiting_restore" | "restoring" | "error" | "waiting_delete" | "deleting" | "deleted" | (string & {});
        /**
         * Reported resource type
         * @description Type of the object in a response. Others may be added.
         * @example OS::Nova::Server
         */
        ReportedResourceType: "OS::Nova::Server" | "OS::Ironic::BareMetalServer" | (string & {});
        /**
         * Reported restore parameters
         * @description The parameters of the request.
         */
        ReportedRestoreParameters: {
            /**
             * @description ID of the backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            checkpoint_item_id?: string;
            /**
             * @description Whether the server is started afterwards.
             * @example true
             */
            power_on?: boolean;
            /** @description The server, and the mapping of disk backups to disks. */
            targets?: components["schemas"]["ReportedRestoreTarget"];
        };
        /**
         * Reported restore target
         * @description The server, and the mapping of disk backups to disks.
         */
        ReportedRestoreTarget: {
            /**
             * @description ID of the server.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            server_id?: string;
            /** @description Mapping of disk backups to disks. */
            volumes?: components["schemas"]["ReportedVolumeMapping"][];
        };
        /**
         * Reported volume mapping
         * @description The mapping of a disk backup to a disk.
         */
        ReportedVolumeMapping: {
            /**
             * @description ID of the disk backup.
             * @example 2422bc5e-4cde-4420-964d-30b7347042a7
             */
            backup_id?: string;
            /**
             * @description ID of the disk.
             * @example c14856d0-07e8-453b-a442-444086cbad04
             */
            volume_id?: string;
        };
        /**
         * Resource extra info
         * @description Additional data of a server in a backup or policy. The pages name no property; one SDK of Huawei Cloud knows `exclude_volumes`.
         */
        ResourceExtraInfo: {
            /**
             * @description IDs of disks to leave out of the backup. Known from one SDK of Huawei Cloud only; whether the service honours it is not documented.
             * @example [
             *       "c14856d0-07e8-453b-a442-444086cbad04"
             *     ]
             */
            exclude_volumes?: string[];
        };
        /**
         * Resource tags
         * @description The response of listBackupTags and listPolicyTags.
         */
        ResourceTags: {
            /** @description The tags, each key once. */
            tags: components["schemas"]["Tag"][];
        };
        /**
         * Resource type
         * @description Type of the backed-up object, in OpenStack's notation. CSBS backs up servers (`OS::Nova::Server`) and, where the cloud offers them, bare-metal servers (`OS::Ironic::BareMetalServer`).
         * @example OS::Nova::Server
         * @example OS::Ironic::BareMetalServer
         */
        ResourceType: string;
        /**
         * Restorable check
         * @description A backup, and the target of the restore.
         */
        RestorableCheck: {
            /**
             * @description ID of the backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            checkpoint_item_id: string;
            /** @description The server to restore to, and the mapping of disk backups to disks. */
            target: components["schemas"]["RestorableTarget"];
        };
        /**
         * Restorable target
         * @description The server to restore to, and the mapping of disk backups to disks.
         */
        RestorableTarget: {
            /**
             * @description ID of the server.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            resource_id: string;
            /** @description Type of the backed-up object, in OpenStack's notation. CSBS backs up servers (`OS::Nova::Server`) and, where the cloud offers them, bare-metal servers (`OS::Ironic::BareMetalServer`). */
            resource_type: components["schemas"]["ResourceType"];
            /** @description Mapping of disk backups to disks. */
            volumes: components["schemas"]["VolumeMapping"][];
        };
        /**
         * Restore
         * @description The task that restores a server. No operation reads it later: poll the backup, which is `restoring` and then `available`.
         */
        Restore: {
            /**
             * @description ID of the restore.
             * @example d3a54e80-6483-485d-98f6-c0409e6f2e0a
             */
            id: string;
            /**
             * @description ID of the backup record.
             * @example f672a1bb-6912-446a-816c-72792c5263e0
             */
            checkpoint_id?: string;
            /**
             * @description ID of the project.
             * @example b942cc8342734d15bcb246babb1953cf
             */
            project_id?: string;
            /**
             * @description ID of the provider.
             * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
             */
            provider_id?: string;
            /** @description The parameters of the request. */
            parameters?: components["schemas"]["ReportedRestoreParameters"];
            /**
             * @description URL of the identity service of the target; set by the service.
             * @example http://192.168.1.2:35357/v2.0/
             */
            restore_target?: string | null;
            /**
             * @description State of each resource, or one state for all of them.
             * @example in_progress
             */
            resources_status?: Record<string, never> | string | null;
            /**
             * @description Reasons of failures by resource ID; empty if nothing failed.
             * @example {}
             */
            resources_reason?: Record<string, never> | string | null;
            /**
             * @description State of the restore.
             * @example in_progress
             */
            status: "in_progress" | "success" | "fail" | (string & {});
        };
        /**
         * Restore envelope
         * @description The response of createRestore.
         */
        RestoreEnvelope: {
            /** @description The task that restores a server. No operation reads it later: poll the backup, which is `restoring` and then `available`. */
            restore: components["schemas"]["Restore"];
        };
        /**
         * Restore input
         * @description The backup to restore, and the target server.
         */
        RestoreInput: {
            /**
             * @description The provider; CSBS has only this one.
             * @constant
             */
            provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
            /**
             * @description ID of the backup record that the backup belongs to.
             * @example f672a1bb-6912-446a-816c-72792c5263e0
             */
            checkpoint_id: string;
            /** @description The backup, the server, and whether to start it afterwards. */
            parameters: components["schemas"]["RestoreParameters"];
            /**
             * @description Target of the restore. The page does not explain it; its sample response shows the URL of an identity service. Leave it out.
             * @example null
             */
            restore_target?: string | null;
        };
        /**
         * Restore parameters
         * @description The backup, the server, and whether to start it afterwards.
         */
        RestoreParameters: {
            /**
             * @description ID of the backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            checkpoint_item_id: string;
            /**
             * @description Whether to start the server afterwards.
             * @example true
             */
            power_on: boolean;
            /** @description The server to overwrite. Every disk backup must be mapped to one of its disks. */
            targets: components["schemas"]["RestoreTarget"];
        };
        /**
         * Restore target
         * @description The server to overwrite. Every disk backup must be mapped to one of its disks.
         */
        RestoreTarget: {
            /**
             * @description ID of the server.
             * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
             */
            server_id: string;
            /** @description Mapping of disk backups to disks. */
            volumes: components["schemas"]["VolumeMapping"][];
            /**
             * @description Type of the target. Known from one SDK of Huawei Cloud only; what it does is not documented.
             * @example OS::Nova::Server
             */
            resource_type?: string;
        };
        /**
         * Retention rules
         * @description How long backups of scheduled runs are kept; backups of manual runs stay. `permanent: true` keeps all backups and overrides the two limits. Leaving all three out has the same effect. The four `…_backups` also keep backups for the long term and need the `timezone`. A backup from which an image was made is neither counted nor deleted.
         */
        RetentionRules: {
            /**
             * @description The number of backups to keep for each server, 0 to 99,999; -1 for no limit.
             * @example 20
             */
            max_backups?: number;
            /**
             * @description The number of days to keep a backup, 0 to 99,999; -1 for no limit.
             * @example 14
             */
            retention_duration_days?: number;
            /**
             * @description Whether to keep all backups.
             * @example false
             */
            permanent?: boolean;
            /**
             * @description ID of the policy.
             * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            plan_id?: string;
            /**
             * @description The provider; CSBS has only this one.
             * @constant
             */
            provider_id?: "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
            /**
             * @description The number of daily backups to keep for the long term. Needs `timezone`.
             * @example 7
             */
            day_backups?: number;
            /**
             * @description The number of weekly backups to keep for the long term. Needs `timezone`.
             * @example 4
             */
            week_backups?: number;
            /**
             * @description The number of monthly backups to keep for the long term. Needs `timezone`.
             * @example 12
             */
            month_backups?: number;
            /**
             * @description The number of yearly backups to keep for the long term. Needs `timezone`.
             * @example 1
             */
            year_backups?: number;
            /**
             * @description Time zone of the days, weeks, months and years, such as `UTC+08:00`. Required with any of the four above; leave it out otherwise.
             * @example UTC+01:00
             */
            timezone?: string;
            /**
             * @description Region to copy to; `replication` runs need it. Known from one SDK of Huawei Cloud only.
             * @example cn-east-2
             */
            destination_region?: string;
            /**
             * @description Project to copy to; `replication` runs need it. Known from one SDK of Huawei Cloud only.
             * @example 0605767e8d80d55d2f69c0189071bcbc
             */
            destination_project_id?: string;
            /**
             * @description Whether to accelerate the copy, false by default. Known from one SDK of Huawei Cloud only.
             * @example false
             */
            enable_acceleration?: boolean;
        };
        /**
         * Run policy request
         * @description The body of runPolicy.
         */
        RunPolicyRequest: {
            /** @description The policy to run, and the servers to back up. */
            checkpoint: components["schemas"]["PolicyRun"];
        };
        /**
         * Scheduled operation
         * @description Schedule of a policy, and retention of its backups.
         */
        ScheduledOperation: {
            /**
             * @description ID of the schedule.
             * @example 3b2fdf8c-2cc2-4887-9605-a8443922f6f2
             */
            id: string;
            /**
             * @description Name.
             * @example every-thursday
             */
            name?: string | null;
            /**
             * @description Free text.
             * @example Thursdays at noon
             */
            description?: string | null;
            /**
             * @description Whether the policy runs automatically.
             * @example true
             */
            enabled?: boolean | number;
            /**
             * @description Definition of a run.
             * @example backup
             */
            operation_type?: "backup" | "replication" | (string & {});
            /** @description How long backups are kept. Some responses write numbers as text, and booleans as `True` and `False`. RetentionRules explains the properties. */
            operation_definition?: components["schemas"]["OperationDefinition"];
            /** @description Trigger of the runs. */
            trigger?: components["schemas"]["Trigger"];
            /**
             * @description ID of the trigger.
             * @example f1246246-ec6a-4e9a-917e-d050dc2808c9
             */
            trigger_id?: string | null;
        };
        /**
         * Scheduled operation input
         * @description Schedule of the policy, and retention of its backups.
         */
        ScheduledOperationInput: {
            /**
             * @description Name; letters, digits, `-` and `_`.
             * @example every-thursday
             */
            name?: string;
            /**
             * @description Free text without `<` and `>`.
             * @example Thursdays at noon
             */
            description?: string;
            /**
             * @description Whether the policy runs automatically. It can be run manually in any case.
             * @example true
             */
            enabled: boolean;
            /** @description Type of the run. The page has `backup` only. One SDK of Huawei Cloud also knows `replication`, a copy to another region, with `destination_region` and `destination_project_id`. */
            operation_type: components["schemas"]["OperationType"];
            /** @description How long backups of scheduled runs are kept; backups of manual runs stay. `permanent: true` keeps all backups and overrides the two limits. Leaving all three out has the same effect. The four `…_backups` also keep backups for the long term and need the `timezone`. A backup from which an image was made is neither counted nor deleted. */
            operation_definition: components["schemas"]["RetentionRules"];
            /** @description Trigger of the runs. */
            trigger: components["schemas"]["TriggerInput"];
        };
        /**
         * Scheduled operation update
         * @description A change of the schedule with this ID. Properties that are left out stay unchanged. Exception: the page gives `enabled` the default true, so a schedule that is off may be switched on where `enabled` is left out. Always send `enabled`.
         */
        ScheduledOperationUpdate: {
            /**
             * @description ID of the schedule.
             * @example 3b2fdf8c-2cc2-4887-9605-a8443922f6f2
             */
            id: string;
            /**
             * @description New name; letters, digits, `-` and `_`.
             * @example every-thursday
             */
            name?: string;
            /**
             * @description New text without `<` and `>`.
             * @example Thursdays at noon
             */
            description?: string;
            /**
             * @description Whether the policy runs automatically. The page says: true by default. Whether the service applies this default to an update or leaves the value unchanged is not known; always send it.
             * @example true
             */
            enabled?: boolean;
            /**
             * @description Type of the run, as in ScheduledOperationInput. Known from one SDK of Huawei Cloud only; whether it can be changed is not documented.
             * @example backup
             */
            operation_type?: string;
            /** @description How long backups of scheduled runs are kept; backups of manual runs stay. `permanent: true` keeps all backups and overrides the two limits. Leaving all three out has the same effect. The four `…_backups` also keep backups for the long term and need the `timezone`. A backup from which an image was made is neither counted nor deleted. */
            operation_definition?: components["schemas"]["RetentionRules"];
            /** @description Trigger of the runs. */
            trigger?: components["schemas"]["TriggerInput"];
        };
        /**
         * Set tags request
         * @description Sets the tags, each key once, and overwrites those that are there.
         */
        SetTagsRequest: {
            /**
             * @description The action, which sets the tags. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "create";
            /** @description Tags to set. */
            tags: components["schemas"]["TagInput"][];
        };
        /**
         * Tag
         * @description A tag in a response.
         */
        Tag: {
            /**
             * @description Key.
             * @example department
             */
            key: string;
            /**
             * @description Value; may be empty.
             * @example accounting
             */
            value: string;
        };
        /**
         * Tag filter
         * @description A key and the accepted values.
         */
        TagFilter: {
            /**
             * @description Key, 1 to 127 characters. The service removes spaces around it.
             * @example department
             */
            key: string;
            /**
             * @description Accepted values; an empty list accepts any value. Samples begin a value with `*` without an explanation.
             * @example [
             *       "accounting",
             *       "sales"
             *     ]
             */
            values: string[];
        };
        /**
         * Tag input
         * @description A tag in a request. A resource has at most 10 tags, each with a different key.
         */
        TagInput: {
            /**
             * @description Key, 1 to 36 letters, digits, `-` and `_`. The service would remove spaces around it; do not send any.
             * @example department
             */
            key: string;
            /**
             * @description Value, up to 43 letters, digits, `-` and `_`, or empty. The service would remove spaces around it; do not send any.
             * @example accounting
             */
            value: string;
        };
        /**
         * Tag match
         * @description A field and its value.
         */
        TagMatch: {
            /**
             * @description Name of the field.
             * @example resource_name
             * @enum {string}
             */
            key: "resource_name";
            /**
             * @description Value of the field. An empty text asks for an exact match, any other for a fuzzy one.
             * @example db
             */
            value: string;
        };
        /**
         * Tag selector
         * @description A tag by its key; with a value, both must match. The page states the opposite, which seems to be an error.
         */
        TagSelector: {
            /**
             * @description Key.
             * @example department
             */
            key: string;
            /**
             * @description Value.
             * @example accounting
             */
            value?: string;
        };
        /**
         * Tag summary
         * @description A key and all its values in the project.
         */
        TagSummary: {
            /**
             * @description Key.
             * @example department
             */
            key: string;
            /**
             * @description Values in use.
             * @example [
             *       "accounting",
             *       "sales"
             *     ]
             */
            values: string[];
        };
        /**
         * Tagged backup
         * @description A backup with its tags.
         */
        TaggedBackup: {
            /**
             * @description ID of the backup.
             * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
             */
            resource_id: string;
            /**
             * @description Name of the backup.
             * @example manualbk_d32c
             */
            resource_name?: string | null;
            /**
             * @description The backup, as in Backup; may be empty.
             * @example {}
             */
            resource_detail?: Record<string, never> | null;
            /** @description Tags. */
            tags?: components["schemas"]["Tag"][] | null;
        };
        /**
         * Tagged policy
         * @description A policy with its tags.
         */
        TaggedPolicy: {
            /**
             * @description ID of the policy.
             * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
             */
            resource_id: string;
            /**
             * @description Name of the policy.
             * @example nightly
             */
            resource_name?: string | null;
            /**
             * @description Always an empty object.
             * @example {}
             */
            resource_detail?: Record<string, never> | null;
            /** @description Tags. */
            tags?: components["schemas"]["Tag"][] | null;
        };
        /**
         * Timestamp
         * @description A date and time without a zone, `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them. No page states the zone; we assume UTC.
         * @example 2017-04-15T04:25:38
         * @example 2017-04-15T04:20:37.277880
         */
        Timestamp: string;
        /**
         * Trigger
         * @description Trigger of the runs.
         */
        Trigger: {
            /** @description The schedule as iCalendar text, and its start time. */
            properties: components["schemas"]["TriggerProperties"];
            /**
             * @description ID of the trigger.
             * @example f1246246-ec6a-4e9a-917e-d050dc2808c9
             */
            id?: string;
            /**
             * @description Name; `default` was observed.
             * @example default
             */
            name?: string;
            /**
             * @description Kind of the trigger.
             * @example time
             */
            type?: "time" | (string & {});
        };
        /**
         * Trigger input
         * @description Trigger of the runs.
         */
        TriggerInput: {
            /** @description The schedule as iCalendar text. */
            properties: components["schemas"]["TriggerPropertiesInput"];
        };
        /**
         * Trigger properties
         * @description The schedule as iCalendar text, and its start time.
         */
        TriggerProperties: {
            /**
             * @description The schedule as iCalendar text (the page names RFC 2445).
             * @example BEGIN:VCALENDAR
             *     BEGIN:VEVENT
             *     RRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27
             *     END:VEVENT
             *     END:VCALENDAR
             */
            pattern: string;
            /** @description A date and time without a zone, as schedules and copies use it: with a space instead of the `T`, or with one digit for the month or the day. No page states the zone; we assume UTC. Read it by `parseTime`: `new Date(text)` would take it for local time. */
            start_time?: components["schemas"]["LooseTimestamp"];
            /**
             * @description Form of the pattern.
             * @example ical
             */
            format?: "ical" | (string & {});
        };
        /**
         * Trigger properties input
         * @description The schedule as iCalendar text.
         */
        TriggerPropertiesInput: {
            /**
             * @description One event with one RRULE as iCalendar text (the page names RFC 2445), lines ended by `\r\n`. Of RRULE, `FREQ` (`DAILY` or `WEEKLY`), `BYDAY` (`MO` to `SU`), `BYHOUR` (0 to 23) and `BYMINUTE` (0 to 59) are supported. Runs must be at least an hour apart, at most 24 a day. The page does not state the time zone of the hours; we assume UTC.
             * @example BEGIN:VCALENDAR
             *     BEGIN:VEVENT
             *     RRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27
             *     END:VEVENT
             *     END:VCALENDAR
             */
            pattern: string;
        };
        /**
         * Update policy request
         * @description The body of updatePolicy.
         */
        UpdatePolicyRequest: {
            /** @description Properties that are left out stay unchanged. The operations on tags change tags. */
            policy: components["schemas"]["PolicyUpdate"];
        };
        /**
         * Update tags request
         * @description The body of updateBackupTags and updatePolicyTags: tags to set or to remove, depending on `action`.
         */
        UpdateTagsRequest: components["schemas"]["SetTagsRequest"] | components["schemas"]["RemoveTagsRequest"];
        /**
         * Volume backup
         * @description The backup of one disk of the server.
         */
        VolumeBackup: {
            /**
             * @description ID of the disk backup, the `backup_id` of a restore.
             * @example 2422bc5e-4cde-4420-964d-30b7347042a7
             */
            id: string;
            /**
             * @description Name.
             * @example manualbk_ee6d_db-01
             */
            name?: string;
            /**
             * @description State. The page names no values; `available` was observed.
             * @example available
             */
            status?: string;
            /**
             * @description Whether the disk is the system disk.
             * @example true
             */
            bootable?: boolean;
            /**
             * @description Kind of the set of backups.
             * @example backup
             */
            image_type?: string;
            /**
             * @description Whether the disk backup is incremental.
             * @example false
             */
            incremental?: boolean;
            /**
             * Format: int64
             * @description Size of the disk backup in MB.
             * @example 47960
             */
            size?: number;
            /**
             * @description ID of the disk.
             * @example c14856d0-07e8-453b-a442-444086cbad04
             */
            source_volume_id?: string;
            /**
             * @description Name of the disk.
             * @example db-01
             */
            source_volume_name?: string;
            /**
             * @description Size of the disk in GB.
             * @example 24
             */
            source_volume_size?: number;
            /**
             * @description Space saved, in percent.
             * @example 1
             */
            space_saving_ratio?: number;
            /**
             * @description Mean speed of the transfer in MB/s.
             * @example 16
             */
            average_speed?: number;
            /**
             * @description ID of the snapshot that the backup was taken from.
             * @example c18513c3-1ab9-46e3-979b-7cad7c52e516
             */
            snapshot_id?: string | null;
            /**
             * @description Storage service of the disk. Known from one SDK of Huawei Cloud only.
             * @example EVS
             */
            source_volume_service_type?: "EVS" | "DSS" | (string & {});
            /**
             * @description Size in the dedicated store in MB. Known from one SDK of Huawei Cloud only.
             * @example 0
             */
            dec_size?: number | string;
        };
        /**
         * Volume mapping
         * @description The mapping of a disk backup to a disk. A data disk's backup cannot go to a system disk.
         */
        VolumeMapping: {
            /**
             * @description ID of the disk backup.
             * @example 2422bc5e-4cde-4420-964d-30b7347042a7
             */
            backup_id: string;
            /**
             * @description ID of the disk.
             * @example c14856d0-07e8-453b-a442-444086cbad04
             */
            volume_id: string;
        };
    };
    responses: {
        /** @description Invalid request parameters. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Invalid request parameters. */
        BadTags: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Invalid request parameters. */
        BadReplication: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Authentication failed. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description No operation permission. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Requested object not found. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Requested object not found. */
        BackupNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Requested object not found. */
        PolicyNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests. The gateway in front of the service sends this; the request did not reach the service. */
        TooManyRequests: {
            headers: {
                /**
                 * @description When to retry: a number of seconds, or an HTTP date. No page of the vendor documents it, and it may be missing; without it, wait longer before each retry.
                 * @example 1
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Service internal error. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Service unavailable. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Any other status of the API gateway in front of the service: 502 and 504 when the service cannot be reached. The body that a proxy sends may be empty or HTML. */
        GatewayError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
         * @example b942cc8342734d15bcb246babb1953cf
         */
        ProjectId: string;
        /**
         * @description ID of the provider. CSBS has only this one.
         * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
         */
        ProviderId: "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
        /**
         * @description Whether to query all tenants instead of one project. Only administrators can query all tenants.
         * @example true
         */
        AllTenants: boolean;
        /**
         * @description The maximum number of items in a page, 1000 by default.
         * @example 100
         */
        PageSize: number;
        /**
         * @description ID of the last item of the previous page. The page begins after it.
         * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
         */
        PageMarker: string;
        /**
         * @description The number of items to skip. The page does not say what happens together with `marker`: use one of them.
         * @example 100
         */
        PageOffset: number;
        /**
         * @description Keys to sort by, separated by commas, each with `:asc` or `:desc`, `desc` by default. At most 255 characters. The page does not list the keys; its sample has `created_at`.
         * @example created_at:asc
         */
        Sort: string;
        /**
         * @description Only backups in this state.
         * @example error
         */
        StatusFilter: components["schemas"]["BackupStatus"];
        /**
         * @description Only backups of servers in this availability zone.
         * @example eu-de-01
         */
        ZoneFilter: string;
        /**
         * @description Only backups of the object with this ID, usually a server. The server's page in the console shows its ID, and so does `openstack server list`.
         * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
         */
        ServerIdFilter: string;
        /**
         * @description Filters by backup time; the page calls this value "the backup start time". We read it as the beginning of a period: only backups made at this time or later. It can also be read as the time at which the backup itself started. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
         * @example 2017-04-15T04:25:38
         */
        StartTimeFilter: components["schemas"]["Timestamp"];
        /**
         * @description Filters by backup time; the page calls this value "the backup end time". We read it as the end of a period: only backups made at this time or earlier. It can also be read as the time at which the backup itself ended. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
         * @example 2017-04-16T04:25:38
         */
        EndTimeFilter: components["schemas"]["Timestamp"];
        /**
         * @description Only backups that the policy with this ID has made.
         * @example 4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21
         */
        PolicyIdFilter: string;
        /**
         * @description Only backups that belong to the backup record (checkpoint) with this ID.
         * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
         */
        CheckpointIdFilter: string;
        /**
         * @description Only backups of objects of this type. The page documents one value. The service is known to accept the parameter repeatedly; we assume that it then means objects of any of these types.
         * @example [
         *       "OS::Nova::Server"
         *     ]
         */
        ResourceTypeFilter: components["schemas"]["ResourceType"][];
        /**
         * @description ID of the backup.
         * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
         */
        CheckpointItemId: string;
        /**
         * @description ID of the policy.
         * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
         */
        PolicyId: string;
        /**
         * @description ID of the backup, the `checkpoint_item_id` of other operations.
         * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
         */
        TaggedBackupId: string;
        /**
         * @description ID of the policy.
         * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
         */
        TaggedPolicyId: string;
        /**
         * @description Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
         * @example department
         */
        TagKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Every operation by its operationId, with parameters, body and responses, as openapi-typescript writes them. */
export interface operations {
    countBackups: {
        parameters: {
            query?: {
                /**
                 * @description Only backups in this state.
                 * @example error
                 */
                status?: components["parameters"]["StatusFilter"];
                /**
                 * @description Whether to query all tenants instead of one project. Only administrators can query all tenants.
                 * @example true
                 */
                all_tenants?: components["parameters"]["AllTenants"];
                /**
                 * @description Only backups with this name. The page does not say whether a part of the name is enough; listBackups matches parts.
                 * @example manualbk_0f3a
                 */
                name?: string;
                /**
                 * @description Only backups of servers in this availability zone.
                 * @example eu-de-01
                 */
                az?: components["parameters"]["ZoneFilter"];
                /**
                 * @description Only backups of the object with this ID, usually a server. The server's page in the console shows its ID, and so does `openstack server list`.
                 * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
                 */
                resource_id?: components["parameters"]["ServerIdFilter"];
                /**
                 * @description Only backups of objects with this name, usually servers. The page does not say whether a part of the name is enough; listBackups matches parts.
                 * @example db-01
                 */
                resource_name?: string;
                /**
                 * @description Filters by backup time; the page calls this value "the backup start time". We read it as the beginning of a period: only backups made at this time or later. It can also be read as the time at which the backup itself started. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
                 * @example 2017-04-15T04:25:38
                 */
                start_time?: components["parameters"]["StartTimeFilter"];
                /**
                 * @description Filters by backup time; the page calls this value "the backup end time". We read it as the end of a period: only backups made at this time or earlier. It can also be read as the time at which the backup itself ended. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
                 * @example 2017-04-16T04:25:38
                 */
                end_time?: components["parameters"]["EndTimeFilter"];
                /**
                 * @description Only backups whose image has this type. The filter can be used only when images were created from backups; the Image Management Service knows the type of an image.
                 * @example backup
                 */
                image_type?: string;
                /**
                 * @description Only backups that the policy with this ID has made.
                 * @example 4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21
                 */
                policy_id?: components["parameters"]["PolicyIdFilter"];
                /**
                 * @description Only backups of servers with this IP address. The page does not say whether IPv6 or a part of an address is understood.
                 * @example 192.168.0.209
                 */
                ip?: string;
                /**
                 * @description Only backups that belong to the backup record (checkpoint) with this ID.
                 * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
                 */
                checkpoint_id?: components["parameters"]["CheckpointIdFilter"];
                /**
                 * @description Only backups of objects of this type. The page documents one value. The service is known to accept the parameter repeatedly; we assume that it then means objects of any of these types.
                 * @example [
                 *       "OS::Nova::Server"
                 *     ]
                 */
                resource_type?: components["parameters"]["ResourceTypeFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The number of matching backups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    listBackups: {
        parameters: {
            query?: {
                /**
                 * @description Only backups in this state.
                 * @example error
                 */
                status?: components["parameters"]["StatusFilter"];
                /**
                 * @description The maximum number of items in a page, 1000 by default.
                 * @example 100
                 */
                limit?: components["parameters"]["PageSize"];
                /**
                 * @description ID of the last item of the previous page. The page begins after it.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                marker?: components["parameters"]["PageMarker"];
                /**
                 * @description Keys to sort by, separated by commas: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, `desc` by default. At most 255 characters.
                 * @example created_at:desc
                 */
                sort?: string;
                /**
                 * @description Whether to query all tenants instead of one project. Only administrators can query all tenants.
                 * @example true
                 */
                all_tenants?: components["parameters"]["AllTenants"];
                /**
                 * @description Only backups whose name contains this text.
                 * @example manualbk
                 */
                name?: string;
                /**
                 * @description Only backups of servers in this availability zone.
                 * @example eu-de-01
                 */
                az?: components["parameters"]["ZoneFilter"];
                /**
                 * @description Only backups of the object with this ID, usually a server. The server's page in the console shows its ID, and so does `openstack server list`.
                 * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
                 */
                resource_id?: components["parameters"]["ServerIdFilter"];
                /**
                 * @description Only backups of objects whose name contains this text, usually servers.
                 * @example db
                 */
                resource_name?: string;
                /**
                 * @description Filters by backup time; the page calls this value "the backup start time". We read it as the beginning of a period: only backups made at this time or later. It can also be read as the time at which the backup itself started. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
                 * @example 2017-04-15T04:25:38
                 */
                start_time?: components["parameters"]["StartTimeFilter"];
                /**
                 * @description Filters by backup time; the page calls this value "the backup end time". We read it as the end of a period: only backups made at this time or earlier. It can also be read as the time at which the backup itself ended. The page states neither which of the two, nor whether a backup of exactly this time is included, nor the time zone; we assume UTC. No zone is sent.
                 * @example 2017-04-16T04:25:38
                 */
                end_time?: components["parameters"]["EndTimeFilter"];
                /**
                 * @description Only backups of this image type, such as `backup`.
                 * @example backup
                 */
                image_type?: string;
                /**
                 * @description Only backups that the policy with this ID has made.
                 * @example 4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21
                 */
                policy_id?: components["parameters"]["PolicyIdFilter"];
                /**
                 * @description The number of items to skip. The page does not say what happens together with `marker`: use one of them.
                 * @example 100
                 */
                offset?: components["parameters"]["PageOffset"];
                /**
                 * @description Only backups that belong to the backup record (checkpoint) with this ID.
                 * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
                 */
                checkpoint_id?: components["parameters"]["CheckpointIdFilter"];
                /**
                 * @description Only backups of objects of this type. The page documents one value. The service is known to accept the parameter repeatedly; we assume that it then means objects of any of these types.
                 * @example [
                 *       "OS::Nova::Server"
                 *     ]
                 */
                resource_type?: components["parameters"]["ResourceTypeFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. A page of backups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    getBackup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                checkpoint_item_id: components["parameters"]["CheckpointItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The backup. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            /** @description Service internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    createBackup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
                /**
                 * @description ID of the server to back up. The server's page in the console shows it, and so does `openstack server list`. One page of Huawei Cloud also accepts the ID of a disk of the server.
                 * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
                 */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBackupRequest"];
            };
        };
        responses: {
            /** @description OK. The backup record; its backup has started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointEnvelope"];
                };
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            /** @description Service internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    deleteBackup: {
        parameters: {
            query?: {
                /**
                 * @description ID of the only backup of the record to delete. Without it, all of them are deleted.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                checkpoint_items?: string;
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
                /**
                 * @description ID of the backup record.
                 * @example f672a1bb-6912-446a-816c-72792c5263e0
                 */
                checkpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The deletion has started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupDeletion"];
                };
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    runPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunPolicyRequest"];
            };
        };
        responses: {
            /** @description OK. The backup record; its backups have started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointEnvelope"];
                };
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            /** @description Service internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    listPolicies: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of items in a page, 1000 by default.
                 * @example 100
                 */
                limit?: components["parameters"]["PageSize"];
                /**
                 * @description ID of the last item of the previous page. The page begins after it.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                marker?: components["parameters"]["PageMarker"];
                /**
                 * @description Keys to sort by, separated by commas, each with `:asc` or `:desc`, `desc` by default. At most 255 characters. The page does not list the keys; its sample has `created_at`.
                 * @example created_at:asc
                 */
                sort?: components["parameters"]["Sort"];
                /**
                 * @description Only the policy with exactly this name.
                 * @example nightly
                 */
                name?: string;
                /**
                 * @description Whether to query all tenants instead of one project. Only administrators can query all tenants.
                 * @example true
                 */
                all_tenants?: components["parameters"]["AllTenants"];
                /**
                 * @description The number of items to skip. The page does not say what happens together with `marker`: use one of them.
                 * @example 100
                 */
                offset?: components["parameters"]["PageOffset"];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. A page of policies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    createPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePolicyRequest"];
            };
        };
        responses: {
            /** @description OK. The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEnvelope"];
                };
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                policy_id: components["parameters"]["PolicyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    updatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                policy_id: components["parameters"]["PolicyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePolicyRequest"];
            };
        };
        responses: {
            /** @description OK. The policy as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEnvelope"];
                };
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            /** @description Service internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    deletePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                policy_id: components["parameters"]["PolicyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The policy is deleted; the response has no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    checkResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckResourcesRequest"];
            };
        };
        responses: {
            /** @description OK. One result for each resource or restore. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckResourcesResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    createRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRestoreRequest"];
            };
        };
        responses: {
            /** @description OK. The restore has started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoreEnvelope"];
                };
            };
            /** @description Invalid request parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            /** @description Service internal error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    getQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The quotas. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    listProjectBackupTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectTags"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    findBackupsByTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindByTagRequest"];
            };
        };
        responses: {
            /** @description OK. The resources found, or their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundBackups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    listBackupTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTags"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    addBackupTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTagRequest"];
            };
        };
        responses: {
            /** @description No Content. The tag is set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadTags"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    updateBackupTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTagsRequest"];
            };
        };
        responses: {
            /** @description No Content. The tags are set or removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadTags"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    removeBackupTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the backup, the `checkpoint_item_id` of other operations.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                resource_id: components["parameters"]["TaggedBackupId"];
                /**
                 * @description Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
                 * @example department
                 */
                key: components["parameters"]["TagKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. The tag is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Requested object not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    listProjectPolicyTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectTags"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    findPoliciesByTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindByTagRequest"];
            };
        };
        responses: {
            /** @description OK. The resources found, or their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPolicies"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    listPolicyTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTags"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    addPolicyTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTagRequest"];
            };
        };
        responses: {
            /** @description No Content. The tag is set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadTags"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    updatePolicyTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTagsRequest"];
            };
        };
        responses: {
            /** @description No Content. The tags are set or removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadTags"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    removePolicyTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the policy.
                 * @example 27b11f3f-578d-4464-89d1-7c6d5894f753
                 */
                resource_id: components["parameters"]["TaggedPolicyId"];
                /**
                 * @description Key of the tag. The service removes spaces around it. The page adds that the service only checks that the key is not empty.
                 * @example department
                 */
                key: components["parameters"]["TagKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. The tag is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Requested object not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    getReplicationCapabilities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. Regions and their targets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplicationCapabilities"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    replicatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplicatePolicyRequest"];
            };
        };
        responses: {
            /** @description OK. The copies have started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplicatePolicyResult"];
                };
            };
            400: components["responses"]["BadReplication"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PolicyNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
    replicateBackup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project that owns the backups, not its name. The console shows it under My Credentials; IAM lists it with `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description ID of the provider. CSBS has only this one.
                 * @example fc4d5750-22e7-4798-8a46-f48f62c4c1da
                 */
                provider_id: components["parameters"]["ProviderId"];
                /**
                 * @description ID of the backup.
                 * @example 90c1d5fa-1b9f-4aeb-b2f4-81c806e98190
                 */
                checkpoint_item_id: components["parameters"]["CheckpointItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplicateBackupRequest"];
            };
        };
        responses: {
            /** @description OK. The copy has started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplicateBackupResult"];
                };
            };
            400: components["responses"]["BadReplication"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BackupNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayError"];
        };
    };
}
