import { InvalidArgumentError } from "commander";
import { UsageError } from "../exit.ts";

/** @throws InvalidArgumentError for what cannot be a port. */
export function readPort(text: string): number {
  try {
    return portOf(text, "it");
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** @throws UsageError that names the place of the text. */
export function portOf(text: string, place: string): number {
  const port = Number(text);
  if (text.trim() !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`${place} must be a number from 0 to 65535`);
}
