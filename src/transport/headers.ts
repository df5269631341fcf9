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
