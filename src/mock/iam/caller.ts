import type { IncomingHttpHeaders } from "node:http";
import { credentialHeaders } from "../../../generated/operations.ts";
import type { Directory, User } from "./directory.ts";
import { unauthorized } from "./responses.ts";
import type { Grant, Tokens } from "./tokens.ts";

/** Who sends a request, and what the token is good for; undefined with a signature or a token of unknown origin. */
export interface Caller {
  user: User;
  grant: Grant | undefined;
}

export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return typeof value === "string" ? value : undefined;
}

/** @throws IamRefusal with 401 for a request without a credential, or with one that is not accepted. */
export function callerOf(headers: IncomingHttpHeaders, tokens: Tokens, directory: Directory): Caller {
  const token = header(headers, credentialHeaders.tokenAuth);
  if (token !== undefined) return holderOf(token, tokens, directory);
  if (header(headers, credentialHeaders.accessKeyAuth) === undefined) throw unauthorized();
  return { user: directory.stranger, grant: undefined };
}

/** @throws IamRefusal with 401 for a token that is not accepted. */
export function holderOf(token: string, tokens: Tokens, directory: Directory): Caller {
  const grant = tokens.grantOf(token);
  if (grant !== undefined) return { user: grant.user, grant };
  if (!directory.open || tokens.stateOf(token) !== "unknown") throw unauthorized();
  return { user: directory.stranger, grant: undefined };
}
