import { isMapping, own } from "./cloud-keys.ts";
import type { Cloud, Environment } from "./clouds.ts";

interface Setting {
  variables: readonly string[];
  /** Keys under `auth` of a cloud; OpenStack's tools also take them beside it. */
  auth?: readonly string[];
  /** Keys of the cloud itself. */
  inCloud?: readonly string[];
  /** Whether nothing may show its value. */
  secret?: true;
}

/**
 * What can be configured, under the names that OpenStack's, Open Telekom Cloud's and Huawei Cloud's
 * own tools use: variables, and keys in clouds.yaml. The first that is set counts.
 */
export const settings = {
  endpoint: { variables: ["CSBS_ENDPOINT"], inCloud: ["csbs_endpoint_override"] },
  region: { variables: ["OS_REGION_NAME", "HW_REGION_NAME"], inCloud: ["region_name"] },
  projectId: {
    variables: ["OS_PROJECT_ID", "OS_TENANT_ID", "HW_PROJECT_ID", "HUAWEICLOUD_SDK_PROJECT_ID"],
    auth: ["project_id", "tenant_id"],
  },
  project: {
    variables: ["OS_PROJECT_NAME", "OS_TENANT_NAME", "HW_PROJECT_NAME"],
    auth: ["project_name", "tenant_name"],
  },
  projectDomainId: { variables: ["OS_PROJECT_DOMAIN_ID"], auth: ["project_domain_id"] },
  authType: { variables: ["OS_AUTH_TYPE"], inCloud: ["auth_type"] },
  token: { variables: ["OS_TOKEN", "OS_AUTH_TOKEN"], auth: ["token", "auth_token"], secret: true },
  authUrl: { variables: ["OS_AUTH_URL", "HW_AUTH_URL"], auth: ["auth_url"] },
  userId: { variables: ["OS_USER_ID", "HW_USER_ID"], auth: ["user_id"] },
  username: { variables: ["OS_USERNAME", "HW_USER_NAME"], auth: ["username", "user_name"] },
  password: { variables: ["OS_PASSWORD", "HW_USER_PASSWORD"], auth: ["password"], secret: true },
  userDomainId: { variables: ["OS_USER_DOMAIN_ID"], auth: ["user_domain_id"] },
  userDomain: { variables: ["OS_USER_DOMAIN_NAME"], auth: ["user_domain_name"] },
  domainId: {
    variables: ["OS_DOMAIN_ID", "HW_DOMAIN_ID", "HUAWEICLOUD_SDK_DOMAIN_ID", "OS_DEFAULT_DOMAIN_ID"],
    auth: ["domain_id", "default_domain_id"],
  },
  domain: {
    variables: ["OS_DOMAIN_NAME", "HW_DOMAIN_NAME", "OS_DEFAULT_DOMAIN_NAME"],
    auth: ["domain_name", "default_domain_name"],
  },
  accessKey: {
    variables: ["OS_ACCESS_KEY", "HW_ACCESS_KEY", "HUAWEICLOUD_SDK_AK"],
    auth: ["ak", "access_key"],
  },
  secretKey: {
    variables: ["OS_SECRET_KEY", "HW_SECRET_KEY", "HUAWEICLOUD_SDK_SK"],
    auth: ["sk", "secret_key"],
    secret: true,
  },
  securityToken: {
    variables: [
      ...["OS_SECURITY_TOKEN", "OS_SESSION_TOKEN", "HW_SECURITY_TOKEN", "HUAWEICLOUD_SDK_SECURITY_TOKEN"],
      "AWS_SESSION_TOKEN",
    ],
    auth: ["security_token", "session_token"],
    secret: true,
  },
  applicationCredential: {
    variables: ["OS_APPLICATION_CREDENTIAL_ID", "OS_APPLICATION_CREDENTIAL_NAME"],
    auth: ["application_credential_id", "application_credential_name"],
  },
  cacert: { variables: ["OS_CACERT"], inCloud: ["cacert"] },
  insecure: { variables: ["OS_INSECURE"], inCloud: ["insecure"] },
  verify: { variables: [], inCloud: ["verify"] },
} as const satisfies { [name: string]: Setting };

export type SettingName = keyof typeof settings;

export interface Found {
  value: string;
  /** Where it was found, for messages: `the variable OS_REGION_NAME`. */
  place: string;
  /** The same with the file and all keys, for `csbs config`. */
  source: string;
}

/** One place that settings come from. */
export type Source = (name: SettingName) => Found | undefined;

/** What was passed: `label` says what an option is called. */
export function fromOptions(
  options: { readonly [name: string]: unknown },
  label: (name: string) => string,
): Source {
  return (name) => found(options[name], label(name), label(name));
}

/** The environment. An empty variable counts as not set. */
export function fromVariables(environment: Environment): Source {
  const source: Source = (name) =>
    first(settings[name].variables, (key) =>
      key === "AWS_SESSION_TOKEN" && isForeign(environment, source)
        ? undefined
        : found(environment[key], `the variable ${key}`, key),
    );
  return source;
}

/** Tools of these clouds write AWS variables too; those of another key may belong to another vendor. */
function isForeign({ AWS_ACCESS_KEY_ID: id }: Environment, source: Source): boolean {
  return id !== undefined && id !== "" && id !== source("accessKey")?.value;
}

/** One entry of clouds.yaml. */
export function fromCloud({ name: cloud, layers }: Cloud, region: string | undefined): Source {
  const source: Source = (name) =>
    first(layers, ({ entry, file, above }) =>
      first(pathsOf(name), (path) =>
        found(at(entry, path), `${path} of the cloud ${cloud}`, `${file}: ${above}.${path}`),
      ),
    );
  return (name) => {
    const result = source(name);
    const setting: Setting = settings[name];
    if (result === undefined || setting.secret === true) return result;
    const value = region ?? source("region")?.value;
    // OpenStack's tools fill in more, but profiles use this alone.
    return value === undefined
      ? result
      : { ...result, value: result.value.replaceAll("{region_name}", value) };
  };
}

/** The strongest source that has it. */
export function find(sources: readonly Source[], name: SettingName): Found | undefined {
  return first(sources, (source) => source(name));
}

/** The first of several settings that can stand for one another, in the strongest source that has one of them. */
export function findOne<Name extends SettingName>(
  sources: readonly Source[],
  names: readonly Name[],
): (Found & { name: Name }) | undefined {
  return first(sources, (source) =>
    first(names, (name) => {
      const result = source(name);
      return result && { ...result, name };
    }),
  );
}

/** What to say of a setting that is missing: where it could be. */
export function placesOf(name: SettingName): string {
  return `${settings[name].variables[0]}, or ${pathsOf(name)[0]} in clouds.yaml`;
}

function pathsOf(name: SettingName): string[] {
  const { auth = [], inCloud = [] }: Setting = settings[name];
  return [...auth.map((key) => `auth.${key}`), ...auth, ...inCloud];
}

function found(value: unknown, place: string, source: string): Found | undefined {
  return typeof value === "string" && value !== "" ? { value, place, source } : undefined;
}

function first<Key, Result>(
  keys: readonly Key[],
  find: (key: Key) => Result | undefined,
): Result | undefined {
  for (const key of keys) {
    const result = find(key);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Keys may be written with hyphens. */
function at(entry: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => {
    if (!isMapping(node)) return undefined;
    return own(node, key) ?? own(node, key.replaceAll("_", "-"));
  }, entry);
}
