import { InvalidArgumentError } from "commander";
import { requestValidator } from "../validators.ts";
import type { ParameterSpec } from "./spec.ts";

/**
 * Checks one value of a parameter before anything is sent.
 *
 * @throws InvalidArgumentError, which says what the value must be.
 */
export function checkValue(
  operation: string,
  { name, schema, item }: ParameterSpec,
  text: string,
): string | number {
  const value = readValue(item, text);
  const checked = schema.type === "array" ? [value] : value;
  const problem = requestValidator({
    operation,
    kind: "parameters",
    value: { [name]: checked },
  });
  if (problem === undefined) return value;
  throw new InvalidArgumentError(`it ${problem.replace(/^\S+ /, "")}`);
}

function readValue(schema: ParameterSpec["item"], text: string): string | number {
  // Text that is not a number stays text, so that the check says what it must be.
  if (schema.type === "integer") return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}
