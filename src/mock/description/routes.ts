import { operationTable } from "../../../generated/operations.ts";
import type { OperationId } from "./document.ts";

/** The operation of a request, and the values in its path. */
export interface Route {
  operation: OperationId;
  path: { readonly [name: string]: string };
}

interface Pattern {
  operation: OperationId;
  method: string;
  segments: string[];
}

const patterns: Pattern[] = Object.entries(operationTable)
  .map(([operation, { method, path }]) => ({
    operation: operation as OperationId,
    method,
    segments: path.split("/"),
  }))
  // A fixed segment wins over a parameter: checkpoint_items/count is not an ID.
  .sort((one, other) => parametersIn(one.segments) - parametersIn(other.segments));

/**
 * The operation of a method and a path, given as decoded segments; else the methods that the path has,
 * none if the description has no such path.
 */
export function matchRoute(
  method: string,
  segments: readonly string[],
): Route | { readonly allowed: readonly string[] } {
  const matching = patterns.filter((pattern) => matches(pattern.segments, segments));
  // Other methods count only at the path that fits best.
  const fewest = parametersIn(matching[0]?.segments ?? []);
  const here = matching.filter((pattern) => parametersIn(pattern.segments) === fewest);
  const found = here.find((pattern) => pattern.method === method);
  if (found === undefined) return { allowed: here.map((pattern) => pattern.method) };
  return { operation: found.operation, path: valuesIn(found.segments, segments) };
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (isParameter(part) ? segments[index] !== "" : part === segments[index]))
  );
}

function valuesIn(pattern: readonly string[], segments: readonly string[]): Route["path"] {
  return Object.fromEntries(
    pattern.flatMap((part, index) => (isParameter(part) ? [[part.slice(1, -1), segments[index] ?? ""]] : [])),
  );
}

function isParameter(part: string): boolean {
  return part.startsWith("{");
}

function parametersIn(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}
