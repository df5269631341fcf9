import createClient, { type Client } from "openapi-fetch";
import { type Operations, operationTable } from "../generated/operations.ts";
import type { paths } from "../generated/schema.ts";
import {
  type CsbsCallOptions,
  type CsbsClientOptions,
  type CsbsConfig,
  readConfig,
  readHeaders,
  readTimeout,
} from "./config.ts";
import { CsbsConfigError, CsbsError } from "./errors.ts";
import { buildParts, type OperationRow, pathValue } from "./transport/build.ts";
import { withDeadline } from "./transport/deadline.ts";
import { apiError, brokenOff, readAnswer } from "./transport/read.ts";
import { send } from "./transport/send.ts";

/** One method per operationId; see each for its parameters, answer and errors. */
export type CsbsOperations = Operations<CsbsCallOptions>;

/** The same methods, resolving to the answer's body together with the Response it came in. */
export type CsbsOperationsWithResponse = {
  [Id in keyof CsbsOperations]: (
    ...args: Parameters<CsbsOperations[Id]>
  ) => Promise<{ data: Awaited<ReturnType<CsbsOperations[Id]>>; response: Response }>;
};

/** What {@link createCsbsClient} returns. */
export interface CsbsClient extends CsbsOperations {
  /** Every operation, resolving to `{ data, response }`: for headers and status. The body is read already. */
  readonly withResponse: CsbsOperationsWithResponse;
  /**
   * The typed openapi-fetch client underneath, for those who think in paths. It authenticates as
   * the methods do, and resolves to `{ data, error, response }` instead of throwing on an error
   * status. Middleware registered here sees the methods' requests too.
   */
  readonly http: Client<paths>;
}

type Call = (
  parameters?: Record<string, unknown>,
  options?: CsbsCallOptions,
) => Promise<{ data: unknown; response: Response }>;

/**
 * Creates a client for one endpoint and one project. Makes no request by itself.
 *
 * @throws CsbsConfigError when an option is missing or cannot work.
 */
export function createCsbsClient(options: CsbsClientOptions): CsbsClient {
  const config = readConfig(options);
  const http = createHttp(config);
  const calls = Object.entries(operationTable).map(
    ([id, row]) => [id, callOf(config, http, id, row)] as const,
  );
  const methods = calls.map(([id, call]) => [
    id,
    async (...args: Parameters<Call>) => (await call(...args)).data,
  ]);
  return { ...Object.fromEntries(methods), withResponse: Object.fromEntries(calls), http };
}

function createHttp(config: CsbsConfig): Client<paths> {
  return createClient<paths>({
    baseUrl: config.endpoint,
    headers: config.headers,
    // A redirect would carry the credential to wherever it points.
    redirect: "error",
    fetch: (request) =>
      withDeadline({ timeout: config.timeout, signal: request.signal }, (signal) =>
        send(new Request(request, { signal }), config),
      ),
    pathSerializer: (path, values) =>
      path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(pathValue(name, values[name]))),
  });
}

/** Joins one row of the table to the transport. */
function callOf(config: CsbsConfig, http: Client<paths>, operation: string, row: OperationRow): Call {
  const request = http.request as unknown as LooseRequest;
  return async (parameters = {}, options = {}) => {
    const parts = named(operation, () => buildParts(row, parameters, config.bound));
    const headers = named(operation, () => readHeaders(options.headers));
    const timeout = named(operation, () => readTimeout(options.timeout ?? config.timeout));
    return withDeadline({ timeout, signal: options.signal, operation }, async (signal) => {
      let answered = false;
      const { response, error } = await request(row.method.toLowerCase(), row.path, {
        params: { path: parts.path, query: parts.query },
        body: parts.body,
        headers,
        signal,
        // openapi-fetch would throw a bare SyntaxError on a body that is no JSON: it is read here.
        parseAs: "stream",
        fetch: async (sent: Request) => {
          const response = await send(sent, { ...config, operation });
          answered = true;
          return response;
        },
      }).catch((error) => {
        // openapi-fetch reads the body of an error answer by itself.
        throw answered && error instanceof TypeError ? brokenOff(error, operation) : error;
      });
      if (!response.ok) throw apiError(response, error, operation);
      return { data: await readAnswer(response, { operation, json: row.json }), response };
    });
  };
}

/** The table's rows are known at run time only, so the path's types cannot be used here. */
type LooseRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ response: Response; error?: unknown }>;

/** Puts the operation into the message of an error that was found before anything was sent. */
function named<T>(operation: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw error instanceof CsbsError ? new CsbsConfigError(error.message, { operation }) : error;
  }
}
