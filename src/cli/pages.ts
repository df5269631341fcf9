import { type CsbsClient, paginate } from "../index.ts";
import { UsageError } from "./exit.ts";
import type { OperationSpec } from "./spec.ts";

type Params = Record<string, unknown>;

/** The items of all pages, one after the other. A limit that was given is the size of a page. */
export function allItems(
  client: CsbsClient,
  { operationId }: OperationSpec,
  parameters: Params,
  signal: AbortSignal | undefined,
): AsyncIterable<Params> {
  const { limit, offset, ...rest } = parameters;
  if (offset !== undefined) {
    throw new UsageError("--all and --offset exclude each other; --marker can say where to begin");
  }
  const { limit: limitInBody, ...body } = (rest.body ?? {}) as Params;
  const size = limit ?? limitInBody;
  const method = client[operationId as "listBackups"];
  return paginate(method, (rest.body === undefined ? rest : { ...rest, body }) as object, {
    ...(size === undefined ? {} : { pageSize: Number(size) }),
    signal,
  });
}
