import type { Client } from "openapi-fetch";
import type { Operations } from "../generated/methods.ts";
import { operationTable } from "../generated/operations.ts";
import type { paths } from "../generated/schema.ts";
import { CsbsConfigError, CsbsError, CsbsResponseError } from "./errors.ts";
import {
  type CallConfig,
  type CsbsCallOptions,
  type CsbsClientOptions,
  type CsbsConfig,
  noOptions,
  readCall,
  readConfig,
} from "./options.ts";
import { buildParts, type CompiledRow, compileRow, type RequestParts } from "./transport/build.ts";
import { CallClock } from "./transport/clock.ts";
import { createHttp, type Http } from "./transport/http.ts";
import { apiError, brokenOff, readAnswer } from "./transport/read.ts";
import { RetryBudget } from "./transport/retry.ts";
import { type SendContext, send } from "./transport/send.ts";
import type { CsbsValidator, ValueToCheck } from "./validation.ts";

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
  return async (parameters = {}, options = noOptions) => {
    let parts: RequestParts;
    let call: CallConfig;
    try {
      parts = buildParts(row, parameters, config.bound);
      call = readCall(options, config);
    } catch (error) {
      throw named(operation, error);
    }
    const { auth, fetch, hooks, validate } = config;
    if (validate !== undefined) check(validate, { operation, kind: "body", value: parts.body });
    const { timeout, deadline, policy } = call;
    const clock = new CallClock({ timeout, deadline, operation, signal: options.signal });
    const { path, safe, json } = row;
    const context: SendContext = { auth, fetch, hooks, policy, budget, clock, operation, path, safe };
    try {
      const { response, error } = await http
        .request(row, parts, call.headers, (sent) => send(sent, context))
        .catch((reason) => {
          // The body of an error answer is read there, and may break off.
          const broken = context.answered?.bodyUsed === true && reason instanceof TypeError;
          throw broken ? brokenOff(reason, operation) : reason;
        });
      if (!response.ok) throw apiError(response, error, operation);
      const data = await readAnswer(response, { operation, json });
      if (validate !== undefined) check(validate, { operation, kind: "answer", value: data }, response);
      return { data, response };
    } catch (error) {
      clock.signal.throwIfAborted();
      throw error;
    } finally {
      clock.stop();
    }
  };
}

function check(validate: CsbsValidator, what: ValueToCheck, response?: Response): void {
  const problem = validate(what);
  if (problem === undefined) return;
  const { operation, value: body } = what;
  if (response === undefined) {
    throw new CsbsConfigError(`the body does not fit the description: ${problem}`, { operation });
  }
  const message = `answered ${response.status} with a body that does not fit the description: ${problem}`;
  throw new CsbsResponseError(message, { operation, status: response.status, body });
}

/** Puts the operation into the message of an error that was found before anything was sent. */
function named(operation: string, error: unknown): unknown {
  return error instanceof CsbsError ? new CsbsConfigError(error.message, { operation }) : error;
}
