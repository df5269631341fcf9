import type { Document, Json, JsonObject, Schema } from "../spec/document.ts";
import { Identifiers } from "./identifiers.ts";
import { Inspector } from "./inspect.ts";
import { isFieldName } from "./privacy.ts";

const time = /^\d{4}-\d{1,2}-\d{1,2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:?\d{2})?$/;
const zone = /^UTC[+-]\d{2}:\d{2}$/;
const errorCode = /^[A-Za-z]{1,20}\.\d{4}$/;
const lineOfRule = /^((BEGIN|END):V(CALENDAR|EVENT)|RRULE:[A-Z0-9=;,-]+|)$/;

/**
 * Replaces every text that the description does not know, consistently. What stays: known values, times and time
 * zones, numbers and booleans, also as text where the description has such, error codes with the text of the
 * catalogue, and rules of schedules. A number that the description does not have becomes 0.
 */
export class Anonymizer {
  readonly #document: Document;
  readonly #inspector: Inspector;
  readonly #identifiers = new Identifiers();
  #texts: ReadonlySet<string> = new Set();

  constructor(document: Document) {
    this.#document = document;
    this.#inspector = new Inspector(document);
  }

  /** Names that are the text of a value of the call, in lower case, are replaced too. */
  startCall(texts: ReadonlySet<string>): void {
    this.#texts = texts;
  }

  /** Undefined as a schema stands for what the description does not have. */
  replace(node: Schema | undefined, value: Json): Json {
    const schema = node && this.#inspector.schemas.resolve(node);
    if (typeof value === "string") return this.text(schema, value);
    if (typeof value === "number") return schema === undefined ? 0 : value;
    if (Array.isArray(value)) return value.map((item) => this.replace(schema?.items, item));
    return typeof value === "object" && value !== null ? this.#object(schema, value) : value;
  }

  text(schema: Schema | undefined, text: string): string {
    if (schema === undefined) return this.#identifiers.replace(text);
    const values = [...(schema.enum ?? []), ...(schema["x-extensible-enum"] ?? []), schema.const];
    const types = [schema.type ?? []].flat();
    const isNumber =
      types.some((type) => /integer|number/.test(type)) && /^-?\d{1,6}(\.\d{1,3})?$/.test(text);
    const isBoolean = types.includes("boolean") && /^(true|false)$/i.test(text);
    if (
      values.includes(text) ||
      isNumber ||
      isBoolean ||
      [time, zone, errorCode].some((form) => form.test(text))
    ) {
      return text;
    }
    const lines = text.split(/\r?\n/);
    return lines.length > 2 && lines.every((line) => lineOfRule.test(line))
      ? text
      : this.#identifiers.replace(text);
  }

  /** The name of a field or parameter that the description does not have. */
  name(name: string): string {
    return isFieldName(name) && !this.#texts.has(name.toLowerCase()) ? name : this.#identifiers.replace(name);
  }

  #object(schema: Schema | undefined, value: JsonObject): JsonObject {
    const { properties = {} } = schema === undefined ? {} : this.#inspector.fieldsOf(schema, value);
    const entries = Object.entries(value).map(([name, field]): [string, Json] =>
      Object.hasOwn(properties, name)
        ? [name, this.replace(properties[name], field)]
        : [this.name(name), this.replace(undefined, field)],
    );
    const { error_code, error_msg } = value;
    const entry = this.#document["x-csbs-error-codes"].find(({ code }) => code === error_code);
    const isKnown = typeof error_msg === "string" && entry !== undefined;
    return Object.fromEntries([
      ...entries,
      ...(isKnown ? [["error_msg", entry.message] as const] : []),
    ]) as JsonObject;
  }
}
