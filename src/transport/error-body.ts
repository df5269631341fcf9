import type { components } from "../../generated/schema.ts";
import { isObject, isText, textOf } from "./json.ts";

type Schemas = components["schemas"];

/** Whether a body is an error whatever its status: it has a code. */
export function isError(body: unknown): boolean {
  return errorIn(body)?.code !== undefined;
}

/** Reads the shapes of the schema ErrorBody: of the service and its gateway, IAM and the OpenStack layer. */
export function errorIn(
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
