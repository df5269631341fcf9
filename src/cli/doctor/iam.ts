import type { Method } from "../../config/credentials.ts";
import { type NamedProject, pickProject } from "../../config/resolve.ts";
import {
  CsbsApiError,
  type CsbsAuth,
  type CsbsClientSettings,
  createCsbsClient,
  listProjects,
  type Project,
} from "../../index.ts";
import { type Finding, failureOf, plural } from "./checkup.ts";

/** How IAM is asked. */
export interface Iam {
  authUrl: string;
  method: Method;
  /** Credentials that need no project. */
  auth: CsbsAuth;
  settings: Pick<CsbsClientSettings, "hooks" | "fetch" | "timeout">;
  signal: AbortSignal | undefined;
}

/** For requests without a credential. */
const unsigned: CsbsAuth = (request) => request;

/** Asks IAM for something that is not in the description of the service. Resolves for each status. */
async function ask(
  { authUrl, settings, signal }: Iam,
  auth: CsbsAuth,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; body: unknown }> {
  const { http } = createCsbsClient({ ...settings, endpoint: authUrl, auth });
  const get = http.GET as (path: string, init: object) => Promise<{ response: Response; data?: unknown }>;
  const { response, data } = await get(path, { headers, signal });
  return { response, body: data };
}

/** Without a credential. */
export async function checkVersion(iam: Iam): Promise<Finding> {
  const { response, body } = await ask(iam, unsigned, "");
  const { version } = (body ?? {}) as { version?: { id?: unknown; status?: unknown } };
  if (typeof version?.id === "string") return { detail: `${version.id} at ${iam.authUrl}` };
  const detail = `${iam.authUrl} responded ${response.status} without a version`;
  return { result: "warning", detail, remedy: "Check the address of IAM, OS_AUTH_URL." };
}

const ways: { readonly [Name in Method]: { name: string; remedy: string } } = {
  password: {
    name: "a password",
    remedy:
      "Check the name, the password and the domain of the user. Do not try often: IAM locks users after some wrong attempts.",
  },
  token: { name: "a token", remedy: "Get a new token. Tokens expire, after 24 hours at the latest." },
  key: {
    name: "an access key",
    remedy: "Check the access key, its secret key and the clock of this machine.",
  },
};

/** Signs in for the list of projects, which every user may see. */
export async function checkSignIn(iam: Iam): Promise<Finding<Project[]>> {
  const { name, remedy } = ways[iam.method];
  const { authUrl, auth, settings, signal } = iam;
  try {
    const projects = await listProjects({ ...settings, authUrl, auth, signal });
    return { detail: `by ${name}; IAM lists ${plural(projects.length, "project")}`, value: projects };
  } catch (error) {
    if (!(error instanceof CsbsApiError)) throw error;
    const failure = failureOf(error);
    if (error.status === 401) return { ...failure, remedy };
    if (error.status === 404) return { ...failure, remedy: "Check OS_AUTH_URL. Version 3 of IAM is needed." };
    if (error.status !== 403) throw error;
    return { ...failure, result: "warning", remedy: "The user may not list projects; they are not checked." };
  }
}

/** `projects` is undefined where IAM does not list them. */
export function checkProject(
  project: string | NamedProject,
  projects: readonly Project[] | undefined,
): Finding<Project> {
  if (typeof project === "string") {
    if (projects === undefined) return { result: "skipped", detail: "IAM does not list projects" };
    const found = projects.find(({ id }) => id === project);
    return found === undefined ? missingProject(project, projects) : describeProject(found);
  }
  return describeProject(pickProject(project, projects ?? []));
}

const mostShown = 10;

function missingProject(id: string, projects: readonly Project[]): Finding<Project> {
  const known = projects.slice(0, mostShown).map((project) => `${project.name} (${project.id})`);
  return {
    result: "failed",
    detail: `the user has no project ${id}`,
    remedy: known.length === 0 ? "IAM shows no project." : `IAM shows ${known.join(", ")}.`,
  };
}

function describeProject(project: Project): Finding<Project> {
  const detail = `${project.name}, ${project.id}`;
  if (project.enabled) return { detail, value: project };
  return {
    result: "failed",
    detail: `${detail}, is disabled`,
    remedy: "Ask the administrator of the account.",
  };
}

/** What IAM says of a token. */
export interface TokenInfo {
  expires_at?: unknown;
  project?: { id?: unknown; name?: unknown; domain?: Domain };
  user?: { domain?: Domain };
}

interface Domain {
  id?: unknown;
  name?: unknown;
}

const minute = 60_000;

/** Asks IAM about the token that requests to the service carry. */
export async function checkToken(
  iam: Iam,
  { auth, token, projectId }: { auth: CsbsAuth; token: string; projectId: string },
): Promise<Finding<TokenInfo>> {
  const { response, body } = await ask(iam, auth, "/auth/tokens", { "X-Subject-Token": token });
  const value = (body as { token?: TokenInfo } | undefined)?.token;
  const expires = Date.parse(String(value?.expires_at));
  if (value === undefined || Number.isNaN(expires)) {
    return { result: "warning", detail: `IAM responded ${response.status} and does not say when it expires` };
  }
  if (value.project?.id !== projectId) {
    const other =
      value.project === undefined ? "no project" : `the project ${value.project.name} (${value.project.id})`;
    return {
      result: "failed",
      detail: `the token is of ${other}, not of ${projectId}`,
      remedy: "Get a token of the project, or set OS_PROJECT_ID to the project of the token.",
    };
  }
  const left = Math.floor((expires - Date.now()) / minute);
  const detail = `expires in ${Math.floor(left / 60)} h ${left % 60} min`;
  if (left < 0)
    return { result: "failed", detail: `expired ${-left} min ago`, remedy: ways.token.remedy, value };
  if (iam.method === "password") return { detail: `${detail}; is renewed before`, value };
  if (left >= 10) return { detail, value };
  return { result: "warning", detail, remedy: ways.token.remedy, value };
}

/** The domains of user and project; `expected` is the configured ID of the domain of the project. */
export function checkDomain(
  project: Project | undefined,
  info: TokenInfo | undefined,
  expected: { value: string; place: string } | undefined,
): Finding {
  const ofProject = info?.project?.domain ?? { id: project?.domainId };
  const known = { user: info?.user?.domain, project: ofProject };
  const detail = Object.entries(known)
    .flatMap(([name, domain]) =>
      typeof domain?.id === "string" ? `${name} in ${domain.name ?? domain.id}` : [],
    )
    .join(", ");
  if (detail === "") return { result: "skipped", detail: "IAM does not show the domain" };
  if (expected === undefined || expected.value === ofProject.id) return { detail };
  return {
    result: "failed",
    detail: `${detail}; ${expected.place} is another domain`,
    remedy: `Correct ${expected.place}, or leave it out.`,
  };
}
