import { CsbsConfigError } from "../errors.ts";

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
  /** Aborts when the attempt is over; whoever waits longer waits in vain. */
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
   * Told that the service answered 401 to what was signed last. True asks for one more attempt,
   * because the next credential will be another one.
   */
  refused?(): boolean;
  /** What it was created without, such as `token (usually OS_TOKEN)`; creating a client with it fails. */
  readonly missing?: readonly string[];
}

export function missingError(missing: readonly string[]): CsbsConfigError {
  return new CsbsConfigError(`missing: ${missing.join(", ")}`);
}

/** An authentication that lacks something. Creating a client names it, together with all else that is missing. */
export function authWithout(missing: readonly string[]): CsbsAuth {
  const auth = () => {
    throw missingError(missing);
  };
  return Object.assign(auth, { missing });
}

/** The names of empty values, with the variables that usually hold them. */
export function missingOf(values: {
  readonly [name: string]: readonly [value: unknown, variable: string];
}): string[] {
  return Object.entries(values)
    .filter(([, [value]]) => value === undefined || value === "")
    .map(([name, [, variable]]) => `${name} (usually ${variable})`);
}

/** Makes an authentication of its sign function. */
export function authBy(sign: (request: OutgoingRequest) => void | Promise<void>): CsbsAuth {
  const auth: CsbsAuth = async (request) => {
    const headers = Object.fromEntries(request.headers);
    const body = request.body === null ? undefined : await request.clone().text();
    const { method, url, signal } = request;
    await sign({ method, url, headers, body, signal });
    return new Request(request, { headers });
  };
  return Object.assign(auth, { sign });
}
