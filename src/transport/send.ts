import { type AttemptContext, attemptOnce, type Outcome } from "./attempt.ts";
import type { LightRequest } from "./light-request.ts";
import { mayRepeat, type RetryBudget, type RetryPolicy, waitAfter } from "./retry.ts";

/** What the hook `onAttempt` is told, once an attempt has ended. */
export interface CsbsAttempt {
  /** operationId; undefined for calls by path on `csbs.http`. */
  readonly operation: string | undefined;
  readonly method: string;
  /** Path template, such as `/v1/{project_id}/quotas`; undefined for calls by path. */
  readonly path: string | undefined;
  /** Origin that was asked, such as `https://csbs.eu-de.otc.t-systems.com`. */
  readonly origin: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** ID of the request, where a header of the answer has one. */
  readonly requestId: string | undefined;
  /** Milliseconds from the start of the attempt to the head of its answer, or to its failure. */
  readonly duration: number;
  /** What failed, when no answer came. */
  readonly error: unknown;
  /** Milliseconds until the next attempt; undefined when there is none. */
  readonly wait: number | undefined;
}

/** Functions that the client calls on its way. What they throw is ignored. */
export interface CsbsHooks {
  onAttempt?: ((attempt: CsbsAttempt) => void) | undefined;
}

/** Everything that one call's requests are sent by. */
export interface SendContext extends AttemptContext {
  hooks: CsbsHooks;
  policy: RetryPolicy;
  budget: RetryBudget;
  path?: string | undefined;
  safe: boolean;
  /** Set by `send`: the answer of the last attempt, where it had one. */
  answered?: Response | undefined;
}

/**
 * Sends a request, again if need be: each attempt is authenticated anew and has a timeout of its
 * own. Stands beneath openapi-fetch's middleware, because a request that was consumed up there
 * cannot be sent again. Resolves to the last answer, whatever its status.
 */
export async function send(request: LightRequest | Request, context: SendContext): Promise<Response> {
  const watched = context.hooks.onAttempt !== undefined;
  let renewed = false;
  for (let attempt = 1; ; attempt++) {
    const started = watched ? performance.now() : 0;
    const outcome = await attemptOnce(request, context);
    context.answered = outcome.response;
    if (outcome.response?.ok === true && !watched) return outcome.response;
    // A fresh credential is tried once, on top of the attempts that the policy allows.
    const renew: boolean = !renewed && outcome.response?.status === 401 && context.auth.refused?.() === true;
    renewed ||= renew;
    const wait = renew ? 0 : waitBeforeNext(outcome, attempt, request, context);
    if (watched)
      report(request, { ...outcome, attempt, wait, duration: performance.now() - started }, context);
    if (wait === undefined) {
      if (outcome.response === undefined) throw outcome.error;
      return outcome.response;
    }
    await outcome.response?.body?.cancel();
    await context.clock.wait(wait);
  }
}

function waitBeforeNext(
  outcome: Outcome,
  attempt: number,
  { method }: { method: string },
  { policy, budget, clock, safe }: SendContext,
): number | undefined {
  if (clock.cancelled || attempt >= policy.attempts || !mayRepeat(outcome, { method, safe }, policy.unsafe))
    return undefined;
  const wait = waitAfter(attempt, outcome, policy);
  return wait !== undefined && wait < clock.left && budget.take() ? wait : undefined;
}

function report(
  { url, method }: { url: string; method: string },
  {
    response,
    error,
    unsent: _,
    ...rest
  }: Outcome & { attempt: number; wait: number | undefined; duration: number },
  { hooks, operation, path }: SendContext,
): void {
  const { status } = response ?? {};
  const origin = new URL(url).origin;
  const requestId = requestIdIn(response);
  // A call must not fail for what watches it, whether that throws or rejects.
  const watch = async () =>
    hooks.onAttempt?.({ operation, method, path, origin, status, requestId, error, ...rest });
  watch().catch(() => {});
}

/** Headers under which gateways and OpenStack services give the ID of a request. */
const requestIdHeaders = ["x-request-id", "x-openstack-request-id", "x-compute-request-id"];

export function requestIdIn(response: Response | undefined): string | undefined {
  const found = requestIdHeaders.map((name) => response?.headers.get(name)).find((value) => value != null);
  return found ?? undefined;
}
