// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 3442aa16d991e125

import type { components, operations } from "./schema.ts";

/** Where each operation lives, and which query parameters it takes. */
export const operationTable = {
  countBackups: {
    method: "GET",
    path: "/v1/{project_id}/checkpoint_items/count",
    query: ["status","all_tenants","name","az","resource_id","resource_name","start_time","end_time","image_type","policy_id","ip","checkpoint_id","resource_type"],
    body: false,
  },
} as const;

/** The header that carries the credential of each security scheme. */
export const credentialHeaders = {
  tokenAuth: "X-Auth-Token",
  accessKeyAuth: "Authorization",
} as const;

/** Parameters of countBackups, path and query together. */
export interface CountBackupsParameters {
  /**
   * ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
   * Pattern: `^[0-9a-f]{32}$`.
   * Left out, it is what the client was created with.
   * @example "b942cc8342734d15bcb246babb1953cf"
   */
  project_id?: operations["countBackups"]["parameters"]["path"]["project_id"];
  /**
   * Counts only backups in this state.
   * @example "error"
   */
  status?: Query<"countBackups">["status"];
  /**
   * Counts the backups of all tenants instead of those of one project. Only administrators may ask for it; others are answered 403.
   * @example true
   */
  all_tenants?: Query<"countBackups">["all_tenants"];
  /**
   * Counts only backups with this name. The page does not say whether a part of the name is enough; the list of backups matches parts.
   * Length: 1 to 255.
   * @example "manualbk_0f3a"
   */
  name?: Query<"countBackups">["name"];
  /**
   * Counts only backups of servers in this availability zone.
   * Length: 1 to 255.
   * @example "eu-de-01"
   */
  az?: Query<"countBackups">["az"];
  /**
   * Counts only backups of the server with this ID.
   * Format: uuid.
   * @example "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
   */
  resource_id?: Query<"countBackups">["resource_id"];
  /**
   * Counts only backups of servers with this name. The page does not say whether a part of the name is enough; the list of backups matches parts.
   * Length: 1 to 255.
   * @example "db-01"
   */
  resource_name?: Query<"countBackups">["resource_name"];
  /**
   * Counts only backups made at or after this time (UTC, no zone on the wire).
   * @example "2017-04-15T04:25:38"
   */
  start_time?: Query<"countBackups">["start_time"] | Date;
  /**
   * Counts only backups made at or before this time (UTC, no zone on the wire).
   * @example "2017-04-16T04:25:38"
   */
  end_time?: Query<"countBackups">["end_time"] | Date;
  /**
   * Counts only backups from which an image of this type was registered, by the type that the Image Management Service knows. Matches nothing where no image was made from a backup.
   * Length: 1 to 255.
   * @example "backup"
   */
  image_type?: Query<"countBackups">["image_type"];
  /**
   * Counts only backups that the policy with this ID has made.
   * Format: uuid.
   * @example "4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21"
   */
  policy_id?: Query<"countBackups">["policy_id"];
  /**
   * Counts only backups of servers with this IP address. The page does not say whether IPv6 or a part of an address is understood.
   * Pattern: `^[0-9A-Fa-f.:]{1,45}$`.
   * @example "192.168.0.209"
   */
  ip?: Query<"countBackups">["ip"];
  /**
   * Counts only backups that belong to the backup record (checkpoint) with this ID.
   * Format: uuid.
   * @example "8b0851a8-adf3-4f4c-a914-dead08bf9664"
   */
  checkpoint_id?: Query<"countBackups">["checkpoint_id"];
  /**
   * Counts only backups of objects of these types. Repeat the parameter to name several: a backup is counted when it has one of them.
   * @example ["OS::Nova::Server"]
   */
  resource_type?: Query<"countBackups">["resource_type"];
}

/** One method per operation. `Options` are the options of a call, which the client defines. */
export interface Operations<Options> {
  /**
   * Count backups: `GET /v1/{project_id}/checkpoint_items/count`.
   *
   * Answers how many backups the project has. Without a filter it counts all of them; filters
   * combine, and a backup is counted when it matches every one.
   *
   * Counting needs no paging and is far cheaper than listing: use it for dashboards, quotas and
   * checks such as "has any backup of this server failed since yesterday?".
   *
   * @throws CsbsApiError 400: Invalid request parameters.
   * @throws CsbsApiError 401: Authentication failed.
   * @throws CsbsApiError 403: No operation permission.
   * @throws CsbsApiError 404: Requested object not found.
   * @throws CsbsApiError 500: Service internal error.
   * @throws CsbsApiError 503: Service unavailable.
   * @throws CsbsConnectionError when no answer arrives, CsbsTimeoutError when it comes too late.
   * @throws CsbsResponseError when the answer is not the JSON that is promised.
   * @throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.
   * @see https://support.huaweicloud.com/intl/en-us/api-csbs/en-us_topic_0059304233.html
   */
  countBackups(parameters?: CountBackupsParameters, options?: Options): Promise<components["schemas"]["BackupCount"]>;
}

type Query<Id extends keyof operations> = NonNullable<operations[Id]["parameters"]["query"]>;
