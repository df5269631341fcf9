import type { Client } from "openapi-fetch";
import type { Operations } from "../generated/methods.ts";
import { operationTable } from "../generated/operations.ts";
import type { paths } from "../generated/schema.ts";
import { CsbsConfigError, CsbsError, CsbsTimeoutError } from "./errors.ts";
import {
  type CsbsCallOptions,
  type CsbsClientOptions,
  type CsbsConfig,
  noOptions,
  readCall,
  readConfig,
} from "./options.ts";
import { now } from "./transport/deadline.ts";
import { apiError, responseError } from "./transport/failures.ts";
import { createHttp, type Http } from "./transport/http.ts";
import { type CompiledRow, compileRow, sortParameters } from "./transport/parameters.ts";
import { checkPlatform } from "./transport/platform.ts";
import { parseSuccess } from "./transport/response.ts";
import { RetryBudget } from "./transport/retry.ts";
import type { CsbsValidator, ValueToCheck } from "./validation/validation.ts";

/** One method per operationId; see each for its parameters, response and errors. */
export type CsbsOperations = Operations<CsbsCallOptions>;

/** The same methods, resolving to the response's body together with the Response it came in. */
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
   * The typed openapi-fetch client underneath, for those who think in paths. It authenticates as the
   * methods do, repeats GETs as they do and all else as what changes something, and resolves to `{ data, error, response }` instead of throwing on an
   * error status. Middleware registered here sees the methods' requests too.
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
  checkPlatform();
  const config = readConfig(options);
  const budget = new RetryBudget();
  const http = createHttp(config, budget);
  const client: Record<string, unknown> = { http: http.client };
  const withResponse: Record<string, Call> = {};
  for (const [operationId, row] of Object.entries(operationTable)) {
    const call = callOf(config, budget, http, operationId, compileRow(row));
    const method = async (...[parameters, given]: Parameters<Call>) => (await call(parameters, given)).data;
    // What walks over pages needs to know which operation a method is.
    client[operationId] = Object.assign(method, { operationId });
    withResponse[operationId] = call;
  }
  return { ...client, withResponse } as unknown as CsbsClient;
}

/** Joins one row of the table to the transport. */
function callOf(
  config: CsbsConfig,
  budget: RetryBudget,
  http: Http,
  operation: string,
  row: CompiledRow,
): Call {
  const { endpoint, auth, fetch, hooks, validate } = config;
  const { path, safe, json } = row;
  const fixed = { endpoint, auth, fetch, hooks, budget, operation, path, safe };
  return async (parameters = {}, options = noOptions) => {
    const { parts, call } = named(operation, () => ({
      parts: sortParameters(row, parameters, config.bound),
      call: readCall(options, config),
    }));
    if (validate !== undefined) {
      check(validate, { operation, kind: "parameters", value: { ...parts.path, ...parts.query } });
      check(validate, { operation, kind: "body", value: parts.body });
    }
    const { headers } = call;
    const times = { end: now() + call.deadline, signal: options.signal };
    const {
      data: text,
      error,
      response,
    } = await http.request(row, parts, headers, { ...fixed, ...call, ...times });
    if (!response.ok) throw apiError(response, error, operation);
    const data = parseSuccess(response, text, { operation, json });
    // Parsing cannot be interrupted.
    if (now() > times.end) throw new CsbsTimeoutError(call.deadline, { operation });
    if (validate !== undefined) check(validate, { operation, kind: "response", value: data }, response);
    return { data, response };
  };
}

function check(validate: CsbsValidator, what: ValueToCheck, response?: Response): void {
  const problem = validate(what);
  if (problem === undefined) return;
  const { operation, value: body } = what;
  if (response === undefined) throw new CsbsConfigError(problem, { operation });
  throw responseError(response, `a body that does not fit the description: ${problem}`, { operation, body });
}

/** Puts the operation into the message of an error that is found before anything is sent. */
function named<T>(operation: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CsbsError ? new CsbsConfigError(error.message, { operation }) : error;
  }
}
