import createClient, { type Client, createQuerySerializer } from "openapi-fetch";
import type { paths } from "../../generated/schema.ts";
import { CsbsConfigError } from "../errors.ts";
import type { CsbsConfig } from "../options.ts";
import { fillPath, type OperationRow, type RequestParts } from "./build.ts";
import { CallClock } from "./clock.ts";
import { LightRequest } from "./light-request.ts";
import { parseError } from "./read.ts";
import type { RetryBudget } from "./retry.ts";
import { send } from "./send.ts";

/** The answer to a method's request, its body unread; of one that is not 2xx, the body is in `error`. */
interface Answer {
  response: Response;
  error?: unknown;
}

/** The openapi-fetch client, and the way in for methods. */
export interface Http {
  client: Client<paths>;
  request(
    row: OperationRow,
    parts: RequestParts,
    headers: Record<string, string>,
    fetch: (request: LightRequest | Request) => Promise<Response>,
  ): Promise<Answer>;
}

/**
 * Creates the openapi-fetch client. Calls by path have a clock of their own that ends with the head
 * of the answer, because its body is the caller's to read. Requests of methods go through the client
 * where middleware is registered, because that is what middleware is for; without any they take the
 * short way, which makes the same request for half the price.
 */
export function createHttp(config: CsbsConfig, budget: RetryBudget): Http {
  const querySerializer = createQuerySerializer();
  const client = createClient<paths>({
    baseUrl: config.endpoint,
    headers: config.headers,
    redirect: "manual",
    fetch: async (request) => {
      const clock = new CallClock({ ...config, signal: request.signal });
      try {
        const answer = await send(request, { ...config, budget, clock, safe: request.method === "GET" });
        // The caller may still end the reading of its body.
        clock.rest();
        return answer;
      } catch (error) {
        clock.stop();
        clock.signal.throwIfAborted();
        throw error;
      }
    },
    pathSerializer: fillPath,
    querySerializer,
    bodySerializer: toJson,
  });
  const hasMiddleware = watchMiddleware(client);
  // The rows of the table are known at run time only, so the path's types do not apply.
  const byClient = client.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<Answer>;
  return {
    client,
    request: async ({ method, path }, parts, headers, fetch) => {
      const { query, body } = parts;
      if (hasMiddleware()) {
        const params = { path: parts.path, query };
        // openapi-fetch would throw a bare SyntaxError on a body that is no JSON: it is read by us.
        const answer = await byClient(method, path, { params, body, headers, fetch, parseAs: "stream" });
        return answer.error === "" ? { response: answer.response } : answer;
      }
      const search = querySerializer(query);
      const url = config.endpoint + fillPath(path, parts.path) + (search === "" ? "" : `?${search}`);
      const init =
        body === undefined
          ? { method, headers, body }
          : {
              method,
              headers: { "content-type": "application/json", ...headers },
              body: toJson(body),
            };
      const response = await fetch(new LightRequest(url, init));
      return response.ok ? { response } : { response, error: parseError(await response.text()) };
    },
  };
}

function toJson(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new CsbsConfigError("the body has no form in JSON: it leads back to itself, or holds a BigInt", {
      cause,
    });
  }
}

/** Keeps count of a client's middleware, which openapi-fetch does not tell; one at a time, for it refuses some. */
function watchMiddleware(client: Client<paths>): () => boolean {
  const registered: unknown[] = [];
  const { use, eject } = client;
  client.use = (...added) => {
    for (const one of added) {
      use(one);
      registered.push(one);
    }
  };
  client.eject = (...removed) => {
    for (const one of removed) {
      eject(one);
      const at = registered.indexOf(one);
      if (at !== -1) registered.splice(at, 1);
    }
  };
  return () => registered.length > 0;
}
