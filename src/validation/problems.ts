import type { Problem } from "../../generated/validators.js";

/** The words for each pattern of a description, which no message shows. */
export type Forms = { readonly [pattern: string]: string };

/**
 * What ajv finds, in words. It stops at the first problem, and gives one; only of a choice that has no
 * branch that fits, it gives each branch's, and the choice itself last. The branch that was meant is none
 * whose constant differs, and the one that got farthest.
 */
export function explain(found: readonly Problem[], whole = "the body", forms: Forms = {}): string {
  // After what `then` demands comes that it is not met.
  const problems = found.filter(({ keyword }) => keyword !== "if");
  const last = problems.at(-1);
  if (last === undefined) return `${whole} is not allowed`;
  const sentence = (problem: Problem) => sentenceOf(problem, whole, forms);
  if (!isChoice(last.keyword) || last.params.passingSchemas) return sentence(last);
  const branches = problems.filter(({ keyword }) => !isChoice(keyword));
  const told = branches.filter(({ keyword }) => keyword !== "const");
  const meant = told.length === 0 ? branches : told;
  const farthest = Math.max(...meant.map(depth));
  return [...new Set(meant.filter((problem) => depth(problem) === farthest).map(sentence))].join(", or ");
}

function isChoice(keyword: string): boolean {
  return keyword === "oneOf" || keyword === "anyOf";
}

function depth({ instancePath }: Problem): number {
  return instancePath.split("/").length;
}

function sentenceOf({ instancePath, keyword, params }: Problem, whole: string, forms: Forms): string {
  const place = instancePath === "" ? whole : placeOf(instancePath);
  const form = keyword === "pattern" ? ownMember(forms, String(params.pattern)) : undefined;
  if (form !== undefined) return `${place} must be ${form}`;
  const say = ownMember(wordings, keyword);
  return `${place} ${say === undefined ? `breaks the rule ${keyword}` : say(params)}`;
}

/** Names that hold a line break or the like must not break the line. */
function placeOf(instancePath: string): string {
  return JSON.stringify(instancePath.slice(1)).slice(1, -1);
}

type Params = Problem["params"];

/** What each keyword demands. Nothing here may tell the value: ajv's params hold names and limits only. */
const wordings: { readonly [keyword: string]: (params: Params) => string } = {
  type: ({ type }) => `must be ${[type].flat().join()}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as unknown[]).map(quote).join(", ")}`,
  const: ({ allowedValue }) => `must be ${quote(allowedValue)}`,
  format: ({ format }) => `must have the format ${format}`,
  pattern: ({ pattern }) => `must match ${pattern}`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  minLength: ({ limit }) => `must have at least ${limit} characters`,
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  minItems: ({ limit }) => `must have at least ${limit} items`,
  maxItems: ({ limit }) => `must have at most ${limit} items`,
  minProperties: ({ limit }) => `must have at least ${limit} fields`,
  maxProperties: ({ limit }) => `must have at most ${limit} fields`,
  uniqueItems: ({ i, j }) => `must not repeat an item, as ${j} and ${i} do`,
  required: ({ missingProperty }) => `must have the field ${quote(missingProperty)}`,
  additionalProperties: ({ additionalProperty }) => `must not have the field ${quote(additionalProperty)}`,
  oneOf: () => "fits more than one of its forms",
  not: () => "lacks the fields that identify it",
};

function quote(name: unknown): string {
  return JSON.stringify(name);
}

/** Not the members that every object inherits, such as `constructor`. */
export function ownMember<Value>(table: { readonly [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
