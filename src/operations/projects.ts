import { readAuthUrl } from "../auth/token-request.ts";
import { type CsbsClientSettings, readConfig } from "../options.ts";
import { now } from "../transport/deadline.ts";
import { apiError, responseError } from "../transport/failures.ts";
import { isObject, parseJson } from "../transport/json.ts";
import { LightRequest } from "../transport/light-request.ts";
import { parseSuccess } from "../transport/response.ts";
import { RetryBudget } from "../transport/retry.ts";
import { send } from "../transport/send.ts";

/** A project as IAM lists it. */
export interface Project {
  /** ID, which requests to the service need. */
  id: string;
  /** Name; the clouds name a project after its region: `eu-de`, or `eu-de_shop`. */
  name: string;
  /** ID of the domain that the project belongs to. */
  domainId: string | undefined;
  /** Whether the project can be used. */
  enabled: boolean;
}

/** Options of {@link listProjects}: who asks which IAM; all else as for createCsbsClient. */
export interface ListProjectsOptions
  extends Pick<
    CsbsClientSettings,
    "auth" | "fetch" | "hooks" | "allowHttp" | "timeout" | "deadline" | "retries"
  > {
  /** Base URL of IAM with its version: `https://iam.eu-de.otc.t-systems.com/v3`. */
  authUrl: string | undefined;
  /** Ends the call when it aborts. */
  signal?: AbortSignal | undefined;
}

const operation = "listProjects";

/**
 * Lists the projects that the caller may use, by one request to IAM (`GET /v3/auth/projects`). Any token
 * of the user will do, and so does an access key; with a password pass `keystonePassword({ …, unscoped: true })`.
 *
 * @example const projects = await listProjects({ authUrl, auth: accessKey({ … }) });
 * @throws what methods of the client throw, with listProjects as `operation`.
 */
export async function listProjects({ authUrl, signal, ...options }: ListProjectsOptions): Promise<Project[]> {
  const base = readAuthUrl({ authUrl, allowHttp: options.allowHttp });
  const config = readConfig({ ...options, endpoint: new URL(base).origin });
  const request = new LightRequest(`${base}/auth/projects`, {
    method: "GET",
    headers: new Headers({ accept: "application/json" }),
    body: undefined,
  });
  const context = { ...config, operation, signal, safe: true, budget: new RetryBudget() };
  const { response, text } = await send(request, { ...context, end: now() + config.deadline });
  if (!response.ok) throw apiError(response, parseJson(text), operation);
  const body = parseSuccess(response, text, { operation, json: true }) as { projects?: unknown };
  const projects = Array.isArray(body.projects) ? body.projects.map(readProject) : [undefined];
  if (projects.every((project) => project !== undefined)) return projects;
  throw responseError(response, "a body without a list of projects", { operation, body });
}

/** Undefined for what is not a project. */
function readProject(value: unknown): Project | undefined {
  if (!isObject<{ id: unknown; name: unknown; domain_id: unknown; enabled: unknown }>(value))
    return undefined;
  const { id, name, domain_id: domainId, enabled } = value;
  if (typeof id !== "string" || typeof name !== "string") return undefined;
  return {
    id,
    name,
    domainId: typeof domainId === "string" ? domainId : undefined,
    enabled: enabled !== false,
  };
}
