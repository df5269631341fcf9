import { describe, expect, expectTypeOf, test } from "vitest";
import { backupStatuses } from "../../generated/operations.ts";
import type { BackupFilter, CsbsApiError } from "../../src/index.ts";
import { countByStatus, countEverywhere } from "../../src/operations/count.ts";
import { json, projectId, rejection, stubbedClient, testClient } from "../support/client.ts";
import { document } from "../support/spec.ts";

const refusal = () => json({ error_code: "CSBS.1", error_msg: "no" }, { status: 403 });
const turn = () => new Promise((resolve) => setTimeout(resolve, 2));

/** A client that counts by this function, and the most requests that were in progress at once. */
function counting(count: (query: URLSearchParams) => number | Response) {
  const load = { now: 0, most: 0 };
  const { csbs, requests } = stubbedClient(
    async ({ url }) => {
      load.most = Math.max(load.most, ++load.now);
      await turn();
      load.now -= 1;
      const response = count(new URL(url).searchParams);
      return response instanceof Response ? response : json({ count: response });
    },
    { retries: 0 },
  );
  return { csbs, requests, load };
}

test("the states are those of the description", () => {
  expect(document.components.schemas).toMatchObject({ BackupStatus: { enum: backupStatuses } });
  expect(backupStatuses).toHaveLength(9);
});

/** Responses of a service, or of a proxy before it, that are JSON but hold no count. */
const withoutCount = [
  {},
  null,
  [],
  7,
  "7",
  { count: null },
  { count: "x" },
  { count: "" },
  { count: 1.5 },
  { count: -1 },
  { count: [7] },
].map((body) => ({ body, text: JSON.stringify(body) }));

describe("countByStatus", () => {
  test("counts each state, and their sum", async () => {
    const { csbs, requests } = counting((query) => (query.get("status") === "error" ? 3 : 1));
    const counts = await countByStatus(csbs);
    expect(counts).toEqual({
      waiting_protect: 1,
      protecting: 1,
      available: 1,
      waiting_restore: 1,
      restoring: 1,
      error: 3,
      waiting_delete: 1,
      deleting: 1,
      deleted: 1,
      total: 11,
    });
    expect(requests).toHaveLength(9);
  });

  test("refuses a status, which would be lost", async () => {
    const { csbs, requests } = counting(() => 1);
    const filter: BackupFilter = { status: "error" };
    expect(await rejection(countByStatus(csbs, filter))).toMatchObject({
      name: "CsbsConfigError",
      message: "countByStatus counts every state; leave status out of its filters",
    });
    const undecided: BackupFilter = { status: undefined };
    expect(await countByStatus(csbs, undecided)).toMatchObject({ total: 9 });
    expect(requests).toHaveLength(9);
  });

  test("counts a number that is written as text", async () => {
    const { csbs } = counting(() => json({ count: "7" }));
    expect(await countByStatus(csbs)).toMatchObject({ error: 7, total: 63 });
  });

  test.each(withoutCount)("a response of $text is an error, not part of a sum", async ({ body, text }) => {
    const { csbs } = counting((query) => json(query.get("status") === "error" ? body : { count: 1 }));
    expect(await rejection(countByStatus(csbs))).toMatchObject({
      name: "CsbsResponseError",
      operation: "countBackups",
      status: 200,
      body: text.startsWith("{") ? body : text,
    });
  });

  test("has a field for each state, in the types too", async () => {
    const counts = await countByStatus(testClient());
    expectTypeOf(counts.error).toEqualTypeOf<number>();
    // @ts-expect-error: a state that does not exist.
    expect(counts.broken).toBeUndefined();
    // @ts-expect-error: the status is what it counts by.
    await expect(countByStatus(testClient(), { status: "error" })).rejects.toThrow("leave status out");
  });

  test("sends the filters and the options with each", async () => {
    const { csbs, requests } = counting(() => 0);
    const filters = { start_time: new Date("2026-11-17"), end_time: "2026-11-18T00:00:00", name: "nightly" };
    await countByStatus(csbs, filters, { headers: { "X-Trace": "t" } });
    for (const { url, headers } of requests) {
      expect(url).toContain(
        "start_time=2026-11-17T00%3A00%3A00&end_time=2026-11-18T00%3A00%3A00&name=nightly",
      );
      expect(headers.get("x-trace")).toBe("t");
    }
  });

  test.each([
    [undefined, 4],
    [1, 1],
    [100, 9],
  ])("with a concurrency of %s has %d requests in progress", async (concurrency, most) => {
    const { csbs, load } = counting(() => 0);
    await countByStatus(csbs, {}, { concurrency });
    expect(load.most).toBe(most);
  });

  test("a failure is thrown, and no further request begun", async () => {
    const { csbs, requests } = counting((query) => (query.get("status") === "protecting" ? refusal() : 1));
    expect(await rejection(countByStatus(csbs, {}, { concurrency: 2 }))).toMatchObject({ status: 403 });
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  test.each([0, -1, 1.5, Number.NaN])("a concurrency of %d is refused", async (concurrency) => {
    const { csbs, requests } = counting(() => 0);
    await expect(countByStatus(csbs, {}, { concurrency })).rejects.toThrow("concurrency must be");
    await expect(countEverywhere([{ client: csbs }], {}, { concurrency })).rejects.toThrow(
      "concurrency must be",
    );
    expect(requests).toHaveLength(0);
  });
});

describe("countEverywhere", () => {
  test("counts each target, in their order, and the sum", async () => {
    const de = { name: "eu-de", client: counting(() => 3).csbs };
    const nl = { name: "eu-nl", client: counting(() => 4).csbs, owner: "ops" };
    const { results, total, failed } = await countEverywhere([de, nl]);
    expect(results).toEqual([
      { target: de, count: 3 },
      { target: nl, count: 4 },
    ]);
    expect([total, failed]).toEqual([7, 0]);
  });

  test("asks for the target's project, else the client's, with the filters", async () => {
    const { csbs, requests } = counting(() => 1);
    const other = "b942cc8342734d15bcb246babb1953cf";
    const start_time = new Date("2026-11-17");
    await countEverywhere([{ client: csbs }, { client: csbs, projectId: other }], {
      status: "error",
      start_time,
    });
    expect(requests.map(({ url }) => new URL(url).pathname.split("/")[2])).toEqual([projectId, other]);
    for (const { url } of requests) {
      expect(new URL(url).search).toBe("?status=error&start_time=2026-11-17T00%3A00%3A00");
    }
  });

  test("a failure is in its result, and the others are counted", async () => {
    const good = { client: counting(() => 3).csbs };
    const refused = { client: counting(refusal).csbs };
    const broken = { client: counting(() => new Response("<html>")).csbs };
    const { results, total, failed } = await countEverywhere([refused, good, broken]);
    expect(results.map(({ count }) => count)).toEqual([undefined, 3, undefined]);
    expect(results.map(({ error }) => (error as CsbsApiError | undefined)?.name)).toEqual([
      "CsbsApiError",
      undefined,
      "CsbsResponseError",
    ]);
    expect([total, failed]).toEqual([3, 2]);
  });

  test("counts a number that is written as text", async () => {
    const { csbs } = counting(() => json({ count: "7" }));
    expect(await countEverywhere([{ client: csbs }, { client: csbs }])).toMatchObject({
      results: [{ count: 7 }, { count: 7 }],
      total: 14,
    });
  });

  test.each(withoutCount)("a response of $text is the error of its target", async ({ body }) => {
    const good = { client: counting(() => 3).csbs };
    const wrong = { client: counting(() => json(body)).csbs };
    const { results, total, failed } = await countEverywhere([wrong, good]);
    expect(results).toEqual([
      { target: wrong, error: expect.objectContaining({ name: "CsbsResponseError" }) },
      { target: good, count: 3 },
    ]);
    expect([total, failed]).toEqual([3, 1]);
  });

  test("the types tell a count from an error, and keep what a target has besides", async () => {
    const { results } = await countEverywhere([{ client: testClient(), owner: "ops" }]);
    for (const { target, count, error } of results) {
      expectTypeOf(target.owner).toEqualTypeOf<string>();
      expectTypeOf(count).toEqualTypeOf<number | undefined>();
      expect([count, error]).toEqual([10, undefined]);
    }
    // @ts-expect-error: the project is the target's.
    await countEverywhere([], { project_id: projectId });
  });

  test.each([
    [undefined, 8],
    [3, 3],
  ])("with a concurrency of %s has %d requests in progress", async (concurrency, most) => {
    const { csbs, load, requests } = counting(() => 1);
    const targets = Array.from({ length: 50 }, (_, index) => ({ name: `${index}`, client: csbs }));
    const { total } = await countEverywhere(targets, {}, { concurrency });
    expect([load.most, requests.length, total]).toEqual([most, 50, 50]);
  });

  test("no targets, no requests", async () => {
    expect(await countEverywhere([])).toEqual({ results: [], total: 0, failed: 0 });
  });

  test("an abort is thrown, as its reason", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const { csbs, requests } = counting(() => {
      controller.abort(reason);
      return 1;
    });
    const targets = Array.from({ length: 20 }, () => ({ client: csbs }));
    const counts = countEverywhere(targets, {}, { signal: controller.signal, concurrency: 2 });
    expect(await rejection(counts)).toBe(reason);
    await turn();
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(await rejection(countEverywhere(targets, {}, { signal: controller.signal }))).toBe(reason);
  });
});
