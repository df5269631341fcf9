import { CsbsConfigError } from "../errors.ts";
import type { CsbsAuth, OutgoingRequest } from "../transport/authentication.ts";

export function missingError(missing: readonly string[]): CsbsConfigError {
  return new CsbsConfigError(`missing: ${missing.join(", ")}`);
}

/** An authentication that lacks something. Creating a client names it, together with all else that is missing. */
export function authWithout(missing: readonly string[]): CsbsAuth {
  const auth = () => {
    throw missingError(missing);
  };
  return Object.assign(auth, { missing });
}

/** The names of empty values, with the variables that usually hold them. */
export function missingOf(values: {
  readonly [name: string]: readonly [value: unknown, variable: string];
}): string[] {
  return Object.entries(values)
    .filter(([, [value]]) => value === undefined || value === "")
    .map(([name, [, variable]]) => `${name} (usually ${variable})`);
}

/** Makes an authentication of its sign function. */
export function authBy(sign: (request: OutgoingRequest) => void | Promise<void>): CsbsAuth {
  const auth: CsbsAuth = async (request) => {
    const headers = Object.fromEntries(request.headers);
    const body = request.body === null ? undefined : await request.clone().text();
    const { method, url, signal } = request;
    await sign({ method, url, headers, body, signal });
    return new Request(request, { headers });
  };
  return Object.assign(auth, { sign });
}
