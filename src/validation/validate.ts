import { operationTable } from "../../generated/operations.ts";
import { bodies, type Check, forms, parameters, responses } from "../../generated/validators.js";
import { explain, ownProperty } from "./messages.ts";
import type { CsbsValidator } from "./validation.ts";

/** Checks the bodies of successful responses. */
export const responseValidator: CsbsValidator = ({ operation, kind, value }) =>
  kind === "response" ? responseProblem(operation, value) : undefined;

/** Checks what is about to be sent: parameters, and bodies as they will be on the wire. */
export const requestValidator: CsbsValidator = ({ operation, kind, value }) => {
  if (kind === "parameters") return problemOf(ownProperty(parameters, operation), value);
  return kind === "body" ? bodyProblem(operation, value) : undefined;
};

/** Checks requests and responses. */
export const validator: CsbsValidator = (check) => responseValidator(check) ?? requestValidator(check);

function responseProblem(operation: string, value: unknown): string | undefined {
  if (value === undefined && ownProperty(operationTable, operation)?.json === false) return undefined;
  return problemOf(ownProperty(responses, operation), value);
}

/** JSON leaves out fields that are undefined, and makes text of a Date: that is what arrives. */
function bodyProblem(operation: string, value: unknown): string | undefined {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    return "the body cannot be written as JSON";
  }
  return problemOf(ownProperty(bodies, operation), text === undefined ? undefined : JSON.parse(text));
}

function problemOf(check: Check | undefined, value: unknown): string | undefined {
  if (check === undefined) return undefined;
  if (value === undefined) return "the body is missing";
  return check(value) ? undefined : explain(check.errors ?? [], "the body", forms).message;
}
