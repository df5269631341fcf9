import { CsbsApiError, type CsbsClient, CsbsResponseError } from "../../index.ts";
import type { Document, JsonObject } from "../../spec/document.ts";
import { kebabCase } from "../../spec/names.ts";
import { type Checkup, type Finding, failureOf, plural } from "./checkup.ts";
import { type ReadOperation, readOperations, smallestRequest } from "./requests.ts";

/** What the checks of all operations share. */
interface Shared {
  spec: Document;
  checkup: Checkup;
  signal: AbortSignal | undefined;
}

/** Runs each read-only operation, with the smallest request. `needs` are the checks that all depend on. */
export async function checkOperations(
  client: CsbsClient,
  { needs, ...shared }: Shared & { needs: readonly string[] },
): Promise<void> {
  const { spec, checkup } = shared;
  const all = readOperations(spec);
  const items = new Map<string, JsonObject>();
  const refused = new Map<string, number>();
  const clouds = new Set(all.flatMap(({ operation }) => operation["x-csbs-clouds"]));
  for (const one of all) {
    const { operationId, "x-csbs-clouds": offered } = one.operation;
    const lists = one.sources.flatMap(({ list }) => list?.operation.operationId ?? []);
    await checkup.run(operationId, [...needs, ...lists], async () => {
      const missing = lists.find((list) => checkup.resultOf(list) === "not offered");
      if (missing !== undefined) return { result: "skipped", detail: `${missing} is not offered` };
      try {
        return await checkOperation(client, one, items, shared);
      } catch (error) {
        if (!(error instanceof CsbsApiError || error instanceof CsbsResponseError)) throw error;
        refused.set(operationId, error.status);
        return error.status === 404 && offered.length < clouds.size
          ? { result: "not offered", detail: `documented for ${offered.join(", ")} only` }
          : refusal(error, operationId);
      }
    });
  }
  const denied = [...refused].flatMap(([operationId, status]) => (status === 403 ? operationId : []));
  await checkup.run("permissions", needs, () => checkPermissions(denied, all, checkup));
}

/** Sends the request, and keeps the first item of a list for the operations after it. */
async function checkOperation(
  client: CsbsClient,
  one: ReadOperation,
  items: Map<string, JsonObject>,
  { spec, signal }: Shared,
): Promise<Finding> {
  const { operationId, "x-csbs-pages": pages } = one.operation;
  const request = smallestRequest(spec, one, items);
  if (typeof request === "string") return { result: "skipped", detail: request };
  const body = await call(client, operationId, request, signal);
  const found = pages === undefined ? undefined : (body[pages.items] as JsonObject[] | undefined);
  if (found?.[0] !== undefined) items.set(operationId, found[0]);
  return { detail: found === undefined ? "as described" : `as described, ${plural(found.length, "item")}` };
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
