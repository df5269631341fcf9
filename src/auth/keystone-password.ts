import { isPrivate } from "../endpoint.ts";
import { CsbsConfigError, CsbsConnectionError, CsbsResponseError } from "../errors.ts";
import { checkProjectId } from "../project-id.ts";
import { reasonOf } from "../transport/attempt.ts";
import { withDeadline } from "../transport/deadline.ts";
import { apiError, brokenOff, parseError } from "../transport/read.ts";
import { refuseRedirect } from "../transport/redirect.ts";
import { authBy, authWithout, type CsbsAuth, missingOf } from "./auth.ts";
import { masked } from "./masking.ts";
import { isSendable, tokenHeader } from "./token.ts";

/** Options of {@link keystonePassword}. `undefined` compiles, for variables of the environment; creating a client then fails. */
export interface KeystonePasswordOptions {
  /** Base URL of IAM with its version: `https://iam.eu-de.otc.t-systems.com/v3`. */
  authUrl: string | undefined;
  username: string | undefined;
  password: string | undefined;
  /** Name of the domain that the user belongs to: `OTC-EU-DE-…` on Open Telekom Cloud, the account on Huawei Cloud. */
  userDomain: string | undefined;
  /** Name of the project, such as `eu-de`; this or projectId is needed. */
  project?: string | undefined;
  /** ID of the project; wins over project. */
  projectId?: string | undefined;
  /** Name of the domain that the project belongs to. Default: userDomain. Of no use with projectId. */
  projectDomain?: string | undefined;
  /** A fetch to use instead of the global one, which is looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for a token request, its answer included. Default 30,000; Infinity for none. */
  timeout?: number | undefined;
  /** Milliseconds before its expiry at which a token is no longer used. Default 300,000. */
  renewBefore?: number | undefined;
  /** Lets the password go over plain http to a host that is not this machine. Default false. */
  allowHttp?: boolean | undefined;
}

interface Token {
  readonly value: string;
  /** Times are milliseconds since 1970. */
  readonly expires: number;
  readonly obtained: number;
  readonly renewAt: number;
  /** Whether it was asked for because the service had refused the one before. */
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
 * share one request, and its failure; the next call asks anew.
 *
 * Calls then also throw CsbsApiError when IAM refuses, CsbsConnectionError or CsbsTimeoutError when
 * it does not answer, CsbsResponseError when its answer holds no token; their `operation` is undefined.
 *
 * What is missing, or undefined, is named by the error that createCsbsClient throws, together with
 * everything else that is missing.
 *
 * @example keystonePassword({ authUrl: "https://iam.eu-de.otc.t-systems.com/v3", username, password, userDomain, project: "eu-de" })
 * @throws CsbsConfigError when an option cannot work.
 */
export function keystonePassword(options: KeystonePasswordOptions): CsbsAuth {
  const missing = missingOf({
    authUrl: [options.authUrl, "OS_AUTH_URL"],
    username: [options.username, "OS_USERNAME"],
    password: [options.password, "OS_PASSWORD"],
    userDomain: [options.userDomain, "OS_USER_DOMAIN_NAME"],
    "project or projectId": [options.project || options.projectId, "OS_PROJECT_NAME or OS_PROJECT_ID"],
  });
  if (missing.length > 0) return authWithout(missing);
  const ask = tokenRequest(options);
  const renewBefore = readTime("renewBefore", options.renewBefore, 300_000);
  let held: Token | undefined;
  let pending: Promise<Token> | undefined;
  let replacing = false;
  let outstanding = 0;

  async function obtain(): Promise<Token> {
    const token = await ask();
    const obtained = Date.now();
    // A token that lives no longer than that would be renewed with every call.
    const renewAt = Math.max(token.expires - renewBefore, (obtained + token.expires) / 2);
    held = { ...token, renewAt, obtained, replacement: replacing, signed: 0 };
    replacing = false;
    return held;
  }

  function renew(): Promise<Token> {
    pending ??= obtain().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  const auth = authBy(async ({ headers }) => {
    const inTime = held !== undefined && Date.now() < held.renewAt ? held : undefined;
    const token = inTime ?? (await renew());
    token.signed++;
    headers[tokenHeader] = token.value;
  });

  /** Drops a token once. Refusals that come in later for it, at most as many as it signed, ask for one more attempt too. */
  function refused(): boolean {
    if (held === undefined || (held.replacement && Date.now() - held.obtained < settling)) {
      return outstanding-- > 0;
    }
    outstanding = held.signed - 1;
    held = undefined;
    replacing = true;
    return true;
  }

  return Object.assign(auth, { refused });
}

/** Checks the options and keeps what is secret in the function that it returns. */
function tokenRequest(options: KeystonePasswordOptions): () => Promise<{ value: string; expires: number }> {
  const url = readAuthUrl(options);
  const timeout = readTime("timeout", options.timeout, 30_000);
  const password = needed("password", options.password);
  const domain = { name: needed("userDomain", options.userDomain) };
  const user = { name: needed("username", options.username), password, domain };
  const scope = { project: readProject(options, domain) };
  const body = JSON.stringify({
    auth: { identity: { methods: ["password"], password: { user } }, scope },
  });
  return () =>
    withDeadline({ timeout }, async (signal) => {
      const init: RequestInit = { method: "POST", body, redirect: "manual", signal };
      const headers = { "Content-Type": "application/json", Accept: "application/json" };
      const response = await (options.fetch ?? globalThis.fetch)(url, { ...init, headers })
        .then(refuseRedirect)
        .catch((error) => {
          const reason = `no answer from ${new URL(url).origin}, asked for a token (${reasonOf(error)})`;
          throw new CsbsConnectionError(reason, { cause: error });
        });
      const text = await response.text().catch((error) => {
        throw brokenOff(error, undefined);
      });
      if (response.status === 201) return readToken(response, parseError(text));
      // Gateways may answer with what they were sent; outside JSON, in who knows what spelling.
      const said = parseError(masked(password, text));
      throw apiError(response, typeof said === "string" ? undefined : said, undefined, "IAM");
    });
}

/** The body is left out of errors here: it tells what the user may do, and where. */
function readToken(response: Response, body: unknown): { value: string; expires: number } {
  const value = response.headers.get("X-Subject-Token") ?? "";
  const { token } = (body ?? {}) as { token?: { expires_at?: unknown } | null };
  const expires = Date.parse(String(token?.expires_at));
  const usable = isSendable(value);
  if (usable && !Number.isNaN(expires)) return { value, expires };
  const lack = usable
    ? "a body that does not tell the token's expires_at"
    : "no usable header X-Subject-Token; in a browser, IAM must expose it by CORS";
  throw new CsbsResponseError(`IAM answered 201 with ${lack}`, { status: 201, body: undefined });
}

function readAuthUrl({ authUrl, allowHttp }: KeystonePasswordOptions): string {
  const text = needed("authUrl", authUrl);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const path = url?.pathname.replace(/\/+$/, "");
  if (url === undefined || !/^https?:$/.test(url.protocol) || path?.endsWith("/v3") !== true) {
    throw new CsbsConfigError(
      "authUrl must be an http(s) URL that ends in /v3, such as https://iam.eu-de.otc.t-systems.com/v3",
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new CsbsConfigError("authUrl must have no user, password, query or fragment");
  }
  if (allowHttp !== true && !isPrivate(url)) {
    throw new CsbsConfigError(
      "authUrl must be https: the password would be readable on the way (allowHttp lifts this)",
    );
  }
  return `${url.origin}${path}/auth/tokens`;
}

function readProject(options: KeystonePasswordOptions, userDomain: { name: string }): object {
  const { project, projectId, projectDomain } = options;
  if (projectId !== undefined) return { id: checkProjectId(needed("projectId", projectId)) };
  const domain = projectDomain === undefined ? userDomain : { name: needed("projectDomain", projectDomain) };
  return { name: needed("project", project), domain };
}

function needed(name: string, value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  throw new CsbsConfigError(`${name} is missing; keystonePassword() needs it as a string that is not empty`);
}

function readTime(name: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value === "number" && value > 0) return value;
  throw new CsbsConfigError(`${name} must be a number of milliseconds above 0`);
}
