import { discard } from "./body.ts";

const statuses = [301, 302, 303, 307, 308];

const reason = "unexpected redirect";

/**
 * Browsers hide the status of a redirect that they do not follow. A fetch on top of XMLHttpRequest
 * follows it whatever it is told, and says so at best.
 */
function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || response.redirected || statuses.includes(response.status);
}

/**
 * Redirects are not followed: the credential would go along. Fetch's own `redirect: "error"` does not
 * exist in workers, so requests are sent with "manual", and what comes back is refused here.
 *
 * @throws TypeError for a redirect, as fetch would.
 */
export function refuseRedirect(response: Response): Response {
  if (!isRedirect(response)) return response;
  discard(response.body);
  throw new TypeError(reason);
}

/** Whether an error is that of a redirect. It does not pass: a retry leads to the same place. */
export function isRefusedRedirect({ cause }: { cause?: unknown }): boolean {
  return cause instanceof TypeError && cause.message === reason;
}
