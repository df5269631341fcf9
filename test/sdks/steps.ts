/**
 * What every program does, in this order, as far as its SDK can. A program prints a line of JSON for
 * each step: `{"step":"count","ok":true}`, or `"ok":false` and a `note` with what went wrong.
 */
export interface Step {
  name: string;
  /** What must arrive: an operationId, or method and path of a request to IAM. */
  reaches: string[];
  /** The error responses that it provokes on purpose, such as `getBackup 404`. */
  errors?: string[];
}

const signIn = ["POST /v3/auth/tokens"];

/**
 * `delete until gone` repeats what the Terraform providers do: get the backup, delete its record, until
 * the first gets 404. A refused delete is not a failure.
 */
export const steps: Step[] = [
  { name: "sign in with password", reaches: signIn },
  { name: "sign in with token", reaches: [] },
  { name: "sign with access key", reaches: [] },
  { name: "find endpoint in catalog", reaches: [] },
  { name: "count", reaches: ["countBackups"] },
  { name: "count by status", reaches: ["countBackups"] },
  { name: "list backups", reaches: ["listBackups"] },
  { name: "list by status", reaches: ["listBackups"] },
  { name: "list in pages", reaches: ["listBackups"] },
  { name: "get backup", reaches: ["getBackup"] },
  { name: "get failed backup", reaches: ["getBackup"] },
  { name: "get quotas", reaches: ["getQuotas"] },
  { name: "check that server can be backed up", reaches: ["checkResources"] },
  { name: "create backup", reaches: ["createBackup"] },
  { name: "poll until available", reaches: ["getBackup"] },
  { name: "check that backup can be restored", reaches: ["checkResources"] },
  { name: "restore", reaches: ["createRestore"] },
  { name: "add tag to backup", reaches: ["updateBackupTags"] },
  { name: "list tags of backup", reaches: ["listBackupTags"] },
  { name: "delete tag of backup", reaches: ["updateBackupTags"] },
  { name: "list tags of project", reaches: ["listProjectBackupTags"] },
  {
    name: "delete until gone",
    reaches: ["deleteBackup", "getBackup"],
    errors: ["getBackup 404", "deleteBackup 400"],
  },
  { name: "create policy", reaches: ["createPolicy"] },
  { name: "get policy", reaches: ["getPolicy"] },
  { name: "list policies", reaches: ["listPolicies"] },
  { name: "update policy", reaches: ["updatePolicy"] },
  { name: "run policy", reaches: ["runPolicy"] },
  { name: "delete policy", reaches: ["deletePolicy"], errors: ["getPolicy 404"] },
  { name: "replication capabilities", reaches: ["getReplicationCapabilities"] },
  { name: "replicate backup", reaches: ["replicateBackup"] },
  { name: "typed error for wrong password", reaches: signIn, errors: ["POST /v3/auth/tokens 401"] },
  { name: "typed error for unknown backup", reaches: ["getBackup"], errors: ["getBackup 404"] },
  { name: "typed error for wrong filter", reaches: ["listBackups"], errors: ["listBackups 400"] },
];
