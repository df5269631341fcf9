import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError for what is not a whole number, 0 or more. */
export function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("it must be a whole number, 0 or more");
}
