/**
 * Redirects are not followed: the credential would go along. Fetch's own `redirect: "error"` does not
 * exist in workers, so requests are sent with "manual", and what comes back is refused here.
 *
 * @throws TypeError, as fetch would.
 */
export function refuseRedirect(response: Response): Response | Promise<never> {
  // Browsers hide the status of a redirect that they do not follow.
  return response.type === "opaqueredirect" || statuses.includes(response.status)
    ? refuse(response)
    : response;
}

const statuses = [301, 302, 303, 307, 308];

async function refuse(response: Response): Promise<never> {
  await response.body?.cancel();
  throw new TypeError("unexpected redirect");
}
