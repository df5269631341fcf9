import { type AttemptContext, attemptOnce, type Outcome, startDeadline, underDeadline } from "./attempt.ts";
import { type BodyLimits, discard, readText } from "./body.ts";
import { now } from "./deadline.ts";
import { requestIdIn } from "./headers.ts";
import type { LightRequest } from "./light-request.ts";
import { mayRepeat, type RetryBudget, type RetryPolicy, waitAfter } from "./retry.ts";

/** What the hook `onAttempt` is told, once an attempt has ended. */
export interface CsbsAttempt {
  /** operationId; undefined for calls by path on `csbs.http`. */
  readonly operation: string | undefined;
  /** Such as `GET`. */
  readonly method: string;
  /** Path template, such as `/v1/{project_id}/quotas`; undefined for calls by path. */
  readonly path: string | undefined;
  /** Origin that was asked, such as `https://csbs.eu-de.otc.t-systems.com`. */
  readonly origin: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** HTTP status; undefined when no response came. */
  readonly status: number | undefined;
  /** ID of the request, where a header of the response has one. */
  readonly requestId: string | undefined;
  /** Milliseconds from the start of the attempt to the head of its response, or to its failure. */
  readonly duration: number;
  /** What failed, when no response came. */
  readonly error: unknown;
  /** Milliseconds until the next attempt; undefined when there is none. */
  readonly wait: number | undefined;
}

/** Functions that the client calls around its requests. What they throw is ignored. */
export interface CsbsHooks {
  /**
   * Called once for each attempt, when it has ended.
   *
   * @example ({ operation, attempt, status, duration }) => log(operation, attempt, status, duration)
   */
  onAttempt?: ((attempt: CsbsAttempt) => void) | undefined;
}

/** Everything that one call's requests are sent by. */
export interface SendContext extends AttemptContext, BodyLimits {
  hooks: CsbsHooks;
  policy: RetryPolicy;
  budget: RetryBudget;
  path?: string | undefined;
  safe: boolean;
}

/** A response whose body has been read. */
export interface Received {
  response: Response;
  text: string;
}

/**
 * Sends a request, again if need be: each attempt is authenticated anew and has a timeout of its
 * own. Stands beneath openapi-fetch's middleware, because a request that was consumed up there
 * cannot be sent again. Resolves to the last response and its body, whatever its status. A body that
 * fails is not requested again: what it belongs to has been carried out.
 */
export async function send(request: LightRequest | Request, context: SendContext): Promise<Received> {
  const { auth, hooks } = context;
  const watched = hooks.onAttempt !== undefined;
  let renewed = false;
  for (let attempt = 1; ; attempt++) {
    const started = now();
    const deadline = startDeadline(context, context.timeout);
    try {
      const outcome = await attemptOnce(request, context, deadline);
      const { response } = outcome;
      if (response?.ok !== true || watched) {
        // A fresh credential is tried once, on top of the attempts that the policy allows.
        const renew: boolean = !renewed && response?.status === 401 && auth.refused?.() === true;
        renewed ||= renew;
        const wait = renew ? 0 : waitBeforeNext(outcome, attempt, request, context);
        if (watched) report(request, { ...outcome, attempt, wait, duration: now() - started }, context);
        if (wait !== undefined) {
          deadline.stop();
          discard(response?.body);
          await underDeadline(context, (rest) => rest.pause(wait));
          continue;
        }
      }
      if (response === undefined) throw outcome.error;
      return { response, text: await readText(response, context, deadline) };
    } finally {
      deadline.stop();
    }
  }
}

function waitBeforeNext(
  outcome: Outcome,
  attempt: number,
  { method }: { method: string },
  { policy, budget, signal, end, safe }: SendContext,
): number | undefined {
  if (signal?.aborted === true || attempt >= policy.attempts) return undefined;
  if (!mayRepeat(outcome, { method, safe }, policy.unsafe)) return undefined;
  const wait = waitAfter(attempt, outcome, policy);
  return wait !== undefined && wait < end - now() && budget.take() ? wait : undefined;
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
