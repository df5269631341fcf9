import { fixedParameters } from "../generated/operations.ts";
import type { CsbsAuth } from "./auth/auth.ts";
import { CsbsConfigError } from "./errors.ts";
import { unknownName } from "./transport/build.ts";
import { type CsbsRetryOptions, type RetryPolicy, readRetries } from "./transport/retry.ts";
import type { CsbsHooks } from "./transport/send.ts";
import type { CsbsValidator } from "./validation.ts";

/** Options of one call. */
export interface CsbsCallOptions {
  /** Ends the call when it aborts; the call then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt, its answer included. Default 60,000; Infinity for none. */
  timeout?: number | undefined;
  /** Milliseconds for all attempts and the waits between them. Default 300,000; Infinity for none. */
  deadline?: number | undefined;
  /** How often a failed request is repeated, 2 by default; or the details of it. */
  retries?: number | CsbsRetryOptions | undefined;
  /** Headers to send, those of a call over those of the client. */
  headers?: Record<string, string> | undefined;
}

/** Options of {@link createCsbsClient}; those that a call has too are its defaults. */
export interface CsbsClientOptions extends Omit<CsbsCallOptions, "signal"> {
  /**
   * Base URL of the service, without `/v1`: `https://csbs.eu-de.otc.t-systems.com` on Open Telekom
   * Cloud, `https://csbs.<region>.myhuaweicloud.com` on Huawei Cloud.
   */
  endpoint: string;
  /** ID of the project whose backups are meant, 32 hex digits; a call may name another. */
  projectId: string;
  /** How requests are authenticated: `token(…)`, `keystonePassword(…)`, `accessKey(…)`, or any function that puts credentials on a request. */
  auth: CsbsAuth;
  /** A fetch to use instead of the global one, which is looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Functions to call on the way, for logs and traces. */
  hooks?: CsbsHooks | undefined;
  /** Checks bodies and answers against the description: a validator of `csbs-api/validators`. */
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
};

/** @throws CsbsConfigError for what no call could succeed with. */
export function readConfig(options: CsbsClientOptions): CsbsConfig {
  const { projectId, auth, fetch, hooks = {}, validate } = options;
  if (typeof projectId !== "string" || projectId === "") {
    throw new CsbsConfigError("projectId is missing; the console shows it under My Credentials");
  }
  if (typeof auth !== "function") throw new CsbsConfigError("auth is missing; pass token(…) or a function");
  return {
    ...readCall(options, defaults, clientNames),
    endpoint: readEndpoint(options.endpoint, options.allowHttp === true),
    bound: { ...fixedParameters, project_id: projectId },
    auth,
    fetch,
    hooks,
    validate,
  };
}

/** What a call without options has; told by identity, because most calls have none. */
export const noOptions: CsbsCallOptions = {};

const sharedNames = ["timeout", "deadline", "retries", "headers"];
const callNames = ["signal", ...sharedNames];
const ownNames = ["endpoint", "projectId", "auth", "fetch", "hooks", "validate", "allowHttp"];
const clientNames = [...ownNames, ...sharedNames];

/** Options of a call over those of its client. */
export function readCall(options: CsbsCallOptions, base: CallConfig, known = callNames): CallConfig {
  if (options === noOptions) return base;
  for (const name of Object.keys(options))
    if (!known.includes(name)) throw unknownName("option", name, known);
  return {
    timeout: readTime("timeout", options.timeout ?? base.timeout),
    deadline: readTime("deadline", options.deadline ?? base.deadline),
    policy: readRetries(options.retries, base.policy),
    headers: { ...base.headers, ...readHeaders(options.headers ?? {}) },
  };
}

function readEndpoint(endpoint: string, allowHttp: boolean): string {
  const url = typeof endpoint === "string" && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CsbsConfigError("endpoint must be an http(s) URL such as https://csbs.eu-de.otc.t-systems.com");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new CsbsConfigError("endpoint must have no user, password, query or fragment");
  }
  if (/\/v1(\/|$)/.test(url.pathname)) {
    throw new CsbsConfigError("endpoint must end before /v1: the client adds the version and the project");
  }
  if (!allowHttp && !isPrivate(url)) {
    throw new CsbsConfigError(
      "endpoint must be https: credentials would be readable on the way (allowHttp lifts this)",
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** Whether nobody on the way can read what goes there: by https, or without leaving this machine. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function readTime(name: string, time: number): number {
  if (typeof time === "number" && time > 0) return time;
  throw new CsbsConfigError(`${name} must be a number of milliseconds above 0, or Infinity`);
}

/**
 * Headers by lower-case name. Fetch would refuse a bad one too, but with its value, which may be a
 * secret, in the message.
 */
function readHeaders(headers: Record<string, string>): Record<string, string> {
  const read = new Headers();
  const entries = Symbol.iterator in headers ? (headers as unknown as Headers) : Object.entries(headers);
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    try {
      // Node's fetch reads headers into an object, where this name would be lost.
      if (value === null || name.toLowerCase() === "__proto__") throw new TypeError();
      read.set(name, value);
    } catch {
      throw new CsbsConfigError(
        `the header ${JSON.stringify(name)} cannot be sent: its name or value is not allowed`,
      );
    }
  }
  return Object.fromEntries(read);
}
