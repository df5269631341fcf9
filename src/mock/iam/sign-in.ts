import type { IncomingHttpHeaders } from "node:http";
import { sizeOfJson } from "../../json-size.ts";
import { limits } from "../http/limits.ts";
import { unsupportedBody } from "../http/media-types.ts";
import { tooLarge } from "../http/request.ts";
import { malformed, unauthorized } from "./responses.ts";

/** A domain as a request names it. The ID wins over the name. */
export interface DomainReference {
  id?: string | undefined;
  name?: string | undefined;
}

/** A user or project as a request names it. */
export interface Reference extends DomainReference {
  domain?: DomainReference | undefined;
}

export type Scope =
  | { kind: "project"; project: Reference }
  | { kind: "domain"; domain: DomainReference }
  | { kind: "none" };

/** The body of `POST /v3/auth/tokens`. */
export interface SignIn {
  methods: string[];
  user?: Reference & { password: string };
  token?: string;
  scope: Scope;
}

type Fields = { readonly [name: string]: unknown };

/** In characters; Keystone's limits for names and passwords. Tokens of the clouds have up to 20,000. */
const longest = { name: 255, password: 4096, token: 65_536 };

const noObject = "Expecting to find a JSON object in request body.";

/** @throws IamRefusal with 400 for anything but JSON in UTF-8, and for JSON of too many values or levels. */
export function readBody(body: Buffer, headers: IncomingHttpHeaders): unknown {
  if (unsupportedBody(headers, ["application/json"]) !== undefined) {
    throw malformed(
      "Expecting to find application/json in Content-Type header, in UTF-8 and without Content-Encoding.",
    );
  }
  const { exceeds } = sizeOfJson(body.toString("latin1"), limits);
  if (exceeds !== undefined) throw malformed(`${tooLarge(exceeds).replace(/^t/, "T")}.`);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw malformed(noObject);
  }
}

/** @throws IamRefusal with 400 for a malformed body, 401 for a method that IAM does not have. */
export function readSignIn(body: unknown): SignIn {
  const auth = fields(asObject(body), "auth", "request body");
  const identity = fields(auth, "identity", "auth");
  const { methods } = identity;
  if (!Array.isArray(methods) || methods.length === 0 || methods.some((name) => typeof name !== "string")) {
    throw malformed("Expecting to find methods, a list of names, in identity.");
  }
  if (methods.some((name) => name !== "password" && name !== "token")) throw unauthorized();
  const read: SignIn = { methods, scope: readScope(auth) };
  if (methods.includes("password")) {
    const user = fields(fields(identity, "password", "identity"), "user", "password");
    read.user = { ...reference(user, "user"), password: text(user, "password", "user", longest.password) };
    if (read.user.id === undefined && read.user.domain === undefined) {
      throw malformed("Expecting to find domain in user.");
    }
  }
  if (methods.includes("token")) {
    read.token = text(fields(identity, "token", "identity"), "id", "token", longest.token);
  }
  return read;
}

/** IAM of these clouds takes a project's name without a domain, for one of the user's domain; Keystone does not. */
function readScope(auth: Fields): Scope {
  if (auth.scope === undefined || auth.scope === "unscoped") return { kind: "none" };
  const scope = fields(auth, "scope", "auth");
  const [kind, another] = Object.keys(scope);
  if (kind === undefined || another !== undefined) {
    throw malformed("Expecting to find either project or domain in scope.");
  }
  if (kind === "project") return { kind, project: reference(fields(scope, kind, "scope"), kind) };
  if (kind === "domain") return { kind, domain: domainReference(scope, "scope") };
  if (kind === "unscoped") return { kind: "none" };
  // Systems and trusts, which these clouds do not have.
  throw unauthorized();
}

function reference(object: Fields, name: string): Reference {
  return {
    ...idOrName(object, name),
    domain: object.domain === undefined ? undefined : domainReference(object, name),
  };
}

function domainReference(parent: Fields, name: string): DomainReference {
  return idOrName(fields(parent, "domain", name), "domain");
}

function idOrName(object: Fields, name: string): DomainReference {
  const named = object.name === undefined ? undefined : text(object, "name", name, longest.name);
  if (object.id === undefined && named !== undefined) return { name: named };
  return { id: text(object, "id", name, longest.name, "id or name"), name: named };
}

function text(object: Fields, field: string, parent: string, limit: number, wanted = field): string {
  const value = object[field];
  if (typeof value !== "string" || value === "") {
    throw malformed(`Expecting to find ${wanted}, a string that is not empty, in ${parent}.`);
  }
  if (value.length > limit) throw malformed(`${field} in ${parent} must have at most ${limit} characters.`);
  return value;
}

function fields(parent: Fields, field: string, name: string): Fields {
  const value = parent[field];
  if (isObject(value)) return value;
  throw malformed(`Expecting to find ${field}, an object, in ${name}.`);
}

function asObject(body: unknown): Fields {
  if (isObject(body)) return body;
  throw malformed(noObject);
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
