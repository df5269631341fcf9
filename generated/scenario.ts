// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

/** Every path with its operations, as openapi-typescript writes them: the type of `csbs.http`. */
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
/** Every schema of the description by name: `components["schemas"]["Backup"]`. */
export interface components {
    schemas: {
        /** @description A scenario of the mock. An empty one returns the description's examples. */
        Scenario: {
            /** @description What it is for, in one sentence. */
            description?: string;
            /** @description With it, even empty, the mock keeps state: backups, policies, restores and tags, each project's for itself. Without, each response is an example. */
            state?: components["schemas"]["State"];
            /** @description How the mock's time moves. It stands still except for what is set here and for `mock.advance(seconds)`. */
            time?: components["schemas"]["Time"];
            /** @description With it, tokens expire. With or without, the mock issues new ones as IAM does, at `/v3/auth/tokens`. */
            tokens?: components["schemas"]["Tokens"];
            /** @description The users that IAM knows. With them, a wrong password is refused, and so is a token that the mock has not issued or that belongs to another project. Without, everybody may sign in, and any token will do. */
            users?: components["schemas"]["User"][];
            /** @description What happens to the requests of an operation, one after the other, by operationId. */
            operations?: components["schemas"]["OperationSteps"];
            /** @description What happens to requests of every operation, one after the other. A request of an operation that has steps of its own left takes one of those instead. */
            any?: components["schemas"]["Steps"];
        };
        /** @description With it, even empty, the mock keeps state: backups, policies, restores and tags, each project's for itself. Without, each response is an example. */
        State: {
            /** @description The backups that each project has at the beginning; none by default. */
            backups?: components["schemas"]["SeedBackups"][];
            /** @description The policies that each project has at the beginning; none by default. */
            policies?: components["schemas"]["SeedPolicy"][];
            /** @description How many backups a project may have. Requests beyond it are refused, scheduled backups beyond it are not made, and getQuotas returns it. */
            quota?: number;
            /**
             * @description How many policies a project may have. Creating more is refused.
             * @default 32
             */
            policyQuota?: number;
            /**
             * @description What happens when a server is bound that another policy has: `refuse` is the error CSBS.6004, as the table of error codes says; `move` takes it out of the other policy, as the user guide says.
             * @default refuse
             * @enum {string}
             */
            boundServers?: "refuse" | "move";
            /** @description How long things take and how they end. The first request takes the first life cycle, and so on; the last one holds for all that follow. Scheduled backups take them too. What is in progress at the beginning takes none. */
            lifeCycles?: components["schemas"]["LifeCycles"];
        };
        /** @description One backup, or several that are alike. */
        SeedBackups: {
            /**
             * @description How many. With more than one, names and servers get a number.
             * @default 1
             */
            count?: number;
            /**
             * Format: uuid
             * @description ID of the backup; of one only. Made up by default, and the same each time.
             */
            id?: string;
            /**
             * Format: uuid
             * @description ID of the backup record. By default a record for each backup.
             */
            checkpoint_id?: string;
            /**
             * Format: uuid
             * @description ID of the server. By default a server for each backup.
             */
            resource_id?: string;
            /**
             * Format: uuid
             * @description ID of the policy that has made it. By default it was made by hand.
             */
            policy_id?: string;
            /**
             * @description Name of the backup.
             * @default backup
             */
            name?: string;
            /**
             * @description Name of the server.
             * @default server
             */
            resource_name?: string;
            /** @description Availability zone of the server. */
            az?: string;
            /** @description State at the beginning. One that is not final goes on from there as by a life cycle without settings; it takes none of `lifeCycles`. */
            status?: components["schemas"]["SeedStatus"];
            /**
             * @description How many seconds ago it was made. Of several, each was made a minute before the one before.
             * @default 3600
             */
            age?: number;
            /** @description Tags, by key. */
            tags?: components["schemas"]["Tags"];
        };
        /**
         * @description State at the beginning. One that is not final goes on from there as by a life cycle without settings; it takes none of `lifeCycles`.
         * @default available
         * @enum {string}
         */
        SeedStatus: "waiting_protect" | "protecting" | "available" | "waiting_restore" | "restoring" | "error" | "waiting_delete" | "deleting";
        /** @description One policy. */
        SeedPolicy: {
            /**
             * Format: uuid
             * @description ID of the policy. Made up by default, and the same each time.
             */
            id?: string;
            /**
             * @description Name of the policy.
             * @default policy
             */
            name?: string;
            /** @description IDs of the servers that it backs up; none by default. A server has one policy at most. */
            servers?: string[];
            /** @description When it runs, in UTC, such as `FREQ=DAILY;BYHOUR=2;BYMINUTE=30`. By default the schedule of the description's example, switched off. */
            rule?: string;
            /** @description Whether the schedule is switched on. By default, when there is a `rule`. */
            enabled?: boolean;
            /** @description Which backups of its schedule a policy keeps, as in `operation_definition` of the API. By default as the description's example: twenty. */
            retention?: components["schemas"]["Retention"];
            /** @description Tags, by key. */
            tags?: components["schemas"]["Tags"];
        };
        /** @description Which backups of its schedule a policy keeps, as in `operation_definition` of the API. By default as the description's example: twenty. */
        Retention: {
            /** @description The newest so many of a server; -1 for no limit. */
            max_backups?: number;
            /** @description Each for so many days; -1 for no limit. */
            retention_duration_days?: number;
            /** @description With true everything, whatever the two limits say. */
            permanent?: boolean;
            /** @description Besides, the last backup of each of so many days. */
            day_backups?: number;
            /** @description Besides, the last backup of each of so many weeks. */
            week_backups?: number;
            /** @description Besides, the last backup of each of so many months. */
            month_backups?: number;
            /** @description Besides, the last backup of each of so many years. */
            year_backups?: number;
            /** @description Zone by which days, weeks, months and years are counted; UTC by default. */
            timezone?: string;
        };
        /** @description Tags, by key. */
        Tags: {
            [key: string]: string;
        };
        /** @description How long things take and how they end. The first request takes the first life cycle, and so on; the last one holds for all that follow. Scheduled backups take them too. What is in progress at the beginning takes none. */
        LifeCycles: {
            /** @description waiting_protect, protecting with its progress, then available or error. */
            backup?: components["schemas"]["LifeCycleList"];
            /** @description waiting_delete, deleting, then gone or error. */
            deletion?: components["schemas"]["LifeCycleList"];
            /** @description waiting_restore, restoring with its progress, then available or error. */
            restore?: components["schemas"]["LifeCycleList"];
        };
        LifeCycleList: components["schemas"]["LifeCycle"][];
        LifeCycle: {
            /**
             * @description Seconds of the mock's time before it begins.
             * @default 60
             */
            waiting?: number;
            /**
             * @description Seconds of the mock's time from beginning to end; progress grows evenly, from 0 to 100.
             * @default 240
             */
            running?: number;
            /** @description With it, even empty, it ends in error. */
            fails?: components["schemas"]["Failure"];
        };
        /** @description With it, even empty, it ends in error. */
        Failure: {
            /**
             * @description Percent at which it fails.
             * @default 50
             */
            progress?: number;
            /** @description The service's code of the failure. By default that of the description's example. */
            code?: number;
            /** @description The service's words for the failure. By default those of the description's example. */
            reason?: string;
        };
        /** @description How the mock's time moves. It stands still except for what is set here and for `mock.advance(seconds)`. */
        Time: {
            /**
             * @description Seconds that time moves when a client polls: when a request is repeated that changed nothing, a read or a refused write, since time moved last or something was changed. Different reads agree with one another. When more real seconds than that have passed since then, as many pass for the mock. It is 0 by default where `speed` is set; 0 leaves it to `speed` and `advance`.
             * @default 60
             */
            secondsPerPoll?: number;
            /**
             * @description Seconds of the mock's time that pass in a real one; 1 is real time.
             * @default 0
             */
            speed?: number;
            /** @description What time it is at the beginning, in UTC; by default the real time. From then on it moves with the mock's time alone. */
            start?: string;
        };
        /** @description With it, tokens expire. With or without, the mock issues new ones as IAM does, at `/v3/auth/tokens`. */
        Tokens: {
            /** @description For how many requests a token is good; then the response is 401, as expired. */
            requests: number;
        };
        /** @description A user who may sign in. */
        User: {
            /** @description Name of the user. */
            name: string;
            /** @description ID, 32 hex digits. By default it is made of the names, and is the same each time. */
            id?: components["schemas"]["IamId"];
            /** @description Password of the user. It is compared and nothing else. */
            password: string;
            /**
             * @description Name of the domain (account) of the user and of all its projects.
             * @default Default
             */
            domain?: string;
            /**
             * @description Names of the user's roles.
             * @default [
             *       "te_admin"
             *     ]
             */
            roles?: string[];
            /** @description The projects that the user may sign in to. By default one that is named after the region, `eu-de`. */
            projects?: components["schemas"]["Project"][];
        };
        /** @description A project. */
        Project: {
            /** @description Name of the project. One that begins with a region and `_`, such as `eu-de_shop`, has its endpoint in that region. */
            name: string;
            /** @description ID, 32 hex digits. By default it is made of the names, and is the same each time. */
            id?: components["schemas"]["IamId"];
        };
        /** @description ID, 32 hex digits. By default it is made of the names, and is the same each time. */
        IamId: string;
        /** @description What happens to the requests of an operation, one after the other, by operationId. */
        OperationSteps: {
            /** @description One step for each request. After the last step, responses are as without steps. */
            countBackups?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            listBackups?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            getBackup?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            createBackup?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            deleteBackup?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            runPolicy?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            listPolicies?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            createPolicy?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            getPolicy?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            updatePolicy?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            deletePolicy?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            checkResources?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            createRestore?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            getQuotas?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            listProjectBackupTags?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            findBackupsByTag?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            listBackupTags?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            addBackupTag?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            updateBackupTags?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            removeBackupTag?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            listProjectPolicyTags?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            findPoliciesByTag?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            listPolicyTags?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            addPolicyTag?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            updatePolicyTags?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            removePolicyTag?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            getReplicationCapabilities?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            replicatePolicy?: components["schemas"]["Steps"];
            /** @description One step for each request. After the last step, responses are as without steps. */
            replicateBackup?: components["schemas"]["Steps"];
        };
        /** @description One step for each request. After the last step, responses are as without steps. */
        Steps: components["schemas"]["Step"][];
        /** @description What happens to one request. An empty step changes nothing. */
        Step: {
            /**
             * @description For how many requests it holds; `always` for all that follow.
             * @default 1
             */
            times?: number | string;
            /** @description Status of the response, with an example that the description has of it. */
            status?: number;
            /** @description Name of the example to return, as the description has it. */
            example?: string;
            /** @description Milliseconds before the response. */
            delay?: number;
            /** @description A header Retry-After on the response, in one of its two forms. */
            retryAfter?: components["schemas"]["RetryAfter"];
            /** @description Fault of the connection or response; one for each step. */
            fault?: components["schemas"]["Fault"];
        };
        /** @description A header Retry-After on the response, in one of its two forms. */
        RetryAfter: {
            /** @description So many seconds. */
            seconds?: number;
            /** @description A date, so many seconds from now. */
            date?: number;
        };
        /** @description Fault of the connection or response; one for each step. */
        Fault: {
            /** @description The body comes in small pieces, with a pause after each. */
            slowDrip?: components["schemas"]["Drip"];
            /** @description No response is sent. The request is carried out. */
            hang?: components["schemas"]["Nothing"];
            /** @description The connection is reset before a response. The request is carried out. */
            resetBeforeHeaders?: components["schemas"]["Nothing"];
            /** @description The connection is reset after the headers and half of the body. */
            resetAfterHeaders?: components["schemas"]["Nothing"];
            /** @description Half of the body comes, and the headers say that this is all. */
            truncated?: components["schemas"]["Nothing"];
            /** @description The headers promise more of the body than there is. */
            wrongLength?: components["schemas"]["Nothing"];
            /** @description A page of HTML, as proxies send it. The request is not carried out. */
            html?: components["schemas"]["Page"];
            /** @description The status and no body. */
            empty?: components["schemas"]["Nothing"];
            /** @description A redirect. Nothing is done of what was asked for. */
            redirect?: components["schemas"]["Redirect"];
            /** @description The server's clock is wrong, and it refuses signed requests (SDK-HMAC-SHA256) whose X-Sdk-Date is too far from it. */
            clockSkew?: components["schemas"]["ClockSkew"];
        };
        Nothing: Record<string, never>;
        /** @description The body comes in small pieces, with a pause after each. */
        Drip: {
            /**
             * @description Bytes of a piece.
             * @default 16
             */
            bytes?: number;
            /**
             * @description Milliseconds after each.
             * @default 50
             */
            pause?: number;
        };
        /** @description A page of HTML, as proxies send it. The request is not carried out. */
        Page: {
            /**
             * @description Its status.
             * @default 502
             */
            status?: number;
        };
        /** @description A redirect. Nothing is done of what was asked for. */
        Redirect: {
            /** @description Where it leads. */
            to: string;
            /**
             * @description Its status.
             * @default 307
             */
            status?: number;
        };
        /** @description The server's clock is wrong, and it refuses signed requests (SDK-HMAC-SHA256) whose X-Sdk-Date is too far from it. */
        ClockSkew: {
            /**
             * @description How far its clock is ahead; behind, if below 0.
             * @default 3600
             */
            seconds?: number;
            /**
             * @description Seconds that a signature's time may be off.
             * @default 900
             */
            tolerance?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Every operation by its operationId, with parameters, body and responses, as openapi-typescript writes them. */
export type operations = Record<string, never>;
