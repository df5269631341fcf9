export { type ErrorCode, type ErrorCodeEntry, errorCatalogue } from "../generated/error-codes.ts";
export { fixedParameters } from "../generated/operations.ts";
export type { components, operations, paths } from "../generated/schema.ts";
export type { CsbsAuth } from "./auth/auth.ts";
export { type TokenSource, token } from "./auth/token.ts";
export {
  type CsbsClient,
  type CsbsOperations,
  type CsbsOperationsWithResponse,
  createCsbsClient,
} from "./client.ts";
export type { CsbsCallOptions, CsbsClientOptions } from "./config.ts";
export { explainError } from "./error-catalogue.ts";
export {
  type CsbsAnswer,
  CsbsApiError,
  CsbsConfigError,
  CsbsConnectionError,
  CsbsError,
  type CsbsErrorOptions,
  CsbsResponseError,
  CsbsTimeoutError,
} from "./errors.ts";
