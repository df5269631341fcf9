import type { components } from "../../generated/schema.ts";
import { CsbsApiError, CsbsConnectionError, CsbsResponseError } from "../errors.ts";
import { reasonOf } from "./attempt.ts";
import { retryAfterOf } from "./retry.ts";
import { requestIdIn } from "./send.ts";

type Schemas = components["schemas"];

const noReason = "no reason given";

/**
 * The parsed body of a 2xx answer. Where the operation does not promise JSON, an answer without it
 * is undefined. The content type is not looked at: what is JSON is taken as such.
 *
 * @throws CsbsResponseError when promised JSON is none, CsbsConnectionError when the body breaks
 * off, CsbsApiError when the body is an error in spite of its status.
 */
export async function readAnswer(
  response: Response,
  { operation, json }: { operation: string; json: boolean },
): Promise<unknown> {
  if (response.status === 204 && !json) return undefined;
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw brokenOff(error, operation);
  }
  const parsed = parseJson(text);
  if (!isObject(parsed) && json) {
    const what =
      text === ""
        ? "an empty body"
        : `a body that is no JSON object (${response.headers.get("content-type") ?? "no content type"})`;
    throw new CsbsResponseError(`answered ${response.status} with ${what}`, {
      operation,
      status: response.status,
      body: text,
      requestId: requestIdIn(response),
    });
  }
  if (isObject<Schemas["ErrorBody"]>(parsed) && isText(parsed.error_code) && isText(parsed.error_msg)) {
    throw apiError(response, parsed, operation);
  }
  return parsed;
}

export function brokenOff(error: unknown, operation: string | undefined): CsbsConnectionError {
  return new CsbsConnectionError(`the answer broke off (${reasonOf(error)})`, { operation, cause: error });
}

/** Makes the typed error of an answer that is not 2xx, whatever shape its body has; `by` names who else answered. */
export function apiError(
  response: Response,
  body: unknown,
  operation: string | undefined,
  by?: string,
): CsbsApiError {
  const { code, reason } = reasonIn(body) ?? { code: undefined, reason: response.statusText || noReason };
  const inBody = isObject<Schemas["ErrorBody"]>(body) ? textOf(body.request_id) : undefined;
  return new CsbsApiError({
    operation,
    by,
    status: response.status,
    code,
    reason,
    body,
    requestId: inBody ?? requestIdIn(response),
    retryAfter: retryAfterOf(response.headers.get("retry-after")),
  });
}

/** The body of an error: what the JSON says, the text where it is none, undefined where it is empty. */
export function parseError(text: string): unknown {
  const parsed = parseJson(text);
  return parsed === undefined && text !== "" ? text : parsed;
}

/** JSON.parse without the throw; JSON has no undefined of its own. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the shapes of the schema ErrorBody; undefined for any other. */
function reasonIn(body: unknown): { code: string | undefined; reason: string } | undefined {
  if (!isObject<Schemas["ErrorBody"]>(body)) return undefined;
  if (isText(body.error_code) || isText(body.error_msg)) {
    return { code: textOf(body.error_code), reason: textOf(body.error_msg) ?? noReason };
  }
  if (isObject<Schemas["IamErrorDetail"]>(body.error)) {
    const { code, title, message } = body.error;
    return { code: textOf(title) ?? textOf(code), reason: textOf(message) ?? noReason };
  }
  return faultIn(body);
}

function faultIn(body: Record<string, unknown>): { code: string; reason: string } | undefined {
  const [fault, ...more] = Object.entries(body);
  if (fault === undefined || more.length > 0 || !isObject<Schemas["FaultDetail"]>(fault[1])) return undefined;
  const { message } = fault[1];
  return isText(message) ? { code: fault[0], reason: message } : undefined;
}

/** The answer may be anything: every member is read as unknown until it is looked at. */
function isObject<Shape>(
  value: unknown,
): value is { [Key in keyof Shape]?: unknown } & Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function textOf(value: unknown): string | undefined {
  return isText(value) ? value : typeof value === "number" ? String(value) : undefined;
}
