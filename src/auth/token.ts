import { credentialHeaders } from "../../generated/operations.ts";
import { CsbsConfigError } from "../errors.ts";
import type { CsbsAuth } from "../transport/authentication.ts";
import { authBy, authWithout } from "./auth.ts";

/** The header that a token goes into, by lower-case name. */
export const tokenHeader = credentialHeaders.tokenAuth.toLowerCase();

/** An IAM project token, or where to get one. */
export type TokenSource = string | (() => string | Promise<string>);

/**
 * Authenticates by an IAM project token, sent as `X-Auth-Token`.
 * A function is asked before every attempt and may return a token from its own cache; what it throws
 * reaches the caller as it is. IAM tokens are valid for 24 hours.
 * `undefined`, from a variable that is not set, is accepted here, and named by the error that
 * createCsbsClient throws, together with everything else that is missing.
 *
 * @example token(() => vault.read("csbs-token"))
 * @throws CsbsConfigError when the token holds a character that cannot stand in a header.
 */
export function token(source: TokenSource | undefined): CsbsAuth {
  if (typeof source === "function") {
    return authBy(async ({ headers }) => {
      headers[tokenHeader] = checkToken(await source());
    });
  }
  if (source === undefined || source === "") return authWithout(["token (usually OS_TOKEN)"]);
  const value = checkToken(source);
  return authBy(({ headers }) => {
    headers[tokenHeader] = value;
  });
}

/** Headers.set would throw too, but with the token in its message. */
export function checkToken(value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw new CsbsConfigError(
      "token() was given no token; pass an IAM project token or a function that returns one",
    );
  }
  if (!isSendable(value)) {
    throw new CsbsConfigError(
      "the token holds a blank, a line break or another character that no header can carry; pass it exactly as IAM sent it",
    );
  }
  return value;
}

/** Whether a token can stand in a header: printable ASCII without blanks, and not empty. */
export function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}
