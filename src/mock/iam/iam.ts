import type { IncomingHttpHeaders } from "node:http";
import { credentialHeaders } from "../../../generated/operations.ts";
import { header } from "./caller.ts";
import { handlers, type Services } from "./handlers.ts";
import { ListedDirectory, type ListedUser } from "./listed-directory.ts";
import { OpenDirectory } from "./open-directory.ts";
import { IamRefusal, type IamResponse } from "./responses.ts";
import { readBody } from "./sign-in.ts";
import { Tokens } from "./tokens.ts";

export interface IamRequest {
  method: string;
  /** Path and query, as on the request line. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface IamOptions {
  /** Who may sign in; everybody by default. */
  users: readonly ListedUser[] | undefined;
  /** How many requests to the service a token is good for; any number by default. */
  requestsPerToken: number | undefined;
  /** Region codes; the first is the default. */
  regions: readonly string[];
  /** The form of a project's ID. */
  projectId: RegExp;
}

/** Stands for IAM, the identity service of both clouds, which is OpenStack's Keystone. Knows nothing of HTTP servers. */
export class Iam {
  readonly #services: Services;

  constructor({ users, requestsPerToken, regions, projectId }: IamOptions) {
    const [region] = regions as [string, ...string[]];
    this.#services = {
      regions,
      tokens: new Tokens(requestsPerToken),
      directory:
        users === undefined ? new OpenDirectory({ region, projectId }) : new ListedDirectory(users, region),
    };
  }

  /** Undefined for a path that is not IAM's. */
  respond({ method, target, headers, body }: IamRequest): IamResponse | undefined {
    const [path = "", query = ""] = split(target);
    const segments = path.split("/").filter((segment) => segment !== "");
    const found = handlers.filter(({ pattern }) => matches(pattern, segments));
    if (found.length === 0) return undefined;
    const handler = found.find((one) => one.method === method);
    try {
      if (handler === undefined) throw notAllowed(found.map((one) => one.method));
      return handler.respond({
        ...this.#services,
        base: `http://${header(headers, "host") ?? "localhost"}`,
        path: `/${segments.join("/")}`,
        segments,
        query: new URLSearchParams(query),
        headers,
        body: () => readBody(body, headers),
      });
    } catch (error) {
      if (error instanceof IamRefusal) return error.response();
      throw error;
    }
  }

  /**
   * Counts a request to the service, and names the example of the description with which the service
   * refuses its token; undefined where it does not. Where everybody may sign in, any token will do for
   * any project.
   */
  refusalOf(headers: IncomingHttpHeaders, project: string | undefined): string | undefined {
    const { tokens, directory } = this.#services;
    const token = header(headers, credentialHeaders.tokenAuth);
    if (token === undefined) return undefined;
    const state = tokens.use(token);
    if (state === "expired") return "tokenExpired";
    if (state === "revoked") return "tokenInvalid";
    if (directory.open) return undefined;
    if (state === "unknown") return "tokenInvalid";
    return tokens.grantOf(token)?.project?.id === project ? undefined : "accessDenied";
  }
}

function split(target: string): [string, string] {
  const mark = target.indexOf("?");
  return mark === -1 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
}

/** `*` in a pattern stands for any segment. */
function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => part === "*" || part === segments[index])
  );
}

function notAllowed(methods: string[]): IamRefusal {
  return new IamRefusal(405, "The method is not allowed for the requested URL.", {
    allow: methods.join(", "),
  });
}
