import { createHmac, randomBytes } from "node:crypto";
import { isIP } from "node:net";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const hex = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi;

/**
 * Replaces texts by others of the same form, each text by the same one for as long as this exists. Nobody can find
 * out the text from its replacement: IDs depend on a random key, and all else is numbered.
 */
export class Identifiers {
  readonly #key = randomBytes(32);
  readonly #numbers = new Map<string, number>();

  replace(text: string): string {
    if (text === "") return "";
    const rest = text.replace(uuid, "").replace(hex, "");
    // Lists of IDs, and IDs with the prefix of records that were made up.
    if (rest !== text && /^(fake_|[\s,;"'[\]/])*$/.test(rest)) {
      return text.replace(uuid, (id) => this.#uuid(id)).replace(hex, (id) => this.#hex(id));
    }
    const number = this.#number(text);
    // Addresses of RFC 2544 and RFC 3849, which are not in use.
    if (isIP(text) === 4) return `198.18.${(number >> 8) % 256}.${number % 256}`;
    if (isIP(text) === 6) return `2001:db8::${number.toString(16)}`;
    return /^https?:\/\//i.test(text) ? `https://example.com/${number}` : `text-${number}`;
  }

  #uuid(id: string): string {
    return this.#hex(id).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
  }

  #hex(id: string): string {
    return createHmac("sha256", this.#key).update(id.toLowerCase()).digest("hex").slice(0, 32);
  }

  #number(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return number;
  }
}
