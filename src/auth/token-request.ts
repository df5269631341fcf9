import { isPrivate } from "../endpoint.ts";
import {
  CsbsApiError,
  CsbsConfigError,
  CsbsConnectionError,
  CsbsError,
  CsbsResponseError,
  CsbsTimeoutError,
} from "../errors.ts";
import { checkProjectId } from "../project-id.ts";
import { defaultResponseSize, readText } from "../transport/body.ts";
import { Deadline } from "../transport/deadline.ts";
import { retryAfterOf } from "../transport/headers.ts";
import { isObject, parseJson } from "../transport/json.ts";
import { urlOf } from "../transport/platform.ts";
import { isRefusedRedirect, refuseRedirect } from "../transport/redirect.ts";
import type { KeystonePasswordOptions } from "./keystone-password.ts";
import { isSendable } from "./token.ts";

interface IssuedToken {
  value: string;
  /** Milliseconds since 1970. */
  expires: number;
}

/** Checks the options and keeps what is secret in the function that it returns, which asks IAM once. */
export function tokenRequest(
  options: KeystonePasswordOptions,
): (signal?: AbortSignal) => Promise<IssuedToken> {
  const url = `${readAuthUrl(options)}/auth/tokens`;
  const timeout = readTime("timeout", options.timeout, 30_000);
  const password = needed("password", options.password);
  const domain = domainOf(options.userDomainId, options.userDomain);
  const user = { ...userOf(options, domain), password };
  const scope = options.unscoped === true ? {} : { scope: { project: readProject(options, domain) } };
  const body = JSON.stringify({
    auth: { identity: { methods: ["password"], password: { user } }, ...scope },
  });
  return async (signal) => {
    const error = () => new CsbsTimeoutError(timeout);
    const deadline = new Deadline(timeout, { error, signal });
    try {
      const headers = { "Content-Type": "application/json", Accept: "application/json" };
      const init: RequestInit = {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: deadline.signal,
      };
      const fetch = options.fetch ?? globalThis.fetch;
      const response = refuseRedirect(await deadline.race(fetch(url, init)));
      const text = await readText(response, { maxResponseSize: defaultResponseSize }, deadline);
      if (response.status === 201) return readToken(response, parseJson(text));
      throw iamError(response, parseJson(text));
    } catch (error) {
      throw withoutSecrets(error, url);
    } finally {
      deadline.stop();
    }
  };
}

/** The body is left out of errors here: it tells what the user may do, and where. */
function readToken(response: Response, body: unknown): IssuedToken {
  const value = response.headers.get("X-Subject-Token") ?? "";
  const { token } = (body ?? {}) as { token?: { expires_at?: unknown } | null };
  const expires = typeof token?.expires_at === "string" ? Date.parse(token.expires_at) : Number.NaN;
  const usable = isSendable(value);
  if (usable && !Number.isNaN(expires)) return { value, expires };
  const lack = usable
    ? "a body that does not tell the token's expires_at"
    : "no usable header X-Subject-Token; in a browser, IAM must expose it by CORS";
  throw new CsbsResponseError(`IAM responded 201 with ${lack}`, { status: 201, body: undefined });
}

/** The titles that IAM gives its errors; any other may be an echo of what was sent. */
const titles = new Set([
  ...["Bad Request", "Unauthorized", "Forbidden", "Not Found", "Method Not Allowed", "Request Timeout"],
  ...["Conflict", "Request Entity Too Large", "Unsupported Media Type", "Too Many Requests"],
  ...["Internal Server Error", "Not Implemented", "Bad Gateway", "Service Unavailable", "Gateway Timeout"],
]);

/** Longer than anybody waits; a longer number may be something else. */
const longestRetryAfter = 86_400_000;

/**
 * The error of a response that is not 201. IAM and whatever stands before it may send back what they
 * were sent, in any spelling: nothing of the response is kept but its status, its code and a known title.
 */
function iamError({ status, headers }: Response, body: unknown): CsbsApiError {
  const fields = isObject<{ error_code: unknown; error: unknown }>(body) ? body : {};
  const { title, code = fields.error_code } = isObject<{ title: unknown; code: unknown }>(fields.error)
    ? fields.error
    : {};
  const named = typeof title === "string" && titles.has(title) ? title : undefined;
  const coded = typeof code === "string" && /^(IAM|APIGW?)\.\d{4}$/.test(code) ? code : undefined;
  const asked = retryAfterOf(headers.get("retry-after"));
  const retryAfter = asked === undefined ? undefined : Math.min(asked, longestRetryAfter);
  return new CsbsApiError({ by: "IAM", status, code: named ?? coded, body: undefined, retryAfter });
}

/**
 * What failed, without its cause: platforms put bytes that they could not read into their errors. Of
 * the cause the code is kept, which the platform makes. Errors of ours without a cause stay.
 */
function withoutSecrets(error: unknown, url: string): unknown {
  if (error instanceof CsbsError && error.cause === undefined) return error;
  const redirect = isRefusedRedirect({ cause: error }) ? (error as Error) : undefined;
  const why = redirect?.message ?? codeIn(error) ?? "connection failed";
  return new CsbsConnectionError(
    `no response from ${new URL(url).origin} to a request for a token (${why})`,
    {
      cause: redirect,
    },
  );
}

function codeIn(error: unknown, depth = 0): string | undefined {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === "string" && /^[A-Za-z_]\w{3,40}$/.test(code)) return code;
  return cause === undefined || depth === 3 ? undefined : codeIn(cause, depth + 1);
}

/** The base URL of IAM, checked, without a slash at its end. */
export function readAuthUrl({
  authUrl,
  allowHttp,
}: Pick<KeystonePasswordOptions, "authUrl" | "allowHttp">): string {
  const url = urlOf(authUrl);
  if (url === undefined) needed("authUrl", authUrl);
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
      "authUrl must be https: the password would be readable in transit (allowHttp lifts this)",
    );
  }
  return url.origin + path;
}

type Domain = { id: string } | { name: string };

function domainOf(id: string | undefined, name: string | undefined): Domain | undefined {
  return id ? { id } : name ? { name } : undefined;
}

function userOf({ userId, username }: KeystonePasswordOptions, domain: Domain | undefined): object {
  return userId ? { id: userId } : { name: needed("username", username), domain };
}

function readProject(options: KeystonePasswordOptions, userDomain: Domain | undefined): object {
  const { project, projectId, projectDomain, projectDomainId } = options;
  if (projectId !== undefined) return { id: checkProjectId(needed("projectId", projectId)) };
  if (projectDomain === "") needed("projectDomain", projectDomain);
  const domain = domainOf(projectDomainId, projectDomain) ?? userDomain;
  if (domain === undefined) {
    throw new CsbsConfigError("project needs projectDomain or projectDomainId where the user has no domain");
  }
  return { name: needed("project", project), domain };
}

function needed(name: string, value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  throw new CsbsConfigError(`${name} is missing; keystonePassword() needs it as a string that is not empty`);
}

export function readTime(name: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value === "number" && value > 0) return value;
  throw new CsbsConfigError(`${name} must be a number of milliseconds above 0`);
}
