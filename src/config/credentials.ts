import { accessKey, type CsbsAuth, keystonePassword, token } from "../index.ts";
import { find, placesOf, type SettingName, type Source } from "./settings.ts";

/**
 * Chooses how to sign in: by what the strongest source with a secret has, a token before a key
 * before a password. What goes with the secret may come from any source, so that a password in the
 * environment joins a name in clouds.yaml. Without a project, a password gets a token for IAM alone. A text
 * says what is missing.
 *
 * @throws CsbsConfigError when something cannot work.
 */
export function credentials(
  sources: readonly Source[],
  projectId: string | undefined,
  label: (name: string) => string,
): CsbsAuth | string {
  for (const source of sources) {
    const given = source("token");
    if (given !== undefined) return token(given.value);
    if (source("secretKey") !== undefined) return byKey(sources, projectId);
    if (source("password") !== undefined) return byPassword(sources, projectId);
  }
  return `no token: give ${label("token")} or set OS_TOKEN, or OS_USERNAME with OS_PASSWORD, or OS_ACCESS_KEY with OS_SECRET_KEY, or name a cloud by ${label("cloud")}`;
}

function byKey(sources: readonly Source[], projectId: string | undefined): CsbsAuth | string {
  const names = ["accessKey", "secretKey"] as const;
  const securityToken = find(sources, "securityToken")?.value;
  return (
    lacking(sources, "an access key", names) ??
    accessKey({ ...pick(sources, names), projectId, securityToken })
  );
}

function byPassword(sources: readonly Source[], projectId: string | undefined): CsbsAuth | string {
  const names = ["authUrl", "username", "userDomain", "password"] as const;
  return (
    lacking(sources, "a password", names) ??
    keystonePassword({
      ...pick(sources, names),
      ...(projectId === undefined ? { unscoped: true } : { projectId }),
    })
  );
}

function lacking(sources: readonly Source[], way: string, names: readonly SettingName[]): string | undefined {
  const missing = names.filter((name) => find(sources, name) === undefined).map(placesOf);
  return missing.length === 0 ? undefined : `signing in by ${way} needs ${missing.join(", and ")}`;
}

function pick<Name extends SettingName>(
  sources: readonly Source[],
  names: readonly Name[],
): Record<Name, string | undefined> {
  const found = names.map((name) => [name, find(sources, name)?.value]);
  return Object.fromEntries(found) as Record<Name, string | undefined>;
}
