import { CsbsApiError, CsbsConnectionError, CsbsResponseError } from "../errors.ts";
import { errorIn } from "./error-body.ts";
import { requestIdIn, requestIdOf, retryAfterOf } from "./headers.ts";

/** Makes the typed error of a response that is not 2xx, whatever shape its body has. */
export function apiError(response: Response, body: unknown, operation: string | undefined): CsbsApiError {
  const { code, reason = "no reason given", id } = errorIn(body) ?? {};
  return new CsbsApiError({
    operation,
    status: response.status,
    code,
    reason,
    body: body === "" ? undefined : body,
    requestId: requestIdOf(id) ?? requestIdIn(response),
    retryAfter: retryAfterOf(response.headers.get("retry-after")),
  });
}

/** Makes the error of a 2xx response that cannot be used; `what` follows "responded 200 with". */
export function responseError(
  response: Response,
  what: string,
  { operation, body }: { operation: string | undefined; body?: unknown },
): CsbsResponseError {
  const { status } = response;
  const requestId = requestIdIn(response);
  return new CsbsResponseError(`responded ${status} with ${what}`, { operation, status, body, requestId });
}

/** Makes the error of a connection that failed; `what` is followed by the reason that the platform gives. */
export function connectionError(
  what: string,
  error: unknown,
  operation?: string | undefined,
): CsbsConnectionError {
  return new CsbsConnectionError(`${what} (${reasonOf(error)})`, { operation, cause: withoutData(error) });
}

/**
 * What an error of the platform says, and no more: it may hold bytes of a response, in which the
 * credential may come back.
 */
export function withoutData(error: unknown, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 3) return undefined;
  const { name, message, code, cause } = error as Error & { code?: unknown };
  const kept = error instanceof TypeError ? new TypeError(message) : new Error(message);
  Object.defineProperty(kept, "name", { value: name, configurable: true });
  if (typeof code === "string") Object.assign(kept, { code });
  const below = withoutData(cause, depth + 1);
  if (below !== undefined) Object.defineProperty(kept, "cause", { value: below, configurable: true });
  return kept;
}

/** Node hides what happened in the cause; other runtimes say it in the message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const cause = error.cause as { code?: unknown; message?: unknown } | undefined;
  return [cause?.code, cause?.message, error.message].find(
    (text) => typeof text === "string" && text !== "",
  ) as string;
}
