import type { CsbsAuth } from "../auth/auth.ts";
import { CsbsConnectionError, CsbsError } from "../errors.ts";

/** How one request is sent. */
export interface SendContext {
  auth: CsbsAuth;
  fetch: typeof globalThis.fetch | undefined;
  operation?: string | undefined;
}

/**
 * Sends one request once: authenticates it, fetches it, and gives a failure its type. Stands
 * beneath openapi-fetch's middleware, so that what repeats a request can repeat all of it.
 * The global fetch is looked up at each call, so that test tools can replace it. What the signal
 * of the request ends is thrown as that signal's reason.
 */
export async function send(request: Request, { auth, fetch, operation }: SendContext): Promise<Response> {
  const authenticated = await auth(request);
  try {
    return await (fetch ?? globalThis.fetch)(authenticated);
  } catch (error) {
    request.signal.throwIfAborted();
    throw error instanceof CsbsError ? error : connectionError(request.url, error, operation);
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
