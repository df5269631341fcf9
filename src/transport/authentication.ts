/** A request about to be sent, as the client's own ways of authentication see it. */
export interface OutgoingRequest {
  /** Such as `GET`, in capitals. */
  readonly method: string;
  /** The whole URL, query included. */
  readonly url: string;
  /** By lower-case name; what is set here is sent. */
  readonly headers: Record<string, string>;
  /** The body as text; undefined where there is none. */
  readonly body: string | undefined;
  /** Aborts when the attempt is over; waiting longer is useless. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts credentials on one request, right before it is sent; called anew for each attempt. It may
 * return the request it was given, changed, or another one.
 */
export interface CsbsAuth {
  (request: Request): Request | Promise<Request>;
  /** Does the same without a Request of the platform, which costs more than all the rest; preferred where it is there. */
  sign?(request: OutgoingRequest): void | Promise<void>;
  /**
   * Called when the service responded with 401 to the last signed request. True allows one more attempt,
   * because the next credential will differ.
   */
  refused?(): boolean;
  /** What it was created without, such as `token (usually OS_TOKEN)`; creating a client with it fails. */
  readonly missing?: readonly string[];
}
