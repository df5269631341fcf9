import createClient, { type Client, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import type { paths } from "../../generated/schema.ts";
import { CsbsConfigError } from "../errors.ts";
import { underDeadline } from "./attempt.ts";
import { checkSignal, now } from "./deadline.ts";
import { isError } from "./error-body.ts";
import { responseError } from "./failures.ts";
import { parseJson } from "./json.ts";
import { LightRequest } from "./light-request.ts";
import { checkPath, type OperationRow, type RequestParts } from "./parameters.ts";
import { isPlain, toJson } from "./plain.ts";
import type { RetryBudget } from "./retry.ts";
import { type Received, type SendContext, send } from "./send.ts";

/** The response to a method's request: the text of a success, or the body of an error. */
export interface HttpResult {
  response: Response;
  data?: string | undefined;
  error?: unknown;
}

/** What the client was created with, as far as requests need it. */
export interface HttpConfig
  extends Omit<SendContext, "end" | "signal" | "budget" | "operation" | "path" | "safe"> {
  headers: Record<string, string>;
}

/** The openapi-fetch client, and what the methods call. */
export interface Http {
  client: Client<paths>;
  request(row: OperationRow, parts: RequestParts, headers: object, context: SendContext): Promise<HttpResult>;
}

/**
 * Creates the openapi-fetch client, through which every request goes. Until middleware is registered,
 * methods have it make our light request; from then on that of the platform, because middleware may
 * do anything with it. Middleware itself has the deadline of the call.
 */
export function createHttp(config: HttpConfig, budget: RetryBudget): Http {
  const client = createClient<paths>({
    baseUrl: config.endpoint,
    headers: config.headers,
    redirect: "manual",
    pathSerializer: (path, values) => defaultPathSerializer(path, checkPath(path, values)),
    querySerializer: createQuerySerializer(),
    bodySerializer: toJson,
  });
  // The rows of the table are known at run time only, so the path's types do not apply.
  const request = client.request as (method: string, path: string, init: object) => Promise<HttpResult>;
  limitCalls(client, config, budget);
  const { use } = client;
  let light = true;
  client.use = (...middleware) => {
    light = false;
    use(...middleware);
  };
  return {
    client,
    async request({ method, path }, { path: inPath, query, json }, headers, context) {
      const serializers = { pathSerializer: defaultPathSerializer, bodySerializer: asItIs };
      const init = { params: { path: inPath, query }, body: json, headers, parseAs: "text", ...serializers };
      if (!light) {
        const fetch = async (sent: Request) => toResponse(await send(sent, context));
        return underDeadline(context, (deadline) => deadline.race(request(method, path, { ...init, fetch })));
      }
      let response: Response | undefined;
      const fetch = async (sent: LightRequest) => {
        const received = await send(sent, context);
        response = received.response;
        const { ok, status } = response;
        return { ok, status, headers: noHeaders, text: () => received.text };
      };
      const result = await request(method, path, { ...init, fetch, Request: LightRequest });
      return { ...result, response: response as Response };
    },
  };
}

const verbs = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

type Init = { signal?: AbortSignal; fetch?: unknown; params?: { query?: unknown } };

/** openapi-fetch would send what is not a plain object as no query at all. */
function checkQuery(query: unknown): void {
  if (query === undefined || isPlain(query)) return;
  throw new CsbsConfigError("params.query must be a plain object of names and values");
}

/** Gives calls by path the client's limits, for all that happens in them, middleware included. */
function limitCalls(client: Client<paths>, config: HttpConfig, budget: RetryBudget): void {
  const { request } = client as unknown as { request: (...call: unknown[]) => Promise<unknown> };
  const limited = async (method: string, path: string, init: Init = {}) => {
    const { signal } = init;
    checkSignal(signal);
    const times = { ...config, end: now() + config.deadline, signal };
    checkQuery(init.params?.query);
    let received: Received | undefined;
    const fetch = async (sent: Request) => {
      const safe = sent.method === "GET";
      received = await send(sent, { ...times, budget, safe, signal: sent.signal });
      return toResponse(received);
    };
    try {
      return await underDeadline(times, (deadline) =>
        deadline.race(request(method, path, { fetch, ...init })),
      );
    } catch (error) {
      // The platform's message quotes the body.
      if (!(error instanceof SyntaxError) || received === undefined) throw error;
      const { response, text: body } = received;
      throw responseError(response, "a body that is invalid JSON", { operation: undefined, body });
    }
  };
  const byVerb = verbs.map((verb) => [verb, (path: string, init?: Init) => limited(verb, path, init)]);
  Object.assign(client, { request: limited }, Object.fromEntries(byVerb));
}

/** openapi-fetch would take a Content-Length of 0 for an empty body; what was read decides. */
const noHeaders = new Map<string, string>();

function asItIs(json: string): string {
  return json;
}

/** Statuses whose responses have no body. */
const bodiless = [204, 205, 304];

/** A response of the platform, for middleware and callers by path, whose body is in memory. */
function toResponse({ response, text }: Received): Response {
  const { status, url } = response;
  const headers = new Headers();
  response.headers.forEach((value, name) => {
    try {
      headers.append(name, value);
    } catch {
      // Node 20 and 22 read names that they would not write.
    }
  });
  // No response can be made with another status, which may nevertheless arrive.
  const possible = status >= 200 && status <= 599 ? status : 599;
  const body = bodiless.includes(possible) ? null : text || null;
  const made = new Response(body, { status: possible, headers });
  // openapi-fetch takes for an error what is not ok. No documented error is longer.
  const ok = made.ok && !(text.length < 65_536 && isError(parseJson(text)));
  return Object.defineProperties(made, { ok: { value: ok }, status: { value: status }, url: { value: url } });
}
