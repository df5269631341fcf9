import type { components } from "../../generated/schema.ts";
import { CsbsApiError, CsbsResponseError } from "../errors.ts";
import { retryAfterOf } from "./retry.ts";

type Schemas = components["schemas"];

/**
 * What the text of a 2xx response holds. Where the operation does not promise JSON, a response without
 * it is undefined. The content type is not considered: what is JSON is taken as such.
 *
 * @throws CsbsResponseError when promised JSON is missing, CsbsApiError when the body is an error in
 * spite of its status.
 */
export function parseSuccess(
  response: Response,
  text: string | undefined,
  { operation, json }: { operation: string; json: boolean },
): unknown {
  const { status } = response;
  const parsed = parseJson(text ?? "");
  if (json && !isObject(parsed)) {
    const type = /^[\w.+-]+\/[\w.+-]+/.exec(response.headers.get("content-type") ?? "");
    const what = text
      ? `a body that is not a JSON object (${type?.[0] ?? "no content type"})`
      : "an empty body";
    const requestId = requestIdIn(response);
    throw new CsbsResponseError(`responded ${status} with ${what}`, {
      operation,
      status,
      body: text,
      requestId,
    });
  }
  if (isError(parsed)) throw apiError(response, parsed, operation);
  return parsed;
}

/** Whether a body is an error whatever its status: it has a code. */
export function isError(body: unknown): boolean {
  return errorIn(body)?.code !== undefined;
}

/** Makes the typed error of a response that is not 2xx, whatever shape its body has. */
export function apiError(response: Response, body: unknown, operation: string | undefined): CsbsApiError {
  const { code, reason = "no reason given", id } = errorIn(body) ?? {};
  return new CsbsApiError({
    operation,
    status: response.status,
    code,
    reason,
    body: body === "" ? undefined : body,
    requestId: requestIdOf(id) ?? requestIdIn(response),
    retryAfter: retryAfterOf(response.headers.get("retry-after")),
  });
}

/** Headers under which gateways and OpenStack services give the ID of a request. */
const requestIdHeaders = ["x-request-id", "x-openstack-request-id", "x-compute-request-id"];

export function requestIdIn(response: Response | undefined): string | undefined {
  for (const name of requestIdHeaders) {
    const id = requestIdOf(response?.headers.get(name));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Hex digits, as gateways and OpenStack write an ID: what has another form may be anything. */
function requestIdOf(value: unknown): string | undefined {
  return typeof value === "string" && /^(req-)?[\da-f-]{16,64}$/i.test(value) ? value : undefined;
}

/** JSON.parse without the throw; JSON has no undefined of its own. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the shapes of the schema ErrorBody: of the service and its gateway, IAM and the OpenStack layer. */
function errorIn(
  body: unknown,
): { code: string | undefined; reason: string | undefined; id?: unknown } | undefined {
  if (!isObject<Schemas["ErrorBody"]>(body)) return undefined;
  const { error_code, error_msg, request_id, error } = body;
  if (isText(error_code) || isText(error_msg)) {
    return { code: textOf(error_code), reason: textOf(error_msg), id: request_id };
  }
  if (isObject<Schemas["IamErrorDetail"]>(error)) {
    return { code: textOf(error.title) ?? textOf(error.code), reason: textOf(error.message) };
  }
  const [[name, fault] = [], ...more] = Object.entries(body);
  const isFault = more.length === 0 && isObject<Schemas["FaultDetail"]>(fault) && isText(fault.message);
  return isFault ? { code: name, reason: fault.message as string } : undefined;
}

/** The response may be anything: every field is read as unknown until it is checked. */
export function isObject<Shape>(
  value: unknown,
): value is { [Key in keyof Shape]?: unknown } & Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function textOf(value: unknown): string | undefined {
  return isText(value) ? value : typeof value === "number" ? String(value) : undefined;
}

/** A number of things, also where it is written as text; undefined for anything else. */
export function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
