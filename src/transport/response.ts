import { isError } from "./error-body.ts";
import { apiError, responseError } from "./failures.ts";
import { mediaTypeOf } from "./headers.ts";
import { isObject, parseJson } from "./json.ts";

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
  const parsed = parseJson(text ?? "");
  if (json && !isObject(parsed)) {
    const what = text
      ? `a body that is not a JSON object (${mediaTypeOf(response) ?? "no content type"})`
      : "an empty body";
    throw responseError(response, what, { operation, body: text });
  }
  if (isError(parsed)) throw apiError(response, parsed, operation);
  return parsed;
}
