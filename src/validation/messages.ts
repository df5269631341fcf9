import type { Problem } from "../../generated/validators.js";
import { adviceFor } from "../similar.ts";

/** The words for each pattern of a description, which no message shows. */
export type Forms = { readonly [pattern: string]: string };

/** What is wrong with a value. */
export interface Finding {
  /** One line: where, what is wrong, and what to do. It never contains the value. */
  message: string;
  /** Where, as in `policy/name`; empty for the whole value. */
  place: string;
  /** The names that are expected instead of an unknown one. */
  known: readonly string[];
}

/**
 * Puts ajv's problems into words. ajv stops at the first problem, except in a choice of schemas: of that it gives
 * the problems of each branch, then the choice itself. The intended branches are those whose constants match, and
 * of these the ones that got farthest.
 */
export function explain(found: readonly Problem[], whole: string, forms: Forms): Finding {
  // It follows the problem that it is about.
  const problems = found.filter(({ keyword }) => keyword !== "if");
  const last = problems.at(-1);
  if (last === undefined) return { message: `${whole} is not allowed`, place: "", known: [] };
  const sentence = (problem: Problem) => sentenceOf(problem, whole, forms);
  const { name, known = [] } = last.keyword === "knownProperties" ? (last.params as UnknownName) : {};
  return {
    message: [...new Set(intended(problems, last).map(sentence))].join(", or "),
    place: [...last.instancePath.split("/").slice(1), ...(name === undefined ? [] : [name])].join("/"),
    known,
  };
}

function intended(problems: readonly Problem[], last: Problem): Problem[] {
  if (!isChoice(last) || last.params.passingSchemas) return [last];
  const branches = problems.filter((problem) => !isChoice(problem));
  const matching = branches.filter(({ keyword }) => keyword !== "const");
  const candidates = matching.length === 0 ? branches : matching;
  const farthest = Math.max(...candidates.map(depth));
  return candidates.filter((problem) => depth(problem) === farthest);
}

function isChoice({ keyword }: Problem): boolean {
  return keyword === "oneOf" || keyword === "anyOf";
}

function depth({ instancePath }: Problem): number {
  return instancePath.split("/").length;
}

function sentenceOf({ instancePath, keyword, params }: Problem, whole: string, forms: Forms): string {
  const place = instancePath === "" ? whole : printable(instancePath.slice(1));
  const say = ownProperty(sentences, keyword);
  return `${place} ${say === undefined ? `does not match the description (${keyword})` : say(params, forms)}`;
}

/** A name may hold a line break. */
function printable(name: string): string {
  return quote(name).slice(1, -1);
}

type Params = Problem["params"];

/** Of the keyword knownProperties. */
type UnknownName = { name?: string; known?: readonly string[] };

function unknownField({ name = "", known = [] }: UnknownName): string {
  const advice = known.length === 0 ? "remove it" : adviceFor(name, known);
  return `has the unknown field ${quote(name)}; ${advice}`;
}

/** By keyword. Nothing here may contain the value: ajv's params hold names and limits only. */
const sentences: { readonly [keyword: string]: (params: Params, forms: Forms) => string } = {
  type: ({ type }) => `must be ${[type as string].flat().map(nounOf).join(" or ")}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as unknown[]).map(quote).join(", ")}`,
  const: ({ allowedValue }) => `must be ${quote(allowedValue)}`,
  format: ({ format }) => `must be ${nounOf(String(format))}`,
  pattern: ({ pattern }, forms) => `must be ${ownProperty(forms, String(pattern))}`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  minLength: ({ limit }) => `must have at least ${count(limit, "character")}`,
  maxLength: ({ limit }) => `must have at most ${count(limit, "character")}`,
  minItems: ({ limit }) => `must have at least ${count(limit, "item")}`,
  maxItems: ({ limit }) => `must have at most ${count(limit, "item")}`,
  minProperties: ({ limit }) => `must have at least ${count(limit, "field")}`,
  maxProperties: ({ limit }) => `must have at most ${count(limit, "field")}`,
  uniqueItems: ({ i, j }) => `must not repeat an item; remove item ${i} or ${j}, which are equal`,
  required: ({ missingProperty }) => `must have the field ${quote(missingProperty)}`,
  knownProperties: (params) => unknownField(params as UnknownName),
  oneOf: () => "fits more than one of its forms; keep the fields of one",
  not: () => "has none of the fields that identify it",
};

/** Types and formats. */
const nouns: { readonly [name: string]: string } = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  object: "an object",
  array: "an array",
  null: "null",
  uuid: "a UUID",
};

function nounOf(name: string): string {
  return ownProperty(nouns, name) ?? name;
}

function count(limit: unknown, noun: string): string {
  return `${limit} ${noun}${limit === 1 ? "" : "s"}`;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}

/** Not the properties that every object inherits, such as `constructor`. */
export function ownProperty<Value>(
  table: { readonly [name: string]: Value },
  name: string,
): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
