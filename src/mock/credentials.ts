import type { IncomingHttpHeaders } from "node:http";
import { credentialHeaders } from "../../generated/operations.ts";
import type { Fault } from "./scenario.ts";

/** Whether a request asks IAM for a token, as keystonePassword does. */
export function asksForToken(method: string, target: string): boolean {
  return method === "POST" && /^\/v3\/auth\/tokens\/?(\?|$)/.test(target);
}

/** How long the mock says that a token is good, in milliseconds; in truth its requests are counted. */
const lifetime = 24 * 60 * 60 * 1000;

/**
 * Tokens, and how often each was used where they are good for some requests only. They are kept here,
 * and told to nobody but who asks for one.
 */
export class Tokens {
  readonly #requests: number | undefined;
  readonly #used = new Map<string, number>();
  #given = 0;

  constructor(requests: number | undefined) {
    this.#requests = requests;
  }

  /** IAM's answer to a request for a token. */
  issue(): { status: number; headers: { [name: string]: string }; body: Buffer } {
    this.#given += 1;
    const token = `mock-token-${this.#given}`;
    const expires_at = new Date(Date.now() + lifetime).toISOString();
    return {
      status: 201,
      headers: {
        "content-type": "application/json",
        "x-subject-token": token,
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "*",
      },
      body: Buffer.from(JSON.stringify({ token: { methods: ["password"], expires_at } })),
    };
  }

  /** Counts a request; true once its token has served as often as it may. */
  expired(headers: IncomingHttpHeaders): boolean {
    const token = headers[credentialHeaders.tokenAuth.toLowerCase()];
    if (this.#requests === undefined || typeof token !== "string") return false;
    const used = (this.#used.get(token) ?? 0) + 1;
    this.#used.set(token, used);
    return used > this.#requests;
  }
}

/** Whether a server whose clock is wrong refuses a signed request for its date. */
export function outOfTime(
  headers: IncomingHttpHeaders,
  { seconds = 3600, tolerance = 900 }: NonNullable<Fault["clockSkew"]>,
): boolean {
  const signature = headers[credentialHeaders.accessKeyAuth.toLowerCase()];
  if (typeof signature !== "string" || !signature.startsWith("SDK-HMAC-SHA256 ")) return false;
  const signed = timeOf(String(headers["x-sdk-date"]));
  return !(Math.abs(Date.now() + seconds * 1000 - signed) <= tolerance * 1000);
}

/** A date as signatures have it, 20191115T033655Z; NaN where it is none. */
function timeOf(date: string): number {
  const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(date) ?? [];
  if (day === undefined || time === undefined) return Number.NaN;
  const pairs = time.match(/../g)?.join(":");
  return Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${pairs}Z`);
}
