import type { CsbsAuth } from "../auth/auth.ts";
import { CsbsConnectionError, CsbsError } from "../errors.ts";
import { LightRequest } from "./light-request.ts";
import { refuseRedirect } from "./redirect.ts";

/** How one attempt is made. */
export interface AttemptContext {
  auth: CsbsAuth;
  fetch: typeof globalThis.fetch | undefined;
  signal: AbortSignal;
  operation?: string | undefined;
}

/**
 * Sends a request once: authenticates a copy of it, so that it can be sent again, fetches that, and
 * gives a failure its type. The global fetch is looked up at each call, so that test tools can
 * replace it. Redirects are refused: they would carry the credential to wherever they point. What
 * the signal ends is thrown as that signal's reason.
 */
export async function attemptOnce(
  request: LightRequest | Request,
  context: AttemptContext,
): Promise<Response> {
  const { signal, operation } = context;
  const fetch = context.fetch ?? globalThis.fetch;
  const [input, init] = await authenticated(request, context);
  signal.throwIfAborted();
  try {
    return await refuseRedirect(await fetch(input, init));
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CsbsError ? error : connectionError(request.url, error, operation);
  }
}

async function authenticated(
  request: LightRequest | Request,
  { auth, signal }: AttemptContext,
): Promise<[string | Request, RequestInit?]> {
  if (request instanceof LightRequest && auth.sign !== undefined) {
    const { url, method, body } = request;
    const headers = new Headers(request.headers);
    const signing = auth.sign({ url, method, headers, body });
    if (signing !== undefined) await untilAborted(signing, signal);
    return [url, { method, headers, signal, redirect: "manual", ...(body === undefined ? {} : { body }) }];
  }
  const copy = request instanceof LightRequest ? request.toRequest() : request.clone();
  return [new Request(await untilAborted(auth(copy), signal), { signal, redirect: "manual" })];
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
