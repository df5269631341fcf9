import { operationTable } from "../../generated/operations.ts";
import type { OperationId } from "./document.ts";

/** The operation that a request is for, and the values in its path. */
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
  // A fixed segment wins over a parameter: checkpoint_items/count is no ID.
  .sort((one, other) => parametersIn(one) - parametersIn(other));

/** Undefined where the description has no such path and method. */
export function routeOf(method: string, target: string): Route | undefined {
  const segments = target.split("?", 1)[0]?.split("/") ?? [];
  for (const pattern of patterns) {
    if (pattern.method !== method || pattern.segments.length !== segments.length) continue;
    const path = match(pattern.segments, segments);
    if (path !== undefined) return { operation: pattern.operation, path };
  }
  return undefined;
}

/** The query of a request line's target; a question mark in a value belongs to it. */
export function queryOf(target: string): URLSearchParams {
  const mark = target.indexOf("?");
  return new URLSearchParams(mark === -1 ? "" : target.slice(mark));
}

function match(pattern: string[], segments: string[]): Route["path"] | undefined {
  const path: { [name: string]: string } = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] as string;
    if (!part.startsWith("{")) {
      if (part !== segment) return undefined;
    } else {
      const value = decoded(segment);
      if (value === undefined) return undefined;
      path[part.slice(1, -1)] = value;
    }
  }
  return path;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function parametersIn({ segments }: Pattern): number {
  return segments.filter((segment) => segment.startsWith("{")).length;
}
