import { CsbsApiError, type CsbsClient, CsbsResponseError } from "../../index.ts";
import type { Document, JsonObject } from "../../spec/document.ts";
import { kebabCase } from "../../spec/names.ts";
import { type Checkup, type Finding, failureOf, plural } from "./checkup.ts";
import { type ReadOperation, readOperations, smallestRequest } from "./requests.ts";

/** Runs each read-only operation, with the smallest request. `needs` are the checks that all depend on. */
export async function checkOperations(
  client: CsbsClient,
  {
    spec,
    checkup,
    needs,
    signal,
  }: { spec: Document; checkup: Checkup; needs: readonly string[]; signal: AbortSignal | undefined },
): Promise<void> {
  const items = new Map<string, JsonObject>();
  const denied: string[] = [];
  const clouds = new Set(readOperations(spec).flatMap(({ operation }) => operation["x-csbs-clouds"]));
  const all = readOperations(spec);
  for (const one of all) {
    const { operationId, "x-csbs-pages": pages, "x-csbs-clouds": offered } = one.operation;
    const lists = one.sources.flatMap(({ list }) => list?.operation.operationId ?? []);
    await checkup.run(operationId, [...needs, ...lists], async () => {
      const missing = lists.find((list) => checkup.resultOf(list) === "not offered");
      if (missing !== undefined) return { result: "skipped", detail: `${missing} is not offered` };
      const request = smallestRequest(spec, one, items);
      if (typeof request === "string") return { result: "skipped", detail: request };
      try {
        const body = await call(client, operationId, request, signal);
        const found = pages === undefined ? undefined : (body[pages.items] as JsonObject[] | undefined);
        if (found?.[0] !== undefined) items.set(operationId, found[0]);
        return {
          detail: found === undefined ? "as described" : `as described, ${plural(found.length, "item")}`,
        };
      } catch (error) {
        if (!(error instanceof CsbsApiError || error instanceof CsbsResponseError)) throw error;
        if (error.status === 404 && offered.length < clouds.size) {
          return { result: "not offered", detail: `documented for ${offered.join(", ")} only` };
        }
        if (error.status === 403) denied.push(operationId);
        return refusal(error, operationId);
      }
    });
  }
  await checkup.run("permissions", needs, () => checkPermissions(denied, all, checkup));
}

async function call(
  client: CsbsClient,
  operationId: string,
  request: JsonObject,
  signal: AbortSignal | undefined,
): Promise<JsonObject> {
  const method = client[operationId as "listBackups"] as (...args: object[]) => Promise<unknown>;
  return (await method(request, { signal })) as JsonObject;
}

function refusal(error: CsbsApiError | CsbsResponseError, operationId: string): Finding<never> {
  if (error instanceof CsbsApiError) return failureOf(error);
  const again = `csbs api ${kebabCase(operationId)} --debug`;
  return {
    ...failureOf(error),
    remedy: `The service differs from the description; ${again} shows the response.`,
  };
}

function checkPermissions(
  denied: readonly string[],
  all: readonly ReadOperation[],
  checkup: Checkup,
): Finding {
  const results = all.map(({ operation }) => checkup.resultOf(operation.operationId));
  const allowed = results.filter((result) => result === "ok").length;
  if (denied.length === 0) {
    return allowed === 0
      ? { result: "skipped", detail: "no operation responded" }
      : { detail: `${allowed} operations are allowed, none is refused with 403` };
  }
  return {
    result: "failed",
    detail: `refused with 403: ${denied.join(", ")}`,
    remedy: "Ask the administrator of the account to allow the user these operations in this project.",
  };
}
