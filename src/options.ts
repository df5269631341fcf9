import { fixedParameters, type Region } from "../generated/operations.ts";
import { missingError } from "./auth/auth.ts";
import { endpointOf, readEndpoint } from "./endpoint.ts";
import { CsbsConfigError } from "./errors.ts";
import { checkProjectId } from "./project-id.ts";
import type { CsbsAuth } from "./transport/authentication.ts";
import { defaultResponseSize } from "./transport/body.ts";
import { checkSignal } from "./transport/deadline.ts";
import { readHeaders } from "./transport/headers.ts";
import { checkNames } from "./transport/plain.ts";
import { type CsbsRetryOptions, type RetryPolicy, readRetries } from "./transport/retry.ts";
import type { CsbsHooks } from "./transport/send.ts";
import type { CsbsValidator } from "./validation/validation.ts";

/** Options of one call. */
export interface CsbsCallOptions {
  /** Ends the call when it aborts; the call then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt, its response included. Default 60,000; Infinity for none. */
  timeout?: number | undefined;
  /** Milliseconds for all attempts and the waits between them. Default 300,000; Infinity for none. */
  deadline?: number | undefined;
  /** How often a failed request is repeated, 2 by default; or the details of it. */
  retries?: number | CsbsRetryOptions | undefined;
  /** Headers to send, those of a call over those of the client. */
  headers?: Record<string, string> | undefined;
  /**
   * Bytes that the body of a success may have, after decompression; a longer one is a
   * CsbsResponseError. Default 33,554,432 (32 MiB), four times the largest page; Infinity for no limit.
   */
  maxResponseSize?: number | undefined;
}

/** Where the service is: `endpoint` or `region`, one of them. */
export type CsbsLocation =
  | {
      /**
       * Base URL of the service, without `/v1`. Plain http is for this machine only.
       *
       * @example "https://csbs.eu-de.otc.t-systems.com"
       */
      endpoint: string | undefined;
      /** Leave it out beside an endpoint. */
      region?: Region | undefined;
    }
  | {
      /**
       * Region of Open Telekom Cloud or Huawei Cloud, which stands for an endpoint.
       *
       * @example "eu-de"
       */
      region: Region | undefined;
      /** Leave it out beside a region. */
      endpoint?: string | undefined;
    };

/**
 * Options of {@link createCsbsClient}; those that a call has too are its defaults. `endpoint` or
 * `region`, and `auth` are needed. What comes from a variable that is not set may be passed as
 * undefined; creating the client then fails with one error that names all that is missing.
 *
 * @example { region: "eu-de", projectId: "0605767e8d80d55d2f69c0189071bcbc", auth: token(() => vault.read("csbs")) }
 */
export type CsbsClientOptions = CsbsLocation & CsbsClientSettings;

/** Everything in {@link CsbsClientOptions} but `endpoint` and `region`. */
export interface CsbsClientSettings extends Omit<CsbsCallOptions, "signal"> {
  /**
   * ID of the project that owns the backups, 32 hex digits, not its name. Without it, each call
   * needs a `project_id` of its own, which wins over this one.
   *
   * @example "0605767e8d80d55d2f69c0189071bcbc"
   */
  projectId?: string | undefined;
  /** How requests are authenticated: `token(…)`, `keystonePassword(…)`, `accessKey(…)`, or any function that puts credentials on a request. */
  auth: CsbsAuth | undefined;
  /** A fetch to use instead of the global one, which is looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Functions to call around requests, for logs and traces. */
  hooks?: CsbsHooks | undefined;
  /** Checks bodies and responses against the description: a validator of `csbs-api/validators`. */
  validate?: CsbsValidator | undefined;
  /**
   * Lets credentials go over plain http to a host that is not this machine. Default false.
   * Only for test set-ups on a network that nobody else can read.
   */
  allowHttp?: boolean | undefined;
}

/** Times and retries, checked and with their defaults. */
export interface CallConfig {
  timeout: number;
  deadline: number;
  policy: RetryPolicy;
  headers: Record<string, string>;
  maxResponseSize: number;
}

/** The options, checked and with their defaults. */
export interface CsbsConfig extends CallConfig {
  endpoint: string;
  bound: Record<string, string>;
  auth: CsbsAuth;
  fetch: typeof globalThis.fetch | undefined;
  hooks: CsbsHooks;
  validate: CsbsValidator | undefined;
}

const defaults: CallConfig = {
  timeout: 60_000,
  deadline: 300_000,
  policy: readRetries(undefined),
  headers: {},
  maxResponseSize: defaultResponseSize,
};

/** @throws CsbsConfigError for what no call could succeed with. */
export function readConfig(options: CsbsClientOptions): CsbsConfig {
  checkNames("the client", options, clientNames);
  const missing = missingIn(options);
  if (missing.length > 0) throw missingError(missing);
  const { endpoint, region, projectId, auth, fetch, hooks = {}, validate, allowHttp } = options;
  if (typeof auth !== "function") {
    throw new CsbsConfigError("auth must be a function, such as token(…) returns");
  }
  checkNames("hooks", hooks, ["onAttempt"]);
  for (const [name, value] of Object.entries({ fetch, validate, ...hooks })) {
    if (value !== undefined && typeof value !== "function") {
      throw new CsbsConfigError(`${name} must be a function`);
    }
  }
  if (endpoint && region) throw new CsbsConfigError("endpoint and region exclude each other; pass one");
  return {
    ...readShared(options, defaults),
    endpoint: readEndpoint(endpoint || endpointOf(region as Region), allowHttp === true),
    bound: { ...fixedParameters, ...(projectId ? { project_id: checkProjectId(projectId) } : {}) },
    auth,
    fetch,
    hooks,
    validate,
  };
}

/** What was not passed, or as undefined or the empty text, with the variables that usually hold it. */
function missingIn({ endpoint, region, auth, ...rest }: CsbsClientOptions): string[] {
  const missing = auth === undefined ? ["auth, such as token(…)"] : [...(auth.missing ?? [])];
  // Left out, it is for each call to pass; passed as undefined, it comes from a variable that is not set.
  if ("projectId" in rest && !rest.projectId) missing.unshift("projectId (usually OS_PROJECT_ID)");
  if (!endpoint && !region) {
    missing.unshift("endpoint (usually CSBS_ENDPOINT) or region (usually OS_REGION_NAME)");
  }
  return missing;
}

/** What a call without options has; told by identity, because most calls have none. */
export const noOptions: CsbsCallOptions = {};

const sharedNames = ["timeout", "deadline", "retries", "headers", "maxResponseSize"];
const callNames = ["signal", ...sharedNames];
const ownNames = ["endpoint", "region", "projectId", "auth", "fetch", "hooks", "validate", "allowHttp"];
const clientNames = [...ownNames, ...sharedNames];

/** Options of a call over those of its client. */
export function readCall(options: CsbsCallOptions, base: CallConfig): CallConfig {
  if (options === noOptions) return base;
  checkNames("a call", options, callNames);
  checkSignal(options.signal);
  return readShared(options, base);
}

function readShared(options: CsbsCallOptions, base: CallConfig): CallConfig {
  return {
    timeout: readLimit("timeout", "milliseconds", options.timeout ?? base.timeout),
    deadline: readLimit("deadline", "milliseconds", options.deadline ?? base.deadline),
    maxResponseSize: readLimit("maxResponseSize", "bytes", options.maxResponseSize ?? base.maxResponseSize),
    policy: readRetries(options.retries, base.policy),
    headers: { ...base.headers, ...readHeaders(options.headers ?? {}) },
  };
}

function readLimit(name: string, unit: string, value: number): number {
  if (typeof value === "number" && value > 0) return value;
  throw new CsbsConfigError(`${name} must be a number of ${unit} above 0, or Infinity`);
}
