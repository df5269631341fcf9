import type { ErrorCode } from "../generated/error-codes.ts";

/**
 * Everything the client throws on its own account is a CsbsError; what a caller's AbortSignal ends
 * is thrown as that signal's reason, as fetch does. No message holds a credential.
 */

/** What every error of the client says about its call. */
export interface CsbsErrorOptions {
  /** operationId of the call, such as countBackups; none for calls by path on `csbs.http`. */
  operation?: string | undefined;
  /** What caused it: name, message and code of fetch's error, or the error of a token function or a parser. */
  cause?: unknown;
}

/** The common base: `error instanceof CsbsError` catches all that this package throws. */
export class CsbsError extends Error {
  /** Name of the class, such as `CsbsApiError`. */
  override name = "CsbsError";
  /** operationId of the call, such as countBackups. */
  readonly operation: string | undefined;

  constructor(message: string, options: CsbsErrorOptions = {}) {
    const subject = options.operation === undefined ? "" : `${options.operation}: `;
    super(subject + message, options);
    this.operation = options.operation;
  }
}

/** Wrong options or parameters. Nothing was sent. */
export class CsbsConfigError extends CsbsError {
  override name = "CsbsConfigError";
}

/** No response arrived: the host is unknown or refuses, or the connection broke. */
export class CsbsConnectionError extends CsbsError {
  override name = "CsbsConnectionError";
}

/** The response did not arrive, or was not complete, within the timeout. */
export class CsbsTimeoutError extends CsbsConnectionError {
  override name = "CsbsTimeoutError";
  /** The timeout that ran out, in milliseconds. */
  readonly timeout: number;

  constructor(
    timeout: number,
    options: CsbsErrorOptions = {},
    message = `no complete response within ${timeout} ms; raise timeout or deadline if the service needs longer`,
  ) {
    super(message, options);
    this.timeout = timeout;
  }
}

/** The response behind an error. */
export interface CsbsResponse extends CsbsErrorOptions {
  /** HTTP status of the response. */
  status: number;
  /** Body of the response: the parsed JSON, or the text if it is invalid JSON. */
  body: unknown;
  /** ID under which the gateway or the service keeps the request, to quote to its support. */
  requestId?: string | undefined;
  /** Milliseconds that the response asks to wait (Retry-After). */
  retryAfter?: number | undefined;
}

/** The service, or the gateway before it, responded with a status other than 2xx. */
export class CsbsApiError extends CsbsError {
  override name = "CsbsApiError";
  /** HTTP status of the response. */
  readonly status: number;
  /**
   * Code of the error: `CSBS.3001` from the service, `APIGW.0301` from its gateway; from the layers
   * around them the name of the fault (`itemNotFound`) or the title (`Unauthorized`). Undefined
   * where the response has none.
   */
  readonly code: ErrorCode | (string & {}) | undefined;
  /** ID of the request, where the response holds one. */
  readonly requestId: string | undefined;
  /** The parsed body, or its text if that is invalid JSON. */
  readonly body: unknown;
  /** Milliseconds that the response asked to wait (Retry-After), where it did. */
  readonly retryAfter: number | undefined;

  constructor(
    response: CsbsResponse & { code?: string | undefined; reason?: string; by?: string | undefined },
  ) {
    const { status, code, reason, requestId, retryAfter, by } = response;
    const head = [by, "responded", status, code].filter((part) => part !== undefined).join(" ");
    const asks = retryAfter === undefined ? "" : `; it asks to wait ${Math.ceil(retryAfter / 1000)} s`;
    const why = reason === undefined ? "" : `: ${reason}`;
    super(`${head}${why}${asks}${requestId === undefined ? "" : ` (request id ${requestId})`}`, response);
    this.retryAfter = retryAfter;
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.body = response.body;
  }
}

/** A 2xx response that is not what the operation promises: invalid JSON, incomplete, or empty. */
export class CsbsResponseError extends CsbsError {
  override name = "CsbsResponseError";
  /** HTTP status of the response. */
  readonly status: number;
  /** ID of the request, where the response holds one. */
  readonly requestId: string | undefined;
  /** What arrived, as text. */
  readonly body: unknown;

  constructor(message: string, response: CsbsResponse) {
    super(message, response);
    this.status = response.status;
    this.requestId = response.requestId;
    this.body = response.body;
  }
}
