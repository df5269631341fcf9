import type { IncomingHttpHeaders } from "node:http";
import { operationTable } from "../../../generated/operations.ts";
import { CsbsConfigError } from "../../errors.ts";
import { fillPath } from "../../spec/paths.ts";
import type { Choice, SpecDocument } from "../description/document.ts";
import type { Route } from "../description/routes.ts";
import { limits } from "../http/limits.ts";
import type { HttpRequest } from "../http/request.ts";
import type { HttpResponse } from "../http/response.ts";
import { printable } from "../printable.ts";
import type { Prism } from "./prism.ts";

/** Validates a request and responds with an example: the one that is chosen, or one of success. */
export type Engine = (
  request: HttpRequest,
  route: Route,
  choice: Choice | undefined,
) => Promise<{ response: HttpResponse; reasons: string[] }>;

/** Stands for a body that is not parsed: no operation takes it. */
const unreadable = "unreadable";

let loading: Promise<Prism> | undefined;

/**
 * Loads Prism with the first mock of the process; the next ones share it, and what it has compiled.
 *
 * @throws CsbsConfigError when it cannot be loaded, with the cause.
 */
export async function loadEngine(document: SpecDocument): Promise<Engine> {
  loading ??= import("./prism.ts").then(({ createPrism }) => createPrism(document.root));
  try {
    return engineOf(await loading, document);
  } catch (cause) {
    loading = undefined;
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new CsbsConfigError(`the mock's engine cannot be loaded: ${reason}`, { cause });
  }
}

function engineOf(prism: Prism, document: SpecDocument): Engine {
  return async (request, { operation, path }, choice) => {
    const template = operationTable[operation].path;
    const problem = request.jsonProblem;
    const { status, headers, body, reasons } = await prism({
      method: request.method,
      path: fillPath(template, path),
      template,
      query: queryOf(request.query, (name) => document.takesEmpty(operation, name)),
      headers: headersOf(request),
      body: problem === undefined ? request.json : unreadable,
      ...choice,
    });
    const sent = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
    return {
      response: {
        status,
        headers: Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), String(value)])),
        body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
      },
      reasons: shorten(problem === undefined ? reasons : [problem, ...reasons]),
    };
  };
}

/** Accept and Content-Type were looked at before; Prism throws for what it cannot parse there. */
function headersOf({ headers, body }: HttpRequest): IncomingHttpHeaders {
  const { accept, "content-type": type, "transfer-encoding": encoding, ...passed } = headers;
  if (body.length === 0) return passed;
  return { ...passed, "content-type": "application/json", "content-length": String(body.length) };
}

/** Prism drops an empty value before it is validated, but not in a list, which a parameter of one value refuses. */
function queryOf(
  query: URLSearchParams,
  takesEmpty: (name: string) => boolean,
): { [name: string]: string | string[] } {
  const found = new Map<string, string[]>();
  for (const [name, value] of query) {
    const values = found.get(name);
    if (values === undefined) found.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(
    [...found].map(([name, values]) => {
      const [first = ""] = values;
      return [name, values.length === 1 && (first !== "" || takesEmpty(name)) ? first : values];
    }),
  );
}

function shorten(reasons: string[]): string[] {
  const kept = reasons.slice(0, limits.reasons).map((reason) => printable(reason, limits.reasonLength));
  const left = reasons.length - kept.length;
  return left === 0 ? kept : [...kept, `and ${left} more`];
}
