import { readEndpoint } from "../endpoint.ts";
import { CsbsConfigError } from "../errors.ts";
import type { Environment } from "./clouds.ts";
import {
  type GivenSettings,
  readLocation,
  readTls,
  sourcesOf,
  type TlsSettings,
  type Wording,
} from "./resolve.ts";

/**
 * The endpoint that is configured, for what forwards requests and has no project and no credentials itself.
 *
 * @throws CsbsConfigError if there is none, or it cannot be a base URL of the service.
 */
export async function resolveTarget(
  given: Pick<GivenSettings, "cloud" | "region" | "endpoint">,
  environment: Environment,
  { label }: Wording,
): Promise<{ endpoint: string; tls: TlsSettings }> {
  if (given.endpoint !== undefined && given.region !== undefined) {
    throw new CsbsConfigError(
      `${label("endpoint")} and ${label("region")} exclude each other; leave one out`,
    );
  }
  const sources = await sourcesOf(given, environment, label);
  const { endpoint } = readLocation(sources);
  if (endpoint === undefined) {
    throw new CsbsConfigError(
      `no endpoint: give ${label("endpoint")} or ${label("region")}, or set CSBS_ENDPOINT or OS_REGION_NAME`,
    );
  }
  return { endpoint: readEndpoint(endpoint, false), tls: readTls(sources) };
}
