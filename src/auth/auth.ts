/**
 * Puts credentials on one request, right before it is sent; called anew for each attempt. It may
 * return the request it was given, changed, or another one.
 */
export type CsbsAuth = (request: Request) => Request | Promise<Request>;
