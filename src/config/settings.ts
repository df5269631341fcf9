import type { Cloud } from "./clouds.ts";

/**
 * What can be configured, under the names that OpenStack's, Open Telekom Cloud's and Huawei Cloud's
 * own tools use: variables, and places in clouds.yaml. The first that is set counts.
 */
const settings = {
  endpoint: { variables: ["CSBS_ENDPOINT"], inCloud: ["csbs_endpoint_override"] },
  region: { variables: ["OS_REGION_NAME", "HW_REGION_NAME"], inCloud: ["region_name"] },
  projectId: {
    variables: ["OS_PROJECT_ID", "OS_TENANT_ID", "HW_PROJECT_ID"],
    inCloud: ["auth.project_id", "auth.tenant_id"],
  },
  project: {
    variables: ["OS_PROJECT_NAME", "OS_TENANT_NAME"],
    inCloud: ["auth.project_name", "auth.tenant_name"],
  },
  token: { variables: ["OS_TOKEN", "OS_AUTH_TOKEN"], inCloud: ["auth.token"] },
  authUrl: { variables: ["OS_AUTH_URL"], inCloud: ["auth.auth_url"] },
  username: { variables: ["OS_USERNAME"], inCloud: ["auth.username"] },
  password: { variables: ["OS_PASSWORD"], inCloud: ["auth.password"] },
  userDomain: {
    variables: ["OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"],
    inCloud: ["auth.user_domain_name", "auth.domain_name"],
  },
  accessKey: {
    variables: ["OS_ACCESS_KEY", "HW_ACCESS_KEY"],
    inCloud: ["auth.ak", "ak", "auth.access_key"],
  },
  secretKey: {
    variables: ["OS_SECRET_KEY", "HW_SECRET_KEY"],
    inCloud: ["auth.sk", "sk", "auth.secret_key"],
  },
  securityToken: {
    variables: ["OS_SECURITY_TOKEN", "HW_SECURITY_TOKEN"],
    inCloud: ["auth.security_token", "security_token"],
  },
} as const satisfies { [name: string]: { variables: string[]; inCloud: string[] } };

export type SettingName = keyof typeof settings;

export interface Found {
  value: string;
  /** Where it was found, to say so when it is wrong. */
  place: string;
}

/** One place that settings come from. */
export type Source = (name: SettingName) => Found | undefined;

/** What was passed: `label` says what an option is called. */
export function fromOptions(
  options: { readonly [name: string]: unknown },
  label: (name: string) => string,
): Source {
  return (name) => found(options[name], label(name));
}

/** The environment. An empty variable counts as not set. */
export function fromVariables(environment: { readonly [name: string]: string | undefined }): Source {
  return (name) => first(settings[name].variables, (key) => found(environment[key], `the variable ${key}`));
}

/** One entry of clouds.yaml. */
export function fromCloud({ name: cloud, entry }: Cloud): Source {
  return (name) =>
    first(settings[name].inCloud, (path) => found(at(entry, path), `${path} of the cloud ${cloud}`));
}

/** The strongest source that has it. */
export function find(sources: readonly Source[], name: SettingName): Found | undefined {
  return first(sources, (source) => source(name));
}

/** What to say of a setting that is missing: where it could be. */
export function placesOf(name: SettingName): string {
  return `${settings[name].variables[0]}, or ${settings[name].inCloud[0]} in clouds.yaml`;
}

function found(value: unknown, place: string): Found | undefined {
  return typeof value === "string" && value !== "" ? { value, place } : undefined;
}

function first<Key>(keys: readonly Key[], lookUp: (key: Key) => Found | undefined): Found | undefined {
  for (const key of keys) {
    const result = lookUp(key);
    if (result !== undefined) return result;
  }
  return undefined;
}

function at(entry: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) =>
        typeof node === "object" && node !== null ? (node as { [key: string]: unknown })[key] : undefined,
      entry,
    );
}
