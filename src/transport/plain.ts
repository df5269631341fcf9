import { CsbsConfigError } from "../errors.ts";
import { adviceFor } from "../similar.ts";

/**
 * Whether a value is what an object literal makes, in whatever realm: what it says is in its own
 * properties. A Map, a class with getters or an object with a prototype would be read as saying nothing.
 */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Symbol.toStringTag in value) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && "isPrototypeOf" in prototype);
}

/**
 * Checks that options are a plain object with known names and without null.
 *
 * @throws CsbsConfigError that names what is wrong and what is expected.
 */
export function checkNames(kind: string, options: unknown, known: readonly string[]): void {
  if (!isPlain(options)) throw new CsbsConfigError(`the options of ${kind} must be a plain object`);
  for (const name of Reflect.ownKeys(options)) {
    if (!known.includes(name as string)) throw unknownName(`option of ${kind}`, name, known);
    if (options[name as string] === null) {
      throw new CsbsConfigError(`${String(name)} of ${kind} is null; leave it out for the default`);
    }
  }
}

export function unknownName(kind: string, name: PropertyKey, known: readonly string[]): CsbsConfigError {
  const given = String(name);
  return new CsbsConfigError(`unknown ${kind} ${JSON.stringify(given)}; ${adviceFor(given, known)}`);
}

/**
 * The JSON of a request body.
 *
 * @throws CsbsConfigError for what JSON would change or leave out: functions, symbols, numbers that are
 * not finite, objects that are not plain, and what is circular.
 */
export function toJson(body: unknown): string {
  if (!isPlain(body) || typeof body.toJSON === "function") {
    throw new CsbsConfigError("the body must be a plain object, which is sent as JSON");
  }
  let refused: string | undefined;
  function check(this: { [name: string]: unknown }, name: string, value: unknown): unknown {
    if (!isSendable(value, this[name], Array.isArray(this))) refused ??= name;
    return value;
  }
  let text: string;
  try {
    text = JSON.stringify(body, check);
  } catch (cause) {
    throw new CsbsConfigError("the body cannot be written as JSON: it is circular, or holds a BigInt", {
      cause,
    });
  }
  if (refused === undefined) return text;
  throw new CsbsConfigError(`the field ${JSON.stringify(refused)} of the body cannot be written as JSON`);
}

/**
 * Whether JSON has the same value. `value` is what `toJSON` made of the original: an invalid Date
 * becomes null. An undefined property is left out; in a list it would become null.
 */
function isSendable(value: unknown, original: unknown, inList: boolean): boolean {
  if (value === undefined) return original === undefined && !inList;
  if (value === null) return original === null;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "object") return Array.isArray(value) || isPlain(value);
  return typeof value !== "function" && typeof value !== "symbol";
}
