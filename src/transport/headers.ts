import { CsbsConfigError } from "../errors.ts";
import { isPlain } from "./plain.ts";

/**
 * Headers by lower-case name, of a plain object or of anything that gives pairs, such as a Headers.
 * Fetch would refuse a bad one too, but with its value, which may be a secret, in the message.
 *
 * @throws CsbsConfigError for a name or value that cannot be sent, without the value.
 */
export function readHeaders(headers: unknown): Record<string, string> {
  const read = new Headers();
  const pairs = isPlain(headers) ? Object.entries(headers) : (headers as Iterable<[string, unknown]>);
  if (typeof pairs !== "object" || typeof pairs[Symbol.iterator] !== "function") {
    throw new CsbsConfigError("headers must be a plain object of names and values, or a Headers");
  }
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    try {
      // Node's fetch reads headers into an object, where this name would be lost.
      if (String(name).toLowerCase() === "__proto__" || !/^(string|number|boolean)$/.test(typeof value)) {
        throw new TypeError();
      }
      read.set(name, String(value));
    } catch {
      throw new CsbsConfigError(
        `the header ${JSON.stringify(String(name))} cannot be sent: its name or value is not allowed`,
      );
    }
  }
  return Object.fromEntries(read);
}

/** Headers under which gateways and OpenStack services give the ID of a request. */
const requestIdHeaders = ["x-request-id", "x-openstack-request-id", "x-compute-request-id"];

export function requestIdIn(response: Response | undefined): string | undefined {
  for (const name of requestIdHeaders) {
    const id = requestIdOf(response?.headers.get(name));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Hex digits, as gateways and OpenStack write an ID: what has another form may be anything. */
export function requestIdOf(value: unknown): string | undefined {
  return typeof value === "string" && /^(req-)?[\da-f-]{16,64}$/i.test(value) ? value : undefined;
}

/** The form that HTTP has for dates, and the older one with a dash. Date.parse accepts many other forms. */
const httpDate = /^\s*([A-Z][a-z]{2})[a-z]*, (\d{2})[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT\s*$/;

/** Retry-After as milliseconds from now: a number of seconds or a date. Anything else counts as absent. */
export function retryAfterOf(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined || header.trim() === "") return undefined;
  // More digits than these are not a time, and may be no finite number.
  if (/^\s*\d{1,12}(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const [, weekday, day] = httpDate.exec(header) ?? [];
  const date = weekday === undefined ? Number.NaN : Date.parse(header);
  // Date.parse turns 31 February into 3 March.
  if (Number.isNaN(date) || !new Date(date).toUTCString().startsWith(`${weekday}, ${day}`)) return undefined;
  return Math.max(0, date - Date.now());
}

/** The media type of a body without its parameters; undefined where the header is missing or malformed. */
export function mediaTypeOf(response: Response): string | undefined {
  return /^[\w.+-]+\/[\w.+-]+/.exec(response.headers.get("content-type") ?? "")?.[0];
}
