import type { Choice, OperationId, SpecDocument } from "./document.ts";

/**
 * The response that a request chooses by its header Prefer; undefined if it chooses none. Preferences
 * that the mock does not know are ignored, as RFC 7240 wants it.
 *
 * @throws PreferError when it cannot be had.
 */
export function choiceOf(
  header: string | undefined,
  operation: OperationId,
  document: SpecDocument,
): Choice | undefined {
  const { code, example, dynamic } = parse(header ?? "");
  if (dynamic !== undefined && dynamic !== "false") {
    throw new PreferError("Prefer: dynamic is not supported; choose a response by code and example");
  }
  if (code === undefined && example === undefined) return undefined;
  const status = code === undefined ? undefined : readStatus(code, operation, document);
  const found = status ?? document.statusOf(operation, example as string);
  if (example !== undefined && (found === undefined || !document.hasExample(operation, found, example))) {
    const place = status === undefined ? operation : `${operation} with status ${status}`;
    const known = document.exampleNames(operation, status).join(", ");
    throw new PreferError(
      `Prefer: unknown example "${example}"; expected one of ${place}: ${known === "" ? "none" : known}`,
    );
  }
  return document.complete(operation, {
    ...(found === undefined ? {} : { status: found }),
    ...(example === undefined ? {} : { example }),
  });
}

/** Why a Prefer cannot be followed. */
export class PreferError extends Error {}

/** The gateway may send any error; what succeeds must be documented. */
function readStatus(code: string, operation: OperationId, document: SpecDocument): number {
  const status = Number(code);
  const documented = document.statusesOf(operation);
  if (/^[45]\d\d$/.test(code) || documented.includes(status)) return status;
  throw new PreferError(
    `Prefer: unknown code "${code}"; expected ${documented.join(", ")} or any from 400 to 599`,
  );
}

type Preferences = { [name in "code" | "example" | "dynamic"]?: string };

/** Of a preference that is there twice, the first counts. */
function parse(header: string): Preferences {
  const found: Preferences = {};
  for (const part of header.split(/[,;]/)) {
    const [, name = "", quoted, plain = ""] = /^\s*(\w+)\s*(?:=\s*(?:"([^"]*)"|(\S*)))?\s*$/.exec(part) ?? [];
    const known = name.toLowerCase();
    if (known === "code" || known === "example" || known === "dynamic") found[known] ??= quoted ?? plain;
  }
  return found;
}
