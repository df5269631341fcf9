import type { IncomingHttpHeaders } from "node:http";
import { credentialHeaders } from "../../generated/operations.ts";
import type { Fault } from "./scenarios/scenario.ts";

/** Whether a server whose clock is wrong refuses a signed request for its date. */
export function isClockSkewed(
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
