import { CsbsConfigError, CsbsError, CsbsTimeoutError } from "../errors.ts";
import type { CsbsAuth } from "./authentication.ts";
import { discard } from "./body.ts";
import { Deadline, now } from "./deadline.ts";
import { connectionError } from "./failures.ts";
import { LightRequest } from "./light-request.ts";
import { refuseRedirect } from "./redirect.ts";

/** The times that hold for a call. */
export interface CallTimes {
  /** Milliseconds for each attempt, its response included. */
  timeout: number;
  /** Milliseconds for all attempts and the waits between them. */
  deadline: number;
  /** When the deadline is up, by {@link now}. */
  end: number;
  signal?: AbortSignal | undefined;
}

/** How one attempt is made. */
export interface AttemptContext extends CallTimes {
  /** Where the credential may go. */
  endpoint: string;
  auth: CsbsAuth;
  fetch: typeof globalThis.fetch | undefined;
  operation?: string | undefined;
}

/** How an attempt ended: with a response, or with an error, which may have come before anything was sent. */
export type Outcome =
  | { response: Response; error?: undefined; unsent?: undefined }
  | { response?: undefined; error: unknown; unsent?: boolean };

/** A deadline that starts now: of an attempt, or of all that is left of a call. */
export function startDeadline(
  context: CallTimes & { operation?: string | undefined },
  timeout: number,
): Deadline {
  const { deadline, end, signal, operation } = context;
  const left = end - now();
  const [time, limit] = left < timeout ? [left, deadline] : [timeout, timeout];
  return new Deadline(time, { signal, error: () => new CsbsTimeoutError(limit, { operation }) });
}

/** Runs something under what is left of a call. */
export async function underDeadline<T>(
  context: Parameters<typeof startDeadline>[0],
  task: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const deadline = startDeadline(context, Number.POSITIVE_INFINITY);
  try {
    return await task(deadline);
  } finally {
    deadline.stop();
  }
}

/**
 * Sends a request once: authenticates a copy of it, so that it can be sent again, fetches that, and
 * gives a failure its type. The global fetch is looked up at each call, so that test tools can
 * replace it. Redirects are refused: they would carry the credential to wherever they point. What
 * the deadline ends has the deadline's reason as its error.
 */
export async function attemptOnce(
  request: LightRequest | Request,
  context: AttemptContext,
  deadline: Deadline,
): Promise<Outcome> {
  const { auth, fetch = globalThis.fetch, operation } = context;
  const { signal } = deadline;
  const redirect = "manual";
  let sending: Promise<Response> | undefined;
  let given = false;
  try {
    checkOrigin(request.url, context.endpoint);
    if (typeof fetch !== "function")
      throw new CsbsConfigError("there is no fetch; pass one as the option fetch");
    if (request instanceof LightRequest && auth.sign !== undefined) {
      const { url, method, body } = request;
      const headers = { ...request.headers };
      const signing = auth.sign({ url, method, headers, body, signal });
      if (signing !== undefined) await deadline.race(signing);
      const init: RequestInit = { method, headers, signal, redirect };
      if (body !== undefined) init.body = body;
      given = true;
      sending = fetch(url, init);
    } else {
      const signed = await deadline.race(auth(new Request(request.clone(), { signal })));
      if (!signed?.url)
        throw new CsbsConfigError("auth must return the Request that it was given, or another");
      checkOrigin(signed.url, context.endpoint);
      const authenticated = new Request(signed, { signal, redirect });
      given = true;
      sending = fetch(authenticated);
    }
    const response = await deadline.race(sending);
    if (!response?.headers?.get) throw new CsbsConfigError("fetch must resolve to a Response");
    return { response: refuseRedirect(response) };
  } catch (error) {
    const unsent = !given;
    if (deadline.ended !== undefined) {
      // It may settle later, with a body that nobody reads.
      sending?.then(({ body }) => discard(body)).catch(() => {});
      return { error: deadline.ended.reason, unsent };
    }
    const typed = unsent || error instanceof CsbsError;
    return { error: typed ? error : unreachable(request.url, error, operation), unsent };
  }
}

/** Calls by path may name another base, and middleware another URL. */
function checkOrigin(url: string, endpoint: string): void {
  const { origin } = new URL(url);
  const own = new URL(endpoint).origin;
  if (origin === own) return;
  throw new CsbsConfigError(
    `the request goes to ${origin}, but the credential is for ${own}; create a client with that endpoint`,
  );
}

function unreachable(url: string, error: unknown, operation: string | undefined): CsbsError {
  return connectionError(`no response from ${new URL(url).origin}`, error, operation);
}
