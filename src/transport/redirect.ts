const statuses = [301, 302, 303, 307, 308];

const reason = "unexpected redirect";

/** Browsers hide the status of a redirect that they do not follow. */
export function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || statuses.includes(response.status);
}

/**
 * Redirects are not followed: the credential would go along. Fetch's own `redirect: "error"` does not
 * exist in workers, so requests are sent with "manual", and what comes back is refused here.
 *
 * @throws TypeError for a redirect, as fetch would.
 */
export async function refuseRedirect(response: Response): Promise<Response> {
  if (!isRedirect(response)) return response;
  await response.body?.cancel();
  throw new TypeError(reason);
}

/** Whether an error is that of a redirect. It is no failure that passes: asking again leads to the same place. */
export function isRefusedRedirect({ cause }: { cause?: unknown }): boolean {
  return cause instanceof TypeError && cause.message === reason;
}
