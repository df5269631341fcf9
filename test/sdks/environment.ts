import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Scenario } from "../../src/mock.ts";
import { errorExample } from "../support/spec.ts";

export const scenarioFile = join(import.meta.dirname, "scenario.yaml");

export const secretKey = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";

const { users: [user] = [], state } = parse(readFileSync(scenarioFile, "utf8")) as Scenario;
const backups = state?.backups ?? [];
const backup = backups[0];
const project = user?.projects?.[0];
const failed = backups.find(({ status }) => status === "error");
const number = (some: typeof backups) => some.reduce((sum, { count = 1 }) => sum + count, 0);

/** A token for the user and the project of the scenario. */
async function issueToken(authUrl: string): Promise<string> {
  const { name, password, domain } = user ?? {};
  const identity = {
    methods: ["password"],
    password: { user: { name, password, domain: { name: domain } } },
  };
  const response = await fetch(`${authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ auth: { identity, scope: { project: { id: project?.id } } } }),
  });
  return response.headers.get("x-subject-token") ?? "";
}

/** What a program is told, in its environment. */
export async function environment(url: string): Promise<Record<string, string>> {
  return {
    CSBS_ENDPOINT: url,
    OS_AUTH_URL: `${url}/v3`,
    OS_PROJECT_ID: project?.id ?? "",
    OS_PROJECT_NAME: project?.name ?? "",
    OS_REGION_NAME: "eu-de",
    OS_USERNAME: user?.name ?? "",
    OS_PASSWORD: user?.password ?? "",
    OS_USER_DOMAIN_NAME: user?.domain ?? "",
    OS_PROJECT_DOMAIN_NAME: user?.domain ?? "",
    OS_TOKEN: await issueToken(`${url}/v3`),
    OS_ACCESS_KEY: "QTWAOYTTINDUT2QVKYUC",
    OS_SECRET_KEY: secretKey,
    CSBS_BACKUPS: String(number(backups)),
    CSBS_AVAILABLE_BACKUPS: String(number(backups.filter(({ status }) => status === undefined))),
    CSBS_BACKUP_ID: backup?.id ?? "",
    CSBS_CHECKPOINT_ID: backup?.checkpoint_id ?? "",
    CSBS_SERVER_ID: backup?.resource_id ?? "",
    CSBS_FAILED_BACKUP_ID: failed?.id ?? "",
    /** A server that has no backup and is in no policy. */
    CSBS_FREE_SERVER_ID: "0a3f5c0e-2a55-4c4e-9a37-8b5b8e1f6a20",
    CSBS_POLICY_ID: state?.policies?.[0]?.id ?? "",
    CSBS_UNKNOWN_ID: "00000000-0000-4000-8000-000000000000",
    CSBS_NOT_FOUND_CODE: errorExample("getBackup", 404, "backupNotFound").code,
    CSBS_INVALID_CODE: errorExample("listBackups", 400, "parameterInvalid").code,
  };
}
