import createClient, { type Client } from "openapi-fetch";
import type { paths } from "../../generated/schema.ts";
import type { CsbsConfig } from "../config.ts";
import { fillPath } from "./build.ts";
import { CallClock } from "./clock.ts";
import { LightRequest } from "./light-request.ts";
import type { RetryBudget } from "./retry.ts";
import { send } from "./send.ts";

/** What a method asks of openapi-fetch. The rows of the table are known at run time only, so the path's types do not apply. */
export interface MethodRequest {
  params: { path: object; query: object };
  body: unknown;
  headers: object | undefined;
  parseAs: "stream";
  fetch: (request: LightRequest | Request) => Promise<Response>;
  /** Set by `Http.request`. */
  Request?: typeof LightRequest;
}

/** The openapi-fetch client, and the way in for methods. */
export interface Http {
  client: Client<paths>;
  request(
    method: string,
    path: string,
    init: MethodRequest,
  ): Promise<{ response: Response; error?: unknown }>;
}

/**
 * Creates the openapi-fetch client. Calls by path have a clock of their own that ends with the head
 * of the answer, because its body is the caller's to read. Requests of methods are light ones, until
 * middleware is registered: that expects the platform's.
 */
export function createHttp(config: CsbsConfig, budget: RetryBudget): Http {
  const client = createClient<paths>({
    baseUrl: config.endpoint,
    headers: config.headers,
    redirect: "manual",
    fetch: async (request) => {
      const clock = new CallClock({ ...config, signal: request.signal });
      try {
        return await send(request, { ...config, budget, clock, safe: request.method === "GET" });
      } catch (error) {
        clock.signal.throwIfAborted();
        throw error;
      } finally {
        clock.stop();
      }
    },
    pathSerializer: fillPath,
  });
  let middleware = 0;
  const { use, eject } = client;
  Object.assign(client, {
    use: (...added: Parameters<typeof use>) => {
      middleware += added.length;
      use(...added);
    },
    eject: (...removed: Parameters<typeof eject>) => {
      middleware -= removed.length;
      eject(...removed);
    },
  });
  const request = client.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => ReturnType<Http["request"]>;
  return {
    client,
    request: (method, path, init) => {
      if (middleware === 0) init.Request = LightRequest;
      return request(method, path, init);
    },
  };
}
