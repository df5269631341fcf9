import type { Document, Json, JsonObject, Schema } from "../spec/document.ts";
import { resolve } from "../spec/reference.ts";
import { typeOf } from "./findings.ts";

/** Longer texts are not matched with patterns: some take a time that grows with the square of the length. */
const longestMatched = 16_384;

const formats: { readonly [name: string]: RegExp } = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** The largest numbers of formats. Reading JSON rounds the largest int64 up to 2 ** 63, which is accepted. */
const largest: { readonly [format: string]: number } = { int32: 2 ** 31 - 1, int64: 2 ** 63 };

/** Reads schemas of a document, and keeps what it has looked up. */
export class Schemas {
  readonly #document: Document;
  readonly #resolved = new Map<string, Schema>();
  readonly #patterns = new Map<string, RegExp>();

  constructor(document: Document) {
    this.#document = document;
  }

  resolve(node: Schema): Schema {
    const { $ref } = node;
    if ($ref === undefined) return node;
    const found = this.#resolved.get($ref) ?? resolve<Schema>(this.#document, node);
    this.#resolved.set($ref, found);
    return found;
  }

  /** Whether a value is allowed by what a schema says of the value itself, not of what is inside. */
  allowsType({ type }: Schema, value: unknown): boolean {
    if (type === undefined) return true;
    const received = typeOf(value);
    return [type].flat().some((one) => one === received || (one === "number" && received === "integer"));
  }

  /** The same for everything besides its type. */
  allowsValue(schema: Schema, value: Json): boolean {
    if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
    if (schema.const !== undefined && schema.const !== value) return false;
    if (schema.not !== undefined && this.accepts(schema.not, value)) return false;
    if (typeof value === "number") {
      if (Math.abs(value) > (largest[schema.format ?? ""] ?? Infinity)) return false;
      return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
    }
    if (typeof value === "string") return this.#allowsText(schema, value);
    if (Array.isArray(value)) {
      if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return false;
      return (
        schema.uniqueItems !== true ||
        new Set(value.map((item) => JSON.stringify(item))).size === value.length
      );
    }
    return value === null || typeof value !== "object" || this.#allowsObject(schema, value);
  }

  #allowsText(schema: Schema, text: string): boolean {
    const { minLength = 0, maxLength = Infinity, pattern, format = "" } = schema;
    if (minLength > 0 || maxLength < Infinity) {
      const length = text.length > 2 * maxLength ? text.length : [...text].length;
      if (length < minLength || length > maxLength) return false;
    }
    if (text.length > longestMatched) return true;
    if (pattern !== undefined && !this.#regExp(pattern).test(text)) return false;
    return formats[format]?.test(text) !== false;
  }

  #allowsObject(schema: Schema, value: JsonObject): boolean {
    const names = Object.keys(value);
    if (names.length < (schema.minProperties ?? 0)) return false;
    const { propertyNames } = schema;
    return propertyNames === undefined || names.every((name) => this.accepts(propertyNames, name));
  }

  #regExp(pattern: string): RegExp {
    const found = this.#patterns.get(pattern) ?? new RegExp(pattern, "u");
    this.#patterns.set(pattern, found);
    return found;
  }

  /** Whether a value is valid. */
  accepts(node: Schema, value: Json): boolean {
    const schema = this.resolve(node);
    if (!this.allowsType(schema, value) || !this.allowsValue(schema, value)) return false;
    const { allOf = [], anyOf, oneOf, if: condition, then } = schema;
    const accepted = (one: Schema) => this.accepts(one, value);
    if (!allOf.every(accepted) || anyOf?.some(accepted) === false) return false;
    if (oneOf !== undefined && oneOf.filter(accepted).length !== 1) return false;
    if (condition !== undefined && then !== undefined && accepted(condition) && !accepted(then)) return false;
    if (Array.isArray(value)) return value.every((item) => this.accepts(schema.items ?? {}, item));
    if (typeof value !== "object" || value === null) return true;
    const { required = [], properties = {}, additionalProperties = true } = schema;
    return (
      required.every((name) => Object.hasOwn(value, name)) &&
      Object.entries(value).every(([name, field]) => {
        const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
        return typeof known === "object" ? this.accepts(known, field) : known !== false;
      })
    );
  }
}
