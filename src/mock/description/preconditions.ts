import { accepts, unsupportedBody } from "../http/media-types.ts";
import type { HttpRequest } from "../http/request.ts";
import type { SpecDocument } from "./document.ts";
import type { Route } from "./routes.ts";

/** Status and reason if the gateway does not pass a request on to the service; undefined if it does. */
export function refusalOf(
  { headers, body }: HttpRequest,
  { operation }: Route,
  document: SpecDocument,
): [status: number, reason: string] | undefined {
  const types = document.mediaTypes(operation);
  if (!accepts(headers.accept, types.response)) {
    return [406, `unsupported Accept "${headers.accept}"; accept ${types.response.join(" or ")}`];
  }
  // A body that no operation takes is refused by the description.
  if (body.length === 0 || types.request.length === 0) return undefined;
  const problem = unsupportedBody(headers, types.request);
  return problem === undefined ? undefined : [415, problem];
}
