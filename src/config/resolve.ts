import { endpointOf } from "../endpoint.ts";
import { CsbsConfigError } from "../errors.ts";
import { type CsbsAuth, listProjects, type Project } from "../index.ts";
import { checkProjectId } from "../project-id.ts";
import { adviceFor } from "../similar.ts";
import type { Environment } from "./clouds.ts";
import { authUrlOf, credentials } from "./credentials.ts";
import { type Found, find, findOne, fromCloud, fromOptions, fromVariables, type Source } from "./settings.ts";

/** What the caller has passed itself; it wins over everything else. */
export interface GivenSettings {
  cloud?: string | undefined;
  region?: string | undefined;
  endpoint?: string | undefined;
  projectId?: string | undefined;
  token?: string | undefined;
}

/** How messages name the options of the caller, what they end with, and what sends requests to IAM. */
export interface Wording {
  label: (name: string) => string;
  hint?: string;
  fetch?: typeof globalThis.fetch | undefined;
}

/** What a client needs. */
export interface Settings {
  endpoint: string;
  projectId: string;
  auth: CsbsAuth;
}

/** What is configured of certificates, with the places where it was found. */
export interface TlsSettings {
  /** Set where certificates are not to be checked. */
  insecure: Found | undefined;
  /** A file of certificates of authorities. */
  cacert: Found | undefined;
}

/** Settings as they were found, without a request: a project may be known by name only. */
export interface Plan {
  endpoint: string;
  region: string | undefined;
  tls: TlsSettings;
  /** The project's ID, or what finds it. */
  project: string | NamedProject;
  /** What signs requests for a project. */
  authFor: (projectId: string) => CsbsAuth;
}

/**
 * Finds endpoint, project and credentials: in what was passed, in the variables, in clouds.yaml. A
 * region stands for an endpoint, and is undefined where an endpoint was found. clouds.yaml is read where a cloud is
 * named only. `prepare` is called before a request to IAM is made, for a project that is given by name.
 *
 * @throws CsbsConfigError that names everything that is missing, or the first that is wrong.
 */
export async function resolveSettings(
  given: GivenSettings,
  environment: Environment,
  wording: Wording,
  prepare: (tls: TlsSettings) => void | Promise<void> = () => {},
): Promise<{ settings: Settings; region: string | undefined }> {
  const sources = await sourcesOf(given, environment, wording.label);
  const { endpoint, region, tls, project, authFor } = planSettings(sources, given, wording);
  await prepare(tls);
  const projectId = typeof project === "string" ? project : await findProject(project, wording.fetch);
  return { settings: { endpoint, projectId, auth: authFor(projectId) }, region };
}

/** The same without a request. */
export function planSettings(
  sources: readonly Source[],
  given: GivenSettings,
  { label, hint = "", fetch }: Wording,
): Plan {
  if (given.endpoint !== undefined && given.region !== undefined) {
    throw new CsbsConfigError(
      `${label("endpoint")} and ${label("region")} exclude each other; leave one out`,
    );
  }
  const { endpoint, region } = readLocation(sources);
  const project = readProjectId(sources) ?? readProjectName(sources, label, fetch);
  const missing: string[] = [];
  if (endpoint === undefined) {
    missing.push(
      `no endpoint: give ${label("endpoint")} or set CSBS_ENDPOINT, or name a region by ${label("region")} or OS_REGION_NAME; a cloud of clouds.yaml may have region_name or csbs_endpoint_override`,
    );
  }
  if (project === undefined) {
    const name = find(sources, "project");
    const isName =
      name === undefined ? "" : ` (${wordsOf(name)}; IAM tells the ID, with OS_AUTH_URL and credentials)`;
    missing.push(
      `no project ID: give ${label("projectId")} or set OS_PROJECT_ID, or OS_PROJECT_NAME with OS_AUTH_URL${isName}`,
    );
  }
  const authFor = (projectId: string | undefined) => credentials(sources, projectId, label, fetch);
  const auth = authFor(typeof project === "string" ? project : undefined);
  if (typeof auth === "string") missing.push(auth);
  else if (endpoint !== undefined && project !== undefined) {
    // What is missing does not depend on the project.
    return { endpoint, region, tls: readTls(sources), project, authFor: (id) => authFor(id) as CsbsAuth };
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
  const region = given.region ?? (given.cloud === undefined ? variables("region")?.value : undefined);
  const cloud = fromCloud(loadCloud(name, environment, region), region);
  return given.cloud === undefined ? [passed, variables, cloud] : [passed, cloud];
}

/** A region that was passed wins over an endpoint that a variable has. */
export function readLocation(sources: readonly Source[]): { endpoint?: string; region?: string } {
  for (const source of sources) {
    const endpoint = source("endpoint");
    if (endpoint !== undefined) return { endpoint: endpoint.value };
    const region = source("region");
    if (region !== undefined) return { endpoint: checked(region, endpointOf), region: region.value };
  }
  return {};
}

/** A project that is given by name, and how to ask IAM for its ID. */
export interface NamedProject {
  name: Found;
  /** ID of the domain that it belongs to, where that is known. */
  domainId: string | undefined;
  authUrl: string;
  auth: CsbsAuth;
}

/** Undefined where there is no name, no address of IAM or nothing to sign in with. */
function readProjectName(
  sources: readonly Source[],
  label: (name: string) => string,
  fetch: typeof globalThis.fetch | undefined,
): NamedProject | undefined {
  const name = find(sources, "project");
  const authUrl = authUrlOf(sources);
  const auth = credentials(sources, undefined, label, fetch);
  if (name === undefined || authUrl === undefined || typeof auth === "string") return undefined;
  return { name, domainId: find(sources, "projectDomainId")?.value, authUrl, auth };
}

/**
 * IAM lists the projects of the caller.
 *
 * @throws CsbsConfigError when the caller has no such project.
 */
async function findProject(
  { authUrl, auth, ...named }: NamedProject,
  fetch: typeof globalThis.fetch | undefined,
): Promise<string> {
  return pickProject(named, await listProjects({ authUrl, auth, fetch })).id;
}

/**
 * The project that was named, among those of the caller.
 *
 * @throws CsbsConfigError when there is none, or more than one.
 */
export function pickProject(
  { name, domainId }: Pick<NamedProject, "name" | "domainId">,
  projects: readonly Project[],
): Project {
  const found = projects.filter((project) => project.name === name.value);
  const [project, ...others] =
    domainId === undefined || found.length === 1
      ? found
      : found.filter((candidate) => candidate.domainId === domainId);
  if (project === undefined) {
    const known = projects.map((one) => one.name);
    throw new CsbsConfigError(
      `${wordsOf(name)}, but the user has no such project; ${known.length === 0 ? "IAM shows none" : adviceFor(name.value, known)}`,
    );
  }
  if (others.length > 0) {
    throw new CsbsConfigError(`${wordsOf(name)}, which several projects have; set OS_PROJECT_ID`);
  }
  return project;
}

export function readTls(sources: readonly Source[]): TlsSettings {
  const insecure = findOne(sources, ["insecure", "verify"]);
  const expected = insecure?.name === "verify" ? /^(0|false|no|off)$/i : /^(1|true|yes|on)$/i;
  return {
    insecure: expected.test(insecure?.value ?? "") ? insecure : undefined,
    cacert: find(sources, "cacert"),
  };
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
