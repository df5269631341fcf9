import {
  accessKey,
  type CsbsClient,
  CsbsError,
  countByStatus,
  createCsbsClient,
  keystonePassword,
  paginate,
  token,
} from "../../src/index.ts";
import type { Document } from "../../src/spec/document.ts";
import { listExamples } from "../../src/spec/examples.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { requestJson } from "../../src/spec/responses.ts";

export interface Counts {
  calls: number;
  failed: number;
}

export interface Work {
  counts: Counts;
  /** One plain call, to be measured beside a bare fetch. */
  plain: () => Promise<unknown>;
  /** Keeps calls in progress until a time; resolves when all of them have ended. */
  runUntil(time: number, disturb: () => void): Promise<void>;
}

type Task = (csbs: CsbsClient) => Promise<unknown>;
type Call = (parameters: object, options: object) => Promise<unknown>;

const underWay = 8;
const projectId = "0605767e8d80d55d2f69c0189071bcbc";

/**
 * Calls of every operation, walks over pages, counts, calls that are aborted and that time out, by
 * clients of every way to authenticate. All share one signal, as a program that ends by one does.
 *
 * @throws any error that is neither a CsbsError nor the reason of an abort.
 */
export function createWork({
  endpoint,
  document,
  signal,
}: {
  endpoint: string;
  document: Document;
  signal: AbortSignal;
}): Work {
  const retries = { baseDelay: 1, maxDelay: 5 };
  const options = { endpoint, projectId, retries, timeout: 250 };
  const iam = { authUrl: `${endpoint}/v3`, username: "u", password: "p", userDomain: "d", project: "eu-de" };
  const clients = [token("t"), accessKey({ accessKey: "AK", secretKey: "SK" }), keystonePassword(iam)].map(
    (auth) => createCsbsClient({ ...options, auth }),
  ) as [CsbsClient, ...CsbsClient[]];
  const tasks = [
    ...listOperations(document).map((found) => callOf(document, found, signal)),
    ...compound(signal),
  ];
  const counts: Counts = { calls: 0, failed: 0 };

  async function keepCalling(time: number, disturb: () => void): Promise<void> {
    while (performance.now() < time) {
      const nth = counts.calls++;
      disturb();
      const task = tasks[nth % tasks.length] as Task;
      await task(clients[nth % clients.length] as CsbsClient).catch((error: unknown) => {
        counts.failed++;
        if (!(error instanceof CsbsError) && error !== abandoned) throw error;
      });
    }
  }

  return {
    counts,
    plain: () => clients[0].countBackups({}, { signal, timeout: 30_000 }),
    runUntil: async (time, disturb) => {
      await Promise.all(Array.from({ length: underWay }, () => keepCalling(time, disturb)));
    },
  };
}

const abandoned = new Error("abandoned");

function compound(signal: AbortSignal): Task[] {
  return [
    async (csbs) => {
      let seen = 0;
      for await (const _ of paginate(csbs.listBackups, {}, { signal, max: 20 })) if (++seen === 10) break;
    },
    (csbs) => countByStatus(csbs, {}, { signal }),
    (csbs) => csbs.withResponse.getQuotas({}, { signal }),
    // As text: openapi-fetch throws a SyntaxError for invalid JSON.
    (csbs) =>
      csbs.http.GET("/v1/{project_id}/quotas", {
        params: { path: { project_id: projectId } },
        parseAs: "text",
        signal,
      }),
    (csbs) => {
      const controller = new AbortController();
      const call = csbs.listPolicies({}, { signal: controller.signal });
      controller.abort(abandoned);
      return call;
    },
    (csbs) => csbs.listPolicies({}, { signal, timeout: 1, retries: 0 }),
    (csbs) => csbs.countBackups({ status: "broken" as never, name: "" }, { signal }),
  ];
}

/** A call with the description's own examples. */
function callOf(document: Document, { operation, parameters }: FoundOperation, signal: AbortSignal): Task {
  const needed = parameters.filter(
    (parameter) => parameter.in === "path" && parameter["x-csbs-bound"] !== true,
  );
  const given = Object.fromEntries(needed.map(({ name, example }) => [name, example]));
  const [example] = listExamples(document, requestJson(document, operation));
  const body = example === undefined ? {} : { body: example.value };
  return (csbs) =>
    (csbs[operation.operationId as keyof CsbsClient] as unknown as Call)({ ...given, ...body }, { signal });
}
