import type { IncomingHttpHeaders } from "node:http";
import { domainBody, listBody, projectBody, tokenBody, versionBody } from "./bodies.ts";
import { callerOf, header, holderOf } from "./caller.ts";
import { type CatalogEntry, catalogOf, registryOf } from "./catalog.ts";
import type { Directory, Domain, Project, User } from "./directory.ts";
import { IamRefusal, type IamResponse, jsonResponse, malformed, unauthorized } from "./responses.ts";
import { readSignIn, type Scope } from "./sign-in.ts";
import { temporaryKeys } from "./temporary-keys.ts";
import { type Grant, lifetime, type Tokens } from "./tokens.ts";

/** What the handlers share. */
export interface Services {
  readonly tokens: Tokens;
  readonly directory: Directory;
  /** Region codes; the first is the default. */
  readonly regions: readonly string[];
}

interface Call extends Services {
  /** Where the client has found the mock, without a path. */
  readonly base: string;
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** @throws IamRefusal with 400 for a body that is not JSON. */
  body(): unknown;
}

interface Handler {
  readonly method: string;
  readonly pattern: readonly string[];
  respond(call: Call): IamResponse;
}

const subjectToken = "X-Subject-Token";

export const handlers: readonly Handler[] = [
  ...reads("/", ({ base }) => jsonResponse(300, { versions: { values: [versionBody(base)] } })),
  ...reads("/v3", ({ base }) => jsonResponse(200, { version: versionBody(base) })),
  handler("POST", "/v3/auth/tokens", signIn),
  ...reads("/v3/auth/tokens", validateToken),
  handler("DELETE", "/v3/auth/tokens", revokeToken),
  ...reads("/v3/auth/catalog", showCatalog),
  ...reads("/v3/auth/projects", listProjects),
  ...reads("/v3/auth/domains", listDomains),
  ...reads("/v3/services", (call) => registryList(call, "services")),
  ...reads("/v3/endpoints", (call) => registryList(call, "endpoints")),
  ...reads("/v3/projects", listProjects),
  ...reads("/v3/projects/*", showProject),
  ...reads("/v3/users/*/projects", listProjectsOfUser),
  handler("POST", "/v3.0/OS-CREDENTIAL/securitytokens", (call) => {
    callerOf(call.headers, call.tokens, call.directory);
    return jsonResponse(201, temporaryKeys(call.body()));
  }),
];

function signIn(call: Call): IamResponse {
  const { tokens, directory } = call;
  const { methods, scope, ...credentials } = readSignIn(call.body());
  const held = credentials.token === undefined ? undefined : holderOf(credentials.token, tokens, directory);
  const user = credentials.user === undefined ? held?.user : directory.authenticate(credentials.user);
  if (user === undefined) throw unauthorized();
  // Both methods must prove the same user. A token of unknown origin proves nobody.
  if (held?.grant !== undefined && held.user.id !== user.id) throw unauthorized();
  const issued = Date.now();
  const grant: Grant = {
    user,
    methods: [...new Set([...(held?.grant?.methods ?? []), ...methods])],
    issued,
    // A token that was bought with another does not outlive it.
    expires: held?.grant?.expires ?? issued + lifetime,
    ...scoped(directory, user, scope),
  };
  return jsonResponse(201, tokenBody(grant, catalogFor(call, grant.project)), {
    [subjectToken]: tokens.issue(grant),
  });
}

function scoped(directory: Directory, user: User, scope: Scope): { project?: Project; domain?: Domain } {
  if (scope.kind === "none") return {};
  if (scope.kind === "project") {
    const project = directory.projectOf(user, scope.project);
    if (project === undefined) throw unauthorized();
    return { project };
  }
  const domain = directory.domainOf(user, scope.domain);
  if (domain === undefined) throw unauthorized();
  return { domain };
}

function validateToken(call: Call): IamResponse {
  const { token, grant } = subjectOf(call);
  return jsonResponse(200, tokenBody(grant, catalogFor(call, grant.project)), { [subjectToken]: token });
}

function revokeToken(call: Call): IamResponse {
  call.tokens.revoke(subjectOf(call).token);
  return { status: 204, headers: {}, body: Buffer.alloc(0) };
}

/** The token that a request is about, beside the one that it is sent with. */
function subjectOf({ headers, tokens, directory }: Call): { token: string; grant: Grant } {
  callerOf(headers, tokens, directory);
  const token = header(headers, subjectToken);
  if (token === undefined) throw malformed(`Expecting to find ${subjectToken} in the request headers.`);
  const grant = tokens.grantOf(token);
  if (grant === undefined) throw new IamRefusal(404, "Could not find token.");
  return { token, grant };
}

/** A signed request names its project in a header. */
function showCatalog(call: Call): IamResponse {
  const { user, grant } = callerOf(call.headers, call.tokens, call.directory);
  const id = header(call.headers, "X-Project-Id");
  const project = grant?.project ?? (id === undefined ? undefined : call.directory.projectOf(user, { id }));
  const catalog = catalogOf(call.base, project, call.regions);
  return jsonResponse(200, { catalog, links: { self: `${call.base}${call.path}` } });
}

function registryList(call: Call, name: "services" | "endpoints"): IamResponse {
  const { base, path, regions } = call;
  callerOf(call.headers, call.tokens, call.directory);
  return jsonResponse(200, listBody(name, registryOf(base, regions)[name], base + path));
}

function listProjects(call: Call): IamResponse {
  const { user } = callerOf(call.headers, call.tokens, call.directory);
  return projectList(call, user);
}

function listProjectsOfUser(call: Call): IamResponse {
  const { user } = callerOf(call.headers, call.tokens, call.directory);
  if (call.segments[2] !== user.id) {
    throw new IamRefusal(403, "You are not authorized to perform the requested action.");
  }
  return projectList(call, user);
}

function projectList({ directory, query, base, path }: Call, user: User): IamResponse {
  const name = query.get("name");
  const id = query.get("domain_id");
  const domain = id ? { id } : undefined;
  const projects = name ? [directory.projectOf(user, { name, domain })] : directory.projectsOf(user);
  const found = projects.filter((project) => project !== undefined);
  const inDomain = found.filter((project) => domain === undefined || project.domain.id === domain.id);
  const bodies = inDomain.map((project) => projectBody(base, project));
  return jsonResponse(200, listBody("projects", bodies, base + path));
}

function showProject({ headers, tokens, directory, segments, base }: Call): IamResponse {
  const { user } = callerOf(headers, tokens, directory);
  const project = directory.projectOf(user, { id: segments[2] });
  if (project === undefined) throw new IamRefusal(404, "Could not find project.");
  return jsonResponse(200, { project: projectBody(base, project) });
}

function listDomains({ headers, tokens, directory, query, base, path }: Call): IamResponse {
  const { user } = callerOf(headers, tokens, directory);
  const name = query.get("name");
  const domain = name ? directory.domainOf(user, { name }) : user.domain;
  const bodies = domain === undefined ? [] : [domainBody(base, domain)];
  return jsonResponse(200, listBody("domains", bodies, base + path));
}

/** The catalog of a token; the parameter `nocatalog` empties it, whatever its value. */
function catalogFor({ base, regions, query }: Call, project: Project | undefined): CatalogEntry[] {
  return query.has("nocatalog") ? [] : catalogOf(base, project, regions);
}

function handler(method: string, path: string, respond: Handler["respond"]): Handler {
  return { method, pattern: path.split("/").filter((segment) => segment !== ""), respond };
}

/** What can be read with GET can be asked for with HEAD, which returns the headers alone. */
function reads(path: string, respond: Handler["respond"]): Handler[] {
  return [
    handler("GET", path, respond),
    handler("HEAD", path, (call) => ({ ...respond(call), body: Buffer.alloc(0) })),
  ];
}
