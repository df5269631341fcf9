import { CsbsApiError, CsbsConfigError, CsbsConnectionError, CsbsTimeoutError } from "../errors.ts";
import type { Outcome } from "./attempt.ts";
import { now } from "./deadline.ts";
import { retryAfterOf } from "./headers.ts";
import { checkNames } from "./plain.ts";
import { isRefusedRedirect } from "./redirect.ts";

/** How requests are repeated. Each default is a number that the README lists. */
export interface CsbsRetryOptions {
  /** How often a request is sent at most, the first time included. Default 3. */
  attempts?: number | undefined;
  /** Milliseconds: the wait after the n-th attempt is a random part of this times 2^(n-1). Default 500. */
  baseDelay?: number | undefined;
  /** Milliseconds that such a wait has at most. Default 20,000. */
  maxDelay?: number | undefined;
  /** Milliseconds: a Retry-After beyond it is not waited for; the call fails at once. Default 60,000. */
  maxRetryAfter?: number | undefined;
  /**
   * Repeats requests that change something although the first one may have been carried out.
   * Default false.
   */
  unsafe?: boolean | undefined;
}

export type RetryPolicy = { [Key in keyof CsbsRetryOptions]-?: NonNullable<CsbsRetryOptions[Key]> };

const defaults: RetryPolicy = {
  attempts: 3,
  baseDelay: 500,
  maxDelay: 20_000,
  maxRetryAfter: 60_000,
  unsafe: false,
};

/** A number says how many times a request is repeated, so that 0 means never. */
export function readRetries(given: number | CsbsRetryOptions | undefined, base = defaults): RetryPolicy {
  if (given === undefined) return base;
  const options = typeof given === "number" ? { attempts: given + 1 } : given;
  checkNames("retries", options, Object.keys(defaults));
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  const policy: RetryPolicy = { ...base, ...Object.fromEntries(entries) };
  if (!Number.isInteger(policy.attempts) || policy.attempts < 1) {
    throw new CsbsConfigError("retries must be 0 or more, or an object whose attempts are 1 or more");
  }
  const times = [policy.baseDelay, policy.maxDelay, policy.maxRetryAfter];
  if (!times.every((time) => typeof time === "number" && time >= 0)) {
    throw new CsbsConfigError("the times of retries must be milliseconds, 0 or more");
  }
  if (typeof policy.unsafe !== "boolean")
    throw new CsbsConfigError("unsafe of retries must be true or false");
  return policy;
}

/** What it matters of a request when it comes to repeating it. */
export interface Repeatable {
  method: string;
  /** Whether it changes nothing, whatever its method. */
  safe: boolean;
}

/**
 * Whether a request may be sent again after such an outcome. One that changes something only when
 * it cannot have been carried out: refused for too many requests, told to come again later, or
 * never connected. PUT does the same twice as once, so it is repeated after failures in transit.
 */
export function mayRepeat(
  { response, error, unsent }: Outcome,
  { method, safe }: Repeatable,
  unsafe: boolean,
): boolean {
  const idempotent = safe || unsafe || method === "PUT";
  if (response === undefined) {
    // IAM refused a token for now: nothing has reached the service.
    if (unsent === true && error instanceof CsbsApiError) return passing.includes(error.status);
    if (!(error instanceof CsbsConnectionError) || isRefusedRedirect(error)) return false;
    return idempotent || unsent === true || (!(error instanceof CsbsTimeoutError) && neverConnected(error));
  }
  const { status } = response;
  if (status === 429) return true;
  if (status === 503) return idempotent || retryAfterOf(response.headers.get("retry-after")) !== undefined;
  if (status === 502 || status === 504) return idempotent;
  return status === 500 && (safe || unsafe);
}

/** Statuses that may be others a little later. */
const passing = [429, 502, 503, 504];

/** Codes of Node, Bun and Deno for a connection that was never made. Browsers do not say. */
const unconnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
]);

function neverConnected(error: CsbsConnectionError): boolean {
  const cause = error.cause as { code?: string; cause?: { code?: string } } | undefined;
  return unconnected.has(cause?.cause?.code ?? cause?.code ?? "");
}

/**
 * Milliseconds to wait before the next attempt: what the service asks for, else full jitter over an
 * exponential backoff. Undefined when it asks for longer than the policy allows.
 */
export function waitAfter(
  attempt: number,
  { response, error }: Outcome,
  policy: RetryPolicy,
): number | undefined {
  const refused = error instanceof CsbsApiError ? error.retryAfter : undefined;
  const asked = retryAfterOf(response?.headers.get("retry-after")) ?? refused;
  if (asked !== undefined) return asked <= policy.maxRetryAfter ? asked : undefined;
  return Math.random() * Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
}

/**
 * What all calls of a client may repeat together: 20 times at once, and once more each second. When
 * a service is down, this keeps retries from adding to the flood.
 */
export class RetryBudget {
  static readonly #capacity = 20;
  #tokens = RetryBudget.#capacity;
  #filled = now();

  take(): boolean {
    const time = now();
    this.#tokens = Math.min(RetryBudget.#capacity, this.#tokens + (time - this.#filled) / 1000);
    this.#filled = time;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
