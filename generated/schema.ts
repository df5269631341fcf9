// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 3442aa16d991e125

export interface paths {
    "/v1/{project_id}/checkpoint_items/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Count backups
         * @description Answers how many backups the project has. Without a filter it counts all of them; filters
         *     combine, and a backup is counted when it matches every one.
         *
         *     Counting needs no paging and is far cheaper than listing: use it for dashboards, quotas and
         *     checks such as "has any backup of this server failed since yesterday?".
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Number of backups
         * @description The answer to countBackups. It has no envelope and no pages.
         */
        BackupCount: {
            /**
             * Format: int64
             * @description How many backups match all filters of the request; 0 when none does.
             * @example 10
             */
            count: number;
        };
        /**
         * State of a backup
         * @description Where a backup is in its life:
         *
         *     - `waiting_protect`, `protecting`: it is queued or being made;
         *     - `available`: it is complete and can be restored;
         *     - `waiting_restore`, `restoring`: a server is being restored from it;
         *     - `error`: the last action on it failed;
         *     - `waiting_delete`, `deleting`, `deleted`: it is on its way out, or gone.
         * @example available
         * @enum {string}
         */
        BackupStatus: "waiting_protect" | "protecting" | "available" | "waiting_restore" | "restoring" | "error" | "waiting_delete" | "deleting" | "deleted";
        /**
         * Any error body
         * @description What an answer other than 2xx may hold. The documented form is `ServiceError`; the other two come from the layers around the service.
         */
        ErrorBody: components["schemas"]["ServiceError"] | components["schemas"]["KarborFault"] | components["schemas"]["IamError"];
        /**
         * Error of IAM
         * @description The form in which IAM, the identity service, refuses credentials.
         */
        IamError: {
            error: components["schemas"]["IamErrorDetail"];
        };
        /**
         * Detail of an IAM error
         * @description Status, title and message of IAM's answer.
         */
        IamErrorDetail: {
            /**
             * @description The HTTP status once more, or IAM's own code.
             * @example 401
             */
            code?: number | string;
            /**
             * @description What went wrong, in English.
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
         * Fault of the inherited OpenStack layer
         * @description One member, named after the kind of fault, that holds status and message. Sent by the OpenStack Karbor layer which CSBS is built on.
         */
        KarborFault: {
            [key: string]: components["schemas"]["KarborFaultDetail"];
        };
        /**
         * Detail of a fault
         * @description Status and message of a fault.
         */
        KarborFaultDetail: {
            /**
             * Format: int32
             * @description The HTTP status once more.
             * @example 400
             */
            code: number;
            /**
             * @description What went wrong, in English.
             * @example Invalid request body
             */
            message: string;
            /**
             * @description Seconds to wait before the next try; sent with overLimit.
             * @example 30
             */
            retryAfter?: string | number;
        };
        /**
         * Resource type
         * @description Kind of the backed-up object, in OpenStack's notation. CSBS backs up servers (`OS::Nova::Server`) and, where the cloud offers them, bare-metal servers (`OS::Ironic::BareMetalServer`).
         * @example OS::Nova::Server
         * @example OS::Ironic::BareMetalServer
         */
        ResourceType: string;
        /**
         * Error of CSBS or of its gateway
         * @description The documented error body. CSBS itself sends code and message; the API gateway in front of it adds the ID of the request.
         */
        ServiceError: {
            /**
             * @description Code of the error: `CSBS.` or `BackupService.` and four digits from the service, `APIGW.` or `APIG.` and four digits from the gateway. New codes may come.
             * @example CSBS.3001
             */
            error_code: string;
            /**
             * @description What went wrong, in English, for people. The text may change; the code does not.
             * @example Checkpoint_item (90c1d5fa-1b9f-4aeb-b2f4-81c806e98190) is not found.
             */
            error_msg: string;
            /**
             * @description ID of the request at the gateway, to quote to the vendor's support.
             * @example acbc548ac6f2a0dbdb9e3518a7c0ff84
             */
            request_id?: string;
        };
        /**
         * Time
         * @description A moment in UTC, written without a zone: `2017-04-15T04:25:38`, with up to six digits of a fraction where the service knows them.
         * @example 2017-04-15T04:25:38
         * @example 2017-04-15T04:20:37.277880
         */
        Timestamp: string;
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
        /** @description What the API gateway in front of the service may answer with any other status: 429 when requests come too fast, 502 and 504 when the service cannot be reached. From a proxy on the way the body may be empty or HTML. */
        GatewayAnswer: {
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
         * @description ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
         * @example b942cc8342734d15bcb246babb1953cf
         */
        ProjectId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    countBackups: {
        parameters: {
            query?: {
                /**
                 * @description Counts only backups in this state.
                 * @example error
                 */
                status?: components["schemas"]["BackupStatus"];
                /**
                 * @description Counts the backups of all tenants instead of those of one project. Only administrators may ask for it; others are answered 403.
                 * @example true
                 */
                all_tenants?: boolean;
                /**
                 * @description Counts only backups with this name. The page does not say whether a part of the name is enough; the list of backups matches parts.
                 * @example manualbk_0f3a
                 */
                name?: string;
                /**
                 * @description Counts only backups of servers in this availability zone.
                 * @example eu-de-01
                 */
                az?: string;
                /**
                 * @description Counts only backups of the server with this ID.
                 * @example 9422f270-6fcf-4ba2-9319-a007f2f63a8e
                 */
                resource_id?: string;
                /**
                 * @description Counts only backups of servers with this name. The page does not say whether a part of the name is enough; the list of backups matches parts.
                 * @example db-01
                 */
                resource_name?: string;
                /**
                 * @description Counts only backups made at or after this time (UTC, no zone on the wire).
                 * @example 2017-04-15T04:25:38
                 */
                start_time?: components["schemas"]["Timestamp"];
                /**
                 * @description Counts only backups made at or before this time (UTC, no zone on the wire).
                 * @example 2017-04-16T04:25:38
                 */
                end_time?: components["schemas"]["Timestamp"];
                /**
                 * @description Counts only backups from which an image of this type was registered, by the type that the Image Management Service knows. Matches nothing where no image was made from a backup.
                 * @example backup
                 */
                image_type?: string;
                /**
                 * @description Counts only backups that the policy with this ID has made.
                 * @example 4a5a8f2c-1f4b-4b8e-9f1c-0d3b6a7c5e21
                 */
                policy_id?: string;
                /**
                 * @description Counts only backups of servers with this IP address. The page does not say whether IPv6 or a part of an address is understood.
                 * @example 192.168.0.209
                 */
                ip?: string;
                /**
                 * @description Counts only backups that belong to the backup record (checkpoint) with this ID.
                 * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
                 */
                checkpoint_id?: string;
                /**
                 * @description Counts only backups of objects of these types. Repeat the parameter to name several: a backup is counted when it has one of them.
                 * @example [
                 *       "OS::Nova::Server"
                 *     ]
                 */
                resource_type?: components["schemas"]["ResourceType"][];
            };
            header?: never;
            path: {
                /**
                 * @description ID of the project whose backups are meant. The console shows it under My Credentials; IAM answers it to `GET /v3/projects`.
                 * @example b942cc8342734d15bcb246babb1953cf
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. The number of backups that match. */
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
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["GatewayAnswer"];
        };
    };
}
