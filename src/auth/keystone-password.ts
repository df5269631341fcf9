import type { CsbsAuth } from "../transport/authentication.ts";
import { now } from "../transport/deadline.ts";
import { checkNames } from "../transport/plain.ts";
import { authBy, authWithout, missingOf } from "./auth.ts";
import { tokenHeader } from "./token.ts";
import { readTime, tokenRequest } from "./token-request.ts";

/** Options of {@link keystonePassword}. `undefined` compiles, for variables of the environment; creating a client then fails. */
export interface KeystonePasswordOptions {
  /** Base URL of IAM with its version: `https://iam.eu-de.otc.t-systems.com/v3`. */
  authUrl: string | undefined;
  /** Name of the user. This with userDomain, or userId, is needed. */
  username?: string | undefined;
  /** ID of the user; wins over username, and needs no domain. */
  userId?: string | undefined;
  /** Password of the user. It is sent to IAM only, and is in no error. */
  password: string | undefined;
  /** Name of the domain that the user belongs to: `OTC-EU-DE-…` on Open Telekom Cloud, the account on Huawei Cloud. */
  userDomain?: string | undefined;
  /** ID of that domain; wins over userDomain. */
  userDomainId?: string | undefined;
  /** Name of the project, such as `eu-de`; this or projectId is needed. */
  project?: string | undefined;
  /** ID of the project; wins over project. */
  projectId?: string | undefined;
  /** Name of the domain that the project belongs to. Default: that of the user. Of no use with projectId. */
  projectDomain?: string | undefined;
  /** ID of that domain; wins over projectDomain. */
  projectDomainId?: string | undefined;
  /** Asks for a token of no project, which IAM accepts, but the service does not: for listProjects. */
  unscoped?: boolean | undefined;
  /** A fetch to use instead of the global one, which is looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for a token request, its response included. Default 30,000; Infinity for none. */
  timeout?: number | undefined;
  /** Milliseconds before its expiry at which a token is no longer used. Default 300,000. */
  renewBefore?: number | undefined;
  /** Lets the password go over plain http to a host that is not this machine. Default false. */
  allowHttp?: boolean | undefined;
}

const names = [
  ...["authUrl", "username", "userId", "password", "userDomain", "userDomainId", "project", "projectId"],
  ...["projectDomain", "projectDomainId", "unscoped"],
  ...["fetch", "timeout", "renewBefore", "allowHttp"],
];

interface Pending {
  readonly token: Promise<Token>;
  readonly controller: AbortController;
  /** How many calls wait for it. */
  waiting: number;
}

interface Token {
  readonly value: string;
  /** When a new one is due, by the clock that cannot be set and by the one that goes on in sleep. */
  readonly renewAt: number;
  readonly renewDate: number;
  readonly obtained: number;
  /** Whether it was requested because the service had refused the one before. */
  readonly replacement: boolean;
  /** How many requests were signed with it. */
  signed: number;
}

/**
 * Milliseconds in which refusals may still concern the token before. A replacement that is refused
 * within them would not get better by another one.
 */
const settling = 60_000;

/**
 * Authenticates by a user's password: asks IAM for a token of the project and sends that as
 * `X-Auth-Token`. A token is asked for with the first call, shared by all calls, and renewed five
 * minutes before it expires, or when the service refuses it. Calls that need one at the same time
 * share one request, and its failure; the next call starts a new one, and so does a call after one
 * that ended while it waited for the request.
 *
 * Calls then also throw CsbsApiError when IAM refuses, CsbsConnectionError or CsbsTimeoutError when
 * IAM does not respond, CsbsResponseError when the response holds no token; their `operation` is
 * undefined. None of them has a body, a cause of the platform or a request ID: of a response of IAM
 * they keep the status, its code and a title from a known list.
 *
 * What is missing, or undefined, is named by the error that createCsbsClient throws, together with
 * everything else that is missing.
 *
 * @example keystonePassword({ authUrl: "https://iam.eu-de.otc.t-systems.com/v3", username, password, userDomain, project: "eu-de" })
 * @throws CsbsConfigError when an option is unknown or cannot work.
 */
export function keystonePassword(options: KeystonePasswordOptions): CsbsAuth {
  checkNames("keystonePassword()", options, names);
  const missing = missingOf({
    authUrl: [options.authUrl, "OS_AUTH_URL"],
    username: [options.userId || options.username, "OS_USERNAME"],
    password: [options.password, "OS_PASSWORD"],
    userDomain: [options.userId || options.userDomainId || options.userDomain, "OS_USER_DOMAIN_NAME"],
    ...(options.unscoped === true
      ? {}
      : {
          "project or projectId": [options.project || options.projectId, "OS_PROJECT_NAME or OS_PROJECT_ID"],
        }),
  });
  if (missing.length > 0) return authWithout(missing);
  const ask = tokenRequest(options);
  const renewBefore = readTime("renewBefore", options.renewBefore, 300_000);
  let held: Token | undefined;
  let pending: Pending | undefined;
  let replacing = false;
  let outstanding = 0;

  async function obtain(signal: AbortSignal): Promise<Token> {
    const { value, expires } = await ask(signal);
    const obtained = now();
    const lifetime = expires - Date.now();
    // A token that lives for no longer than that would be renewed with every call.
    const use = Math.max(lifetime - renewBefore, lifetime / 2);
    const times = { obtained, renewAt: obtained + use, renewDate: Date.now() + use };
    held = { value, ...times, replacement: replacing, signed: 0 };
    replacing = false;
    return held;
  }

  function begin(): Pending {
    const controller = new AbortController();
    const token = obtain(controller.signal).finally(() => forget(mine));
    const mine: Pending = { token, controller, waiting: 0 };
    return mine;
  }

  function renew(signal: AbortSignal | undefined): Promise<Token> {
    pending ??= begin();
    const mine = pending;
    mine.waiting++;
    // A request that outlasts a call may never settle: the next call starts another.
    const leave = () => {
      forget(mine);
      if (--mine.waiting === 0) mine.controller.abort();
    };
    signal?.addEventListener("abort", leave);
    return mine.token.finally(() => signal?.removeEventListener("abort", leave));
  }

  function forget(one: Pending): void {
    if (pending === one) pending = undefined;
  }

  const auth = authBy(async ({ headers, signal }) => {
    const usable = held !== undefined && now() < held.renewAt && Date.now() < held.renewDate;
    const token = (usable ? held : undefined) ?? (await renew(signal));
    token.signed++;
    headers[tokenHeader] = token.value;
  });

  /** Drops a token once. Refusals that come in later for it, at most as many as it signed, ask for one more attempt too. */
  function refused(): boolean {
    if (held === undefined || (held.replacement && now() - held.obtained < settling)) {
      return outstanding-- > 0;
    }
    outstanding = held.signed - 1;
    held = undefined;
    replacing = true;
    return true;
  }

  return Object.assign(auth, { refused });
}
