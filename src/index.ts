export { type ErrorCode, type ErrorCodeEntry, errorCatalogue } from "../generated/error-codes.ts";
export { backupStatuses, fixedParameters, type Region } from "../generated/operations.ts";
export type { components, operations, paths } from "../generated/schema.ts";
export type * from "../generated/types.ts";
export { type AccessKeyOptions, accessKey } from "./auth/access-key.ts";
export { type KeystonePasswordOptions, keystonePassword } from "./auth/keystone-password.ts";
export { type TokenSource, token } from "./auth/token.ts";
export {
  type CsbsClient,
  type CsbsOperations,
  type CsbsOperationsWithResponse,
  createCsbsClient,
} from "./client.ts";
export { explainError } from "./error-catalogue.ts";
export {
  CsbsApiError,
  CsbsConfigError,
  CsbsConnectionError,
  CsbsError,
  type CsbsErrorOptions,
  type CsbsResponse,
  CsbsResponseError,
  CsbsTimeoutError,
} from "./errors.ts";
export {
  type CountOptions,
  type CountsEverywhere,
  type CountTarget,
  countByStatus,
  countEverywhere,
  countIn,
  type StatusCounts,
  type TargetCount,
} from "./operations/count.ts";
export { failReason } from "./operations/fail-reason.ts";
export {
  CsbsPaginationError,
  type ItemOf,
  type PagedMethod,
  type PageOf,
  type PageParameters,
  type Pages,
  type PaginateOptions,
  paginate,
} from "./operations/paginate.ts";
export { type ListProjectsOptions, listProjects, type Project } from "./operations/projects.ts";
export type { RetentionLimits, ScheduleKeep } from "./operations/retention.ts";
export { type ScheduleOptions, schedule, type Weekday } from "./operations/schedule.ts";
export {
  CsbsBackupError,
  type RecordTarget,
  waitForBackup,
  waitForDeletion,
  waitForPolicyRun,
  waitForRestore,
} from "./operations/wait.ts";
export {
  type BackupProgress,
  CsbsWaitTimeoutError,
  isTerminal,
  type WaitOptions,
} from "./operations/watch.ts";
export type { CsbsCallOptions, CsbsClientOptions, CsbsClientSettings, CsbsLocation } from "./options.ts";
export { parseTime } from "./times.ts";
export type { CsbsAuth, OutgoingRequest } from "./transport/authentication.ts";
export type { CsbsRetryOptions } from "./transport/retry.ts";
export type { CsbsAttempt, CsbsHooks } from "./transport/send.ts";
export type {
  Backup,
  BackupFilter,
  BackupRecord,
  BackupStatus,
  Policy,
  PolicySchedule,
  PolicyServer,
  Tag,
} from "./types.ts";
export type { CsbsValidator, ValueToCheck } from "./validation/validation.ts";
