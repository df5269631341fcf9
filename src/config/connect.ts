import { type CsbsClient, type CsbsClientSettings, CsbsConfigError, createCsbsClient } from "../index.ts";
import { isPlain } from "../transport/plain.ts";
import { type GivenSettings, resolveSettings, type TlsSettings } from "./resolve.ts";

/** Options of {@link connect}: those of createCsbsClient, but what they lack is looked for. */
export interface ConnectOptions extends Omit<CsbsClientSettings, "auth" | "projectId"> {
  /**
   * Entry of clouds.yaml that everything else comes from; no variable counts beside it. Without it, `OS_CLOUD` may name one, whose
   * entries then yield to variables.
   *
   * @example "otc"
   */
  cloud?: string | undefined;
  /** Base URL of the service, without `/v1`. Default: `CSBS_ENDPOINT`, or the region's. */
  endpoint?: string | undefined;
  /**
   * Region, instead of `endpoint`. Default: `OS_REGION_NAME`, or `region_name` of the cloud.
   *
   * @example "eu-de"
   */
  region?: string | undefined;
  /** ID of the project, 32 hex digits. Default: `OS_PROJECT_ID`, or `auth.project_id` of the cloud. */
  projectId?: string | undefined;
  /**
   * IAM token of the project. Default: `OS_TOKEN`; or the password or access key of the variables or
   * of the cloud, as the command does.
   */
  token?: string | undefined;
}

/**
 * Creates a client by what the command `csbs` uses too: the variables of OpenStack's tools, and
 * clouds.yaml with secure.yaml, in `.`, `~/.config/openstack` or `/etc/openstack`, or where
 * `OS_CLIENT_CONFIG_FILE` and `OS_CLIENT_SECURE_FILE` say. Options win over variables, and variables
 * over the cloud of `OS_CLOUD`; beside a cloud that is passed no variable counts. Makes a request only for a
 * project that is given by name, to IAM for its ID.
 *
 * `OS_INSECURE`, `OS_CACERT`, and `insecure`, `verify` and `cacert` of the cloud are refused unless `fetch` is passed, or
 * Node does the same by `NODE_TLS_REJECT_UNAUTHORIZED` or `NODE_EXTRA_CA_CERTS`. `fetch` sends the requests to IAM too.
 *
 * For programs with files and an environment: Node, Bun and Deno.
 *
 * @example const csbs = await connect(); // by the variables alone
 * @example const csbs = await connect({ cloud: "otc", timeout: 10_000 });
 * @throws CsbsConfigError that names everything that is missing, or what is wrong and where it was found.
 */
export async function connect(options: ConnectOptions = {}): Promise<CsbsClient> {
  if (!isPlain(options as unknown))
    throw new CsbsConfigError("the options of connect must be a plain object");
  const { cloud, endpoint, region, projectId, token, ...others } = options;
  const given = { cloud, endpoint, region, projectId, token } satisfies GivenSettings;
  // An empty value must not count as left out: then a token would go to another cloud.
  for (const [name, value] of Object.entries(given)) {
    if (value === "" || (value !== undefined && typeof value !== "string")) {
      throw new CsbsConfigError(
        `${name} must be a string that is not empty; give it a value or leave it out`,
      );
    }
  }
  const { fetch } = others;
  const found = await resolveSettings(
    given,
    process.env,
    { label: (name) => `the option ${name}`, fetch },
    (tls) => {
      if (fetch === undefined) refuseTls(tls, process.env);
    },
  );
  return createCsbsClient({ ...others, ...found.settings });
}

/** No option of the platform's fetch can apply these settings. */
function refuseTls({ insecure, cacert }: TlsSettings, environment: NodeJS.ProcessEnv): void {
  if (insecure !== undefined) {
    if (environment.NODE_TLS_REJECT_UNAUTHORIZED === "0") return;
    throw new CsbsConfigError(
      `${insecure.place} turns off the check of certificates, which connect() cannot do; remove it and set NODE_EXTRA_CA_CERTS to the file of the authority, or pass the option fetch`,
    );
  }
  if (cacert !== undefined && !environment.NODE_EXTRA_CA_CERTS) {
    throw new CsbsConfigError(
      `connect() cannot apply ${cacert.place}; start the program with NODE_EXTRA_CA_CERTS=${cacert.value}, or pass the option fetch`,
    );
  }
}
