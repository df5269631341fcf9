import type { CsbsAuth } from "../auth/auth.ts";
import { CsbsConnectionError, CsbsError } from "../errors.ts";
import type { CallClock } from "./clock.ts";
import { LightRequest } from "./light-request.ts";
import { isRedirect, refuseRedirect } from "./redirect.ts";

/** How one attempt is made. */
export interface AttemptContext {
  auth: CsbsAuth;
  fetch: typeof globalThis.fetch | undefined;
  clock: CallClock;
  operation?: string | undefined;
}

/** How an attempt ended: with an answer, or with an error, which may have come before anything was sent. */
export type Outcome =
  | { response: Response; error?: undefined; unsent?: undefined }
  | { response?: undefined; error: unknown; unsent?: boolean };

/**
 * Sends a request once: authenticates a copy of it, so that it can be sent again, fetches that, and
 * gives a failure its type. The global fetch is looked up at each call, so that test tools can
 * replace it. Redirects are refused: they would carry the credential to wherever they point. What
 * the clock's signal ends has that signal's reason as its error.
 */
export async function attemptOnce(
  request: LightRequest | Request,
  context: AttemptContext,
): Promise<Outcome> {
  const { auth, clock, operation } = context;
  clock.startAttempt();
  const { signal } = clock;
  let sent = false;
  try {
    const { fetch = globalThis.fetch } = context;
    let answer: Promise<Response>;
    if (request instanceof LightRequest && auth.sign !== undefined) {
      const { url, method, body } = request;
      const headers = { ...request.headers };
      const signing = auth.sign({ url, method, headers, body });
      if (signing !== undefined) await untilAborted(signing, signal);
      signal.throwIfAborted();
      sent = true;
      const init: RequestInit = { method, headers, signal, redirect: "manual" };
      if (body !== undefined) init.body = body;
      answer = fetch(url, init);
    } else {
      const copy = request instanceof LightRequest ? request.toRequest() : request.clone();
      const signed = new Request(await untilAborted(auth(copy), signal), { signal, redirect: "manual" });
      signal.throwIfAborted();
      sent = true;
      answer = fetch(signed);
    }
    const response = await answer;
    return { response: isRedirect(response) ? await refuseRedirect(response) : response };
  } catch (error) {
    const unsent = !sent;
    if (signal.aborted) return { error: signal.reason, unsent };
    const typed = unsent || error instanceof CsbsError;
    return { error: typed ? error : connectionError(request.url, error, operation), unsent };
  }
}

/** Credentials may come from elsewhere and take their time; the call's signal holds for that too. */
async function untilAborted<T>(value: T | Promise<T>, signal: AbortSignal): Promise<T> {
  if (!(value instanceof Promise)) return value;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([value, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

function connectionError(url: string, error: unknown, operation: string | undefined): CsbsConnectionError {
  return new CsbsConnectionError(`no answer from ${new URL(url).origin} (${reasonOf(error)})`, {
    operation,
    cause: error,
  });
}

/** Node hides what happened in the cause; other runtimes say it in the message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const cause = error.cause as { code?: unknown; message?: unknown } | undefined;
  return [cause?.code, cause?.message, error.message].find(
    (text) => typeof text === "string" && text !== "",
  ) as string;
}
