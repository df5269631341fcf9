import { operationTable } from "../generated/operations.ts";
import { answers, bodies, type Check } from "../generated/validators.js";
import { explain, ownMember } from "./validation/problems.ts";
import type { CsbsValidator } from "./validation/validation.ts";

/**
 * The public face of `csbs-api/validators`: checks compiled from the description, for
 * `createCsbsClient({ validate })`. Who does not import it does not carry it.
 */

/** Checks the answers of success. */
export const responseValidator: CsbsValidator = ({ operation, kind, value }) =>
  kind === "answer" ? answerProblem(operation, value) : undefined;

/** Checks the bodies about to be sent, as they will be on the wire. */
export const requestValidator: CsbsValidator = ({ operation, kind, value }) =>
  kind === "body" ? bodyProblem(operation, value) : undefined;

/** Checks both. */
export const validator: CsbsValidator = (check) => responseValidator(check) ?? requestValidator(check);

function answerProblem(operation: string, value: unknown): string | undefined {
  const check = ownMember(answers, operation);
  if (check === undefined) return undefined;
  if (value === undefined && ownMember(operationTable, operation)?.json === false) return undefined;
  return problemOf(check, value);
}

/** JSON leaves members out that are undefined, and makes text of a Date: that is what arrives. */
function bodyProblem(operation: string, value: unknown): string | undefined {
  const check = ownMember(bodies, operation);
  if (check === undefined) return undefined;
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    return "the body cannot be written as JSON";
  }
  return problemOf(check, text === undefined ? undefined : JSON.parse(text));
}

function problemOf(check: Check, value: unknown): string | undefined {
  if (value === undefined) return "the body is missing";
  return check(value) ? undefined : explain(check.errors ?? []);
}
