import { fixedParameters } from "../generated/operations.ts";
import type { CsbsAuth } from "./auth/auth.ts";
import { CsbsConfigError } from "./errors.ts";
import { defaultTimeout } from "./transport/deadline.ts";

/** Options of {@link createCsbsClient}. */
export interface CsbsClientOptions {
  /**
   * Base URL of the service, without `/v1`: `https://csbs.eu-de.otc.t-systems.com` on Open Telekom
   * Cloud, `https://csbs.<region>.myhuaweicloud.com` on Huawei Cloud.
   */
  endpoint: string;
  /** ID of the project whose backups are meant, 32 hex digits; a call may name another. */
  projectId: string;
  /** How requests are authenticated: `token(…)`, or any function that puts credentials on a request. */
  auth: CsbsAuth;
  /** A fetch to use instead of the global one, which is looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds until a call is given up, answer included. Default 60,000; Infinity for none. */
  timeout?: number | undefined;
  /** Headers to send with every request. */
  headers?: Record<string, string> | undefined;
}

/** Options of one call. */
export interface CsbsCallOptions {
  /** Ends the call when it aborts; the call then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Milliseconds until this call is given up, instead of the client's timeout. */
  timeout?: number | undefined;
  /** Headers to send with this request, over those of the client. */
  headers?: Record<string, string> | undefined;
}

/** The options, checked and with their defaults. */
export interface CsbsConfig {
  endpoint: string;
  bound: Record<string, string>;
  auth: CsbsAuth;
  fetch: typeof globalThis.fetch | undefined;
  timeout: number;
  headers: Record<string, string>;
}

/** @throws CsbsConfigError for what no call could succeed with. */
export function readConfig(options: CsbsClientOptions): CsbsConfig {
  const { projectId, auth } = options;
  if (typeof projectId !== "string" || projectId === "") {
    throw new CsbsConfigError("projectId is missing; the console shows it under My Credentials");
  }
  if (typeof auth !== "function") throw new CsbsConfigError("auth is missing; pass token(…) or a function");
  return {
    endpoint: readEndpoint(options.endpoint),
    bound: { ...fixedParameters, project_id: projectId },
    auth,
    fetch: options.fetch,
    timeout: readTimeout(options.timeout ?? defaultTimeout),
    headers: readHeaders(options.headers),
  };
}

function readEndpoint(endpoint: string): string {
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
  return url.origin + url.pathname.replace(/\/+$/, "");
}

export function readTimeout(timeout: number): number {
  if (typeof timeout === "number" && timeout > 0) return timeout;
  throw new CsbsConfigError("timeout must be a number of milliseconds above 0, or Infinity");
}

/** Fetch would refuse a bad header too, but with its value, which may be a secret, in the message. */
export function readHeaders(headers: Record<string, string> = {}): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    try {
      new Headers([[name, value]]);
    } catch {
      throw new CsbsConfigError(
        `the header ${JSON.stringify(name)} cannot be sent: its name or value is not allowed`,
      );
    }
  }
  return headers;
}
