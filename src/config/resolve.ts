import { endpointOf } from "../endpoint.ts";
import { CsbsConfigError } from "../errors.ts";
import type { CsbsAuth } from "../index.ts";
import { checkProjectId } from "../project-id.ts";
import type { Environment } from "./clouds.ts";
import { credentials } from "./credentials.ts";
import { type Found, find, fromCloud, fromOptions, fromVariables, type Source } from "./settings.ts";

/** What the caller has passed itself; it wins over everything else. */
export interface GivenSettings {
  cloud?: string | undefined;
  region?: string | undefined;
  endpoint?: string | undefined;
  projectId?: string | undefined;
  token?: string | undefined;
}

/** How messages name the options of the caller, and what they end with. */
export interface Wording {
  label: (name: string) => string;
  hint?: string;
}

/** What a client needs. */
export interface Settings {
  endpoint: string;
  projectId: string;
  auth: CsbsAuth;
}

/**
 * Finds endpoint, project and credentials: in what was passed, in the variables, in clouds.yaml. A
 * region stands for an endpoint, and is undefined where an endpoint was found. clouds.yaml is read where a cloud is named only.
 *
 * @throws CsbsConfigError that names everything that is missing, or the first that is wrong.
 */
export async function resolveSettings(
  given: GivenSettings,
  environment: Environment,
  { label, hint = "" }: Wording,
): Promise<{ settings: Settings; region: string | undefined }> {
  if (given.endpoint !== undefined && given.region !== undefined) {
    throw new CsbsConfigError(
      `${label("endpoint")} and ${label("region")} exclude each other; leave one out`,
    );
  }
  const sources = await sourcesOf(given, environment, label);
  const { endpoint, region } = readLocation(sources);
  const projectId = readProjectId(sources);
  const missing: string[] = [];
  if (endpoint === undefined) {
    missing.push(
      `no endpoint: give ${label("endpoint")} or set CSBS_ENDPOINT, or name a region by ${label("region")} or OS_REGION_NAME; a cloud of clouds.yaml may have region_name or csbs_endpoint_override`,
    );
  }
  if (projectId === undefined) {
    const name = find(sources, "project");
    const isName =
      name === undefined
        ? ""
        : ` (${wordsOf(name)}, but that is a name, and every request needs the ID; the console shows it)`;
    missing.push(`no project ID: give ${label("projectId")} or set OS_PROJECT_ID${isName}`);
  }
  const auth = credentials(sources, projectId, label);
  if (typeof auth === "string") missing.push(auth);
  else if (endpoint !== undefined && projectId !== undefined) {
    return { settings: { endpoint, projectId, auth }, region };
  }
  const ignored = given.cloud === undefined ? "" : ` (variables do not count with ${label("cloud")})`;
  throw new CsbsConfigError(`${missing.join(". ")}${ignored}${hint}`);
}

/**
 * The strongest first. Beside a cloud that was passed no variable counts: endpoint, IAM and
 * credential must be of one cloud, so that no secret is sent to another.
 */
export async function sourcesOf(
  given: GivenSettings,
  environment: Environment,
  label: (name: string) => string,
): Promise<Source[]> {
  const passed = fromOptions({ ...given }, label);
  const variables = fromVariables(environment);
  const name = given.cloud ?? environment.OS_CLOUD;
  if (name === undefined || name === "") return [passed, variables];
  // Loaded only here: the reader of YAML is large.
  const { loadCloud } = await import("./clouds.ts");
  const cloud = fromCloud(loadCloud(name, environment));
  return given.cloud === undefined ? [passed, variables, cloud] : [passed, cloud];
}

/** A region that was passed wins over an endpoint that a variable has. */
function readLocation(sources: readonly Source[]): { endpoint?: string; region?: string } {
  for (const source of sources) {
    const endpoint = source("endpoint");
    if (endpoint !== undefined) return { endpoint: endpoint.value };
    const region = source("region");
    if (region !== undefined) return { endpoint: checked(region, endpointOf), region: region.value };
  }
  return {};
}

function readProjectId(sources: readonly Source[]): string | undefined {
  const found = find(sources, "projectId");
  return found === undefined ? undefined : checked(found, checkProjectId);
}

/** What a check finds, with the place where the value was. */
function checked(found: Found, check: (value: string) => string): string {
  try {
    return check(found.value);
  } catch (error) {
    throw new CsbsConfigError(`${wordsOf(found)}: ${(error as Error).message}`);
  }
}

function wordsOf({ place, value }: Found): string {
  return `${place} is ${JSON.stringify(value)}`;
}
