import { readAuthUrl } from "../auth/token-request.ts";
import { accessKey, type CsbsAuth, CsbsConfigError, keystonePassword, token } from "../index.ts";
import { find, findOne, placesOf, type SettingName, type Source } from "./settings.ts";

/** How to sign in: by what proves who asks. */
export type Method = "token" | "key" | "password";

/** Names of auth_type by which OpenStack's tools choose a method. */
const authTypes: { readonly [name: string]: Method } = {
  password: "password",
  v3password: "password",
  token: "token",
  v3token: "token",
  admin_token: "token",
  v3oidcaccesstoken: "token",
};

/**
 * Chooses how to sign in: by auth_type, or else by what the strongest source with a secret has, a token before a
 * key before a password. What goes with the secret may come from any source, so that a password in the
 * environment joins a name in clouds.yaml. Without a project, a password gets a token for IAM alone. A text
 * says what is missing.
 *
 * @throws CsbsConfigError when something cannot work.
 */
export function credentials(
  sources: readonly Source[],
  projectId: string | undefined,
  label: (name: string) => string,
  fetch?: typeof globalThis.fetch,
): CsbsAuth | string {
  const method = methodOf(sources);
  if (method === "token") return byToken(sources);
  if (method === "key") return byKey(sources, projectId);
  if (method === "password") return byPassword(sources, projectId, fetch);
  return `no token: give ${label("token")} or set OS_TOKEN, or OS_USERNAME with OS_PASSWORD, or OS_ACCESS_KEY with OS_SECRET_KEY, or name a cloud by ${label("cloud")}`;
}

/** @throws CsbsConfigError for a method that cannot work. */
export function methodOf(sources: readonly Source[]): Method | undefined {
  return chosenMethod(sources) ?? strongestMethod(sources);
}

/** @throws CsbsConfigError for a method that these clouds or this client do not have. */
function chosenMethod(sources: readonly Source[]): Method | undefined {
  const type = find(sources, "authType");
  if (type === undefined) {
    const application = find(sources, "applicationCredential");
    if (application === undefined || strongestMethod(sources) !== undefined) return undefined;
    throw new CsbsConfigError(noApplicationCredentials(application.place));
  }
  if (Object.hasOwn(authTypes, type.value)) {
    // Tools write "password" beside a key of these clouds too.
    const method = authTypes[type.value];
    return find(sources, method === "token" ? "token" : "password") === undefined ? undefined : method;
  }
  if (type.value.includes("applicationcredential")) {
    throw new CsbsConfigError(noApplicationCredentials(type.place));
  }
  throw new CsbsConfigError(
    `${type.place} is ${JSON.stringify(type.value)}; expected ${Object.keys(authTypes).slice(0, 4).join(", ")}, or leave it out`,
  );
}

function noApplicationCredentials(place: string): string {
  return `${place} asks for an application credential, which these clouds do not offer; use a password, a token, or an access key (OS_ACCESS_KEY with OS_SECRET_KEY)`;
}

function strongestMethod(sources: readonly Source[]): Method | undefined {
  const names = ["token", "secretKey", "password"] as const;
  const strongest = findOne(sources, names)?.name;
  return strongest === "secretKey" ? "key" : strongest;
}

function byToken(sources: readonly Source[]): CsbsAuth {
  return token(find(sources, "token")?.value);
}

function byKey(sources: readonly Source[], projectId: string | undefined): CsbsAuth | string {
  const names = ["accessKey", "secretKey"] as const;
  const securityToken = find(sources, "securityToken")?.value;
  return (
    lacking(sources, "an access key", names) ??
    accessKey({ ...pick(sources, names), projectId, securityToken })
  );
}

function byPassword(
  sources: readonly Source[],
  projectId: string | undefined,
  fetch: typeof globalThis.fetch | undefined,
): CsbsAuth | string {
  const user = findOne(sources, ["userId", "username"]);
  // An ID of a user needs no domain.
  const domain = user?.name === "userId" ? undefined : userDomain(sources);
  const needed: SettingName[] = ["authUrl"];
  if (user === undefined) needed.push("username");
  if (user?.name !== "userId" && domain === undefined) needed.push("userDomain");
  needed.push("password");
  const problem = lacking(sources, "a password", needed);
  if (problem !== undefined) return problem;
  return keystonePassword({
    authUrl: authUrlOf(sources),
    password: find(sources, "password")?.value,
    ...(user === undefined ? {} : { [user.name]: user.value }),
    ...domain,
    fetch,
    ...(projectId === undefined ? { unscoped: true } : { projectId }),
  });
}

/** The domain of the user, which is also that of OS_DOMAIN_NAME. */
function userDomain(
  sources: readonly Source[],
): { userDomain: string } | { userDomainId: string } | undefined {
  const found = findOne(sources, ["userDomainId", "userDomain"]) ?? findOne(sources, ["domainId", "domain"]);
  if (found === undefined) return undefined;
  return found.name === "userDomainId" || found.name === "domainId"
    ? { userDomainId: found.value }
    : { userDomain: found.value };
}

/**
 * The base URL of IAM; tools take it with and without its version.
 *
 * @throws CsbsConfigError that names the setting, not the option of the client.
 */
export function authUrlOf(sources: readonly Source[]): string | undefined {
  const found = find(sources, "authUrl");
  if (found === undefined) return undefined;
  const url = found.value.replace(/\/+$/, "");
  try {
    return readAuthUrl({ authUrl: /\/v\d[^/]*$/.test(url) ? url : `${url}/v3` });
  } catch (error) {
    throw new CsbsConfigError((error as Error).message.replace(/^authUrl\b/, found.place));
  }
}

function lacking(
  sources: readonly Source[],
  method: string,
  names: readonly SettingName[],
): string | undefined {
  const missing = names.filter((name) => find(sources, name) === undefined).map(placesOf);
  return missing.length === 0 ? undefined : `signing in by ${method} needs ${missing.join(", and ")}`;
}

function pick<Name extends SettingName>(
  sources: readonly Source[],
  names: readonly Name[],
): Record<Name, string | undefined> {
  const found = names.map((name) => [name, find(sources, name)?.value]);
  return Object.fromEntries(found) as Record<Name, string | undefined>;
}
