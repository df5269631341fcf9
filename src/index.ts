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
