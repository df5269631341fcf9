import { accessKey, type CsbsAuth, keystonePassword, token } from "../index.ts";
import { UsageError } from "./exit.ts";
import { find, placesOf, type SettingName, type Source } from "./settings.ts";

/**
 * Chooses how to sign in: by what the strongest source with a secret has, a token before a key
 * before a password. What goes with the secret may come from any source, so that a password in the
 * environment joins a name in clouds.yaml.
 *
 * @throws UsageError when there is no secret, or something that goes with it is missing.
 */
export function credentials(sources: readonly Source[], projectId: string): CsbsAuth {
  for (const source of sources) {
    const given = source("token");
    if (given !== undefined) return token(given.value);
    if (source("secretKey") !== undefined) return byKey(sources, projectId);
    if (source("password") !== undefined) return byPassword(sources, projectId);
  }
  throw new UsageError(
    "no token: give --token or set OS_TOKEN, or OS_USERNAME with OS_PASSWORD, or OS_ACCESS_KEY with OS_SECRET_KEY, or name a cloud by --os-cloud (or try --mock, which needs no account)",
  );
}

function byKey(sources: readonly Source[], projectId: string): CsbsAuth {
  const securityToken = find(sources, "securityToken")?.value;
  return accessKey({
    accessKey: needed(sources, "accessKey", "an access key"),
    secretKey: needed(sources, "secretKey", "an access key"),
    projectId,
    ...(securityToken === undefined ? {} : { securityToken }),
  });
}

function byPassword(sources: readonly Source[], projectId: string): CsbsAuth {
  return keystonePassword({
    authUrl: needed(sources, "authUrl", "a password"),
    username: needed(sources, "username", "a password"),
    userDomain: needed(sources, "userDomain", "a password"),
    password: needed(sources, "password", "a password"),
    projectId,
  });
}

function needed(sources: readonly Source[], name: SettingName, way: string): string {
  const found = find(sources, name);
  if (found !== undefined) return found.value;
  throw new UsageError(`signing in by ${way} needs ${placesOf(name)}`);
}
