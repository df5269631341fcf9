import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fixture, Fixtures } from "../../scripts/generate/fixtures.ts";
import { root } from "../support/process.ts";
import type { Arrived } from "../support/server.ts";

/** What a program prints of a fixture: the body of a success as its types give it back, the code of an error. */
export interface FixtureRead {
  id: string;
  status: number;
  body?: unknown;
  code?: string | null;
}

const { cases } = JSON.parse(readFileSync(join(root, "generated/fixtures.json"), "utf8")) as Fixtures;

/** A client with types is often unable to send what must be refused. */
export const sendable: Fixture[] = cases.filter(({ kind }) => kind !== "refusal");

/** Method, path, query and body as they must have arrived, in a form to compare. */
export function requestOf({ request: { method, path, query, body } }: Fixture) {
  return { method, path, query: [...query].sort(), body: withoutNulls(body) };
}

export function arrivedAs({ method, target, body }: Arrived) {
  const { pathname, searchParams } = new URL(target, "http://mock");
  return {
    method,
    path: pathname,
    query: [...searchParams].sort(),
    body: body === "" ? undefined : withoutNulls(JSON.parse(body)),
  };
}

/** What must be read of the response. Codes of faults stand in fields that no type names: they are left out. */
export function readingOf({ id, response: { status, body } }: Fixture): FixtureRead {
  if (status < 300) return { id, status, body: withoutNulls(body) };
  return { id, status, code: (body as { error_code?: string } | undefined)?.error_code ?? null };
}

export function readAs({ id, status, body, code }: FixtureRead): FixtureRead {
  return status < 300 ? { id, status, body: withoutNulls(body) } : { id, status, code: code ?? null };
}

/** Many types cannot tell null from what was not sent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutNulls(field)]));
}
