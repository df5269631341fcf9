import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type CsbsClient, CsbsConfigError, CsbsError } from "../../src/index.ts";
import { CsbsPaginationError, paginate } from "../../src/operations/paginate.ts";
import { json, rejection, stubbedClient, testClient } from "../support/client.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const backup = (id: number) => ({ id: `${id}` });

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function idsOf(items: AsyncIterable<{ id: string }>): Promise<number[]> {
  return (await allOf(items)).map(({ id }) => Number(id));
}

/** A service with so many backups, whose pages have 10 unless the request says otherwise. */
function listing(total: number) {
  const asked: { limit: string | null; marker: string | null }[] = [];
  const { csbs, requests } = stubbedClient((request) => {
    const query = new URL(request.url).searchParams;
    const [limit, marker] = [query.get("limit"), query.get("marker")];
    asked.push({ limit, marker });
    const begin = marker === null ? 0 : Number(marker) + 1;
    const ids = range(begin, Math.min(total, begin + Number(limit ?? 10)));
    return json({ checkpoint_items: ids.map(backup) });
  });
  return { csbs, requests, asked };
}

/** A service that returns these pages of IDs, one after the other, whatever is asked. */
function scripted(...pages: number[][]) {
  let next = 0;
  return stubbedClient(() => json({ checkpoint_items: (pages[next++] ?? []).map(backup) }));
}

describe("lists, by marker", () => {
  test("all items of all pages, until one is empty", async () => {
    const { csbs, asked, requests } = listing(25);
    expect(await idsOf(paginate(csbs.listBackups, { status: "error" }))).toEqual(range(0, 25));
    expect(asked.map(({ limit }) => limit)).toEqual([null, null, null, null]);
    expect(asked.map(({ marker }) => marker)).toEqual([null, "9", "19", "24"]);
    expect(requests.every(({ url }) => url.includes("status=error"))).toBe(true);
  });

  test("with a page size, until one is empty", async () => {
    const { csbs, asked } = listing(25);
    expect(await idsOf(paginate(csbs.listBackups, {}, { pageSize: 20 }))).toEqual(range(0, 25));
    expect(asked).toEqual([
      { limit: "20", marker: null },
      { limit: "20", marker: "19" },
      { limit: "20", marker: "24" },
    ]);
  });

  test("a short page is not the last: the service may return fewer than it was asked for", async () => {
    const { csbs } = scripted(range(0, 7), range(7, 9), range(9, 16), []);
    expect(await idsOf(paginate(csbs.listBackups, {}, { pageSize: 10 }))).toEqual(range(0, 16));
  });

  test("a last page that is full needs one more request", async () => {
    const { csbs, asked } = listing(40);
    expect(await idsOf(paginate(csbs.listBackups, {}, { pageSize: 20 }))).toHaveLength(40);
    expect(asked).toHaveLength(3);
  });

  test("begins after a marker", async () => {
    const { csbs } = listing(25);
    expect(await idsOf(paginate(csbs.listBackups, { marker: "21" }))).toEqual([22, 23, 24]);
  });

  test("nothing at all", async () => {
    const { csbs, asked } = listing(0);
    expect(await idsOf(paginate(csbs.listBackups))).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  test("policies are under a field of their own", async () => {
    const { csbs } = stubbedClient(({ url }) =>
      json({ policies: url.includes("marker") ? [] : [{ id: "a" }, { id: "b" }] }),
    );
    const names: string[] = [];
    for await (const { id } of paginate(csbs.listPolicies, { name: "nightly" })) names.push(id);
    expect(names).toEqual(["a", "b"]);
  });

  test("each walk asks anew", async () => {
    const { csbs, asked } = listing(5);
    const backups = paginate(csbs.listBackups, {}, { pageSize: 10 });
    expect(await idsOf(backups)).toEqual(await idsOf(backups));
    expect(asked).toHaveLength(4);
  });

  test("the mock has one page, and ends by its size", async () => {
    const backups = paginate(testClient().listBackups, {}, { pageSize: 100 });
    expect((await allOf(backups)).map(({ status }) => status)).toEqual(["available", "error"]);
  });
});

describe("searches by tag, by offset", () => {
  function searching(total: number, extra: object = {}) {
    const bodies: Record<string, unknown>[] = [];
    const { csbs } = stubbedClient(async (request) => {
      const body = await request.json();
      bodies.push(body);
      const begin = Number(body.offset ?? 0);
      const ids = range(begin, Math.min(total, begin + Number(body.limit)));
      return json({ resources: ids.map((id) => ({ resource_id: `${id}` })), total_count: total, ...extra });
    });
    return { csbs, bodies };
  }

  test("limit and offset go into the body, as text", async () => {
    const { csbs, bodies } = searching(5);
    const tags = [{ key: "department", values: [] }];
    const found = await allOf(paginate(csbs.findBackupsByTag, { body: { tags } }, { pageSize: 2 }));
    expect(found.map(({ resource_id }) => resource_id)).toEqual(["0", "1", "2", "3", "4"]);
    expect(bodies).toEqual([
      { action: "filter", tags, limit: "2" },
      { action: "filter", tags, limit: "2", offset: "2" },
      { action: "filter", tags, limit: "2", offset: "4" },
    ]);
  });

  test("1000 at a time, from an offset on, of policies too", async () => {
    const { csbs, bodies } = searching(1_500);
    const found = await allOf(paginate(csbs.findPoliciesByTag, { body: { offset: "10" } }));
    expect(found).toHaveLength(1_490);
    expect(bodies.map(({ limit, offset }) => [limit, offset])).toEqual([
      ["1000", "10"],
      ["1000", "1010"],
    ]);
  });

  test("without a body", async () => {
    const { csbs, bodies } = searching(0, { resources: undefined });
    expect(await allOf(paginate(csbs.findBackupsByTag))).toEqual([]);
    expect(bodies).toEqual([{ action: "filter", limit: "1000" }]);
  });

  test("an item inserted meanwhile shows nothing twice and hides nothing", async () => {
    let order = range(1, 8);
    const { csbs } = stubbedClient(async (request) => {
      const { offset = "0", limit } = await request.json();
      const page = order.slice(Number(offset), Number(offset) + Number(limit));
      if (offset === "0") order = [0, ...order];
      return json({ resources: page.map((id) => ({ resource_id: `${id}` })), total_count: order.length });
    });
    const found = await allOf(paginate(csbs.findBackupsByTag, {}, { pageSize: 3 }));
    expect(found.map(({ resource_id }) => Number(resource_id))).toEqual(range(1, 8));
  });
});

describe("max", () => {
  test("no more than that, and none asked for beyond it", async () => {
    const { csbs, asked } = listing(100);
    expect(await idsOf(paginate(csbs.listBackups, {}, { pageSize: 10, max: 25 }))).toEqual(range(0, 25));
    expect(asked.map(({ limit }) => limit)).toEqual(["10", "10", "5"]);
  });

  test("is the size of the page where none is given", async () => {
    const { csbs, asked } = listing(100);
    expect(await idsOf(paginate(csbs.listBackups, {}, { max: 3 }))).toEqual([0, 1, 2]);
    expect(asked).toEqual([{ limit: "3", marker: null }]);
  });

  test("of 0 sends nothing; of Infinity is none", async () => {
    const { csbs, requests } = listing(25);
    expect(await idsOf(paginate(csbs.listBackups, {}, { max: 0 }))).toEqual([]);
    expect(requests).toHaveLength(0);
    const all = paginate(csbs.listBackups, {}, { max: Number.POSITIVE_INFINITY });
    expect(await idsOf(all)).toHaveLength(25);
  });

  test("cuts a page of a service that ignores limits", async () => {
    const { csbs } = scripted(range(0, 10));
    expect(await idsOf(paginate(csbs.listBackups, {}, { max: 4 }))).toEqual([0, 1, 2, 3]);
  });
});

describe("ending early", () => {
  test("a break stops the requests", async () => {
    const { csbs, requests } = listing(1_000);
    let count = 0;
    for await (const _ of paginate(csbs.listBackups)) if (++count === 15) break;
    expect(requests).toHaveLength(2);
  });

  test("the next page is not asked for ahead", async () => {
    const { csbs, requests } = listing(1_000);
    const items = paginate(csbs.listBackups)[Symbol.asyncIterator]();
    for (const _ of range(0, 10)) await items.next();
    expect(requests).toHaveLength(1);
  });

  test("an abort is thrown before the next item, as its reason", async () => {
    const { csbs, requests } = listing(1_000);
    const controller = new AbortController();
    const reason = new Error("enough");
    const seen: string[] = [];
    const walk = async () => {
      for await (const { id } of paginate(csbs.listBackups, {}, { signal: controller.signal })) {
        if (seen.push(id) === 3) controller.abort(reason);
      }
    };
    expect(await rejection(walk())).toBe(reason);
    expect([seen.length, requests.length]).toEqual([3, 1]);
  });

  test("an error of a page is thrown as it is, after what came before", async () => {
    let calls = 0;
    const { csbs } = stubbedClient(() =>
      calls++ === 0
        ? json({ checkpoint_items: [backup(1)] })
        : json({ error_code: "CSBS.1", error_msg: "no" }, { status: 403 }),
    );
    const seen: string[] = [];
    const walk = async () => {
      for await (const { id } of paginate(csbs.listBackups)) seen.push(id);
    };
    expect(await rejection(walk())).toMatchObject({ name: "CsbsApiError", status: 403 });
    expect(seen).toEqual(["1"]);
  });
});

describe("a service that leads in circles", () => {
  const repeating: [title: string, pages: number[][], seen: number[]][] = [
    [
      "the same page again",
      [
        [1, 2],
        [1, 2],
      ],
      [1, 2],
    ],
    [
      "the same items in another order",
      [
        [1, 2],
        [2, 1],
      ],
      [1, 2],
    ],
    ["the last item again and again", [[1, 2], [2], [2]], [1, 2]],
    ["two pages by turns", [[1], [2], [1]], [1, 2]],
  ];
  for (const [title, pages, seen] of repeating) {
    test(`${title}: an error, no loop`, async () => {
      const { csbs, requests } = scripted(...pages);
      const ids: number[] = [];
      const walk = async () => {
        for await (const { id } of paginate(csbs.listBackups)) ids.push(Number(id));
      };
      const error = (await rejection(walk())) as CsbsPaginationError;
      expect(error).toBeInstanceOf(CsbsPaginationError);
      expect(error).toBeInstanceOf(CsbsError);
      expect(error.operation).toBe("listBackups");
      expect(error.message).toMatch(/^listBackups: page \d .+; the list would never end$/);
      expect(ids).toEqual(seen);
      expect(requests.length).toBeLessThanOrEqual(pages.length);
    });
  }

  test("items that the page before had are skipped, when there are others", async () => {
    const { csbs } = scripted([1, 2, 3], [3, 4, 5], []);
    expect(await idsOf(paginate(csbs.listBackups))).toEqual([1, 2, 3, 4, 5]);
  });

  test("a last page of nothing new is an end", async () => {
    const { csbs } = scripted([1, 2, 3], [3]);
    expect(await idsOf(paginate(csbs.listBackups, {}, { pageSize: 3 }))).toEqual([1, 2, 3]);
  });

  test.each([
    [{}, "page 1 has no list under checkpoint_items"],
    [{ checkpoint_items: null }, "page 1 has no list under checkpoint_items"],
    [{ checkpoint_items: [{ id: "1" }, {}] }, "page 1 has an item without id"],
    [{ checkpoint_items: [null] }, "page 1 has an item without id"],
  ])("%j is not a page", async (body, message) => {
    const { csbs } = stubbedClient(() => json(body));
    await expect(idsOf(paginate(csbs.listBackups))).rejects.toThrow(message);
  });
});

test("pages() has the pages as they arrive", async () => {
  const { csbs, requests } = listing(25);
  const sizes: number[] = [];
  for await (const page of paginate(csbs.listBackups, {}, { pageSize: 10 }).pages()) {
    sizes.push(page.checkpoint_items.length);
  }
  expect(sizes).toEqual([10, 10, 5, 0]);
  expect(requests).toHaveLength(4);
});

test("options of the call go to each page", async () => {
  const { csbs, requests } = listing(25);
  await idsOf(paginate(csbs.listBackups, {}, { headers: { "X-Trace": "t" }, pageSize: 20 }));
  expect(requests.map(({ headers }) => headers.get("x-trace"))).toEqual(["t", "t", "t"]);
});

describe("refused before anything is sent", () => {
  const { csbs, requests } = listing(1);

  test.each([0, 1.5, 1001, Number.NaN])("a page size of %d", (pageSize) => {
    expect(() => paginate(csbs.listBackups, {}, { pageSize })).toThrow(CsbsConfigError);
  });

  test.each([-1, 1.5, Number.NaN])("a maximum of %d", (max) => {
    expect(() => paginate(csbs.listBackups, {}, { max })).toThrow("listBackups: max must be");
  });

  test("a limit, which is the page size", () => {
    expect(() => paginate(csbs.listBackups, { limit: 5 } as never)).toThrow("the option pageSize");
    expect(() => paginate(csbs.findBackupsByTag, { body: { limit: 5 } } as never)).toThrow("pageSize");
  });

  test("a method without pages, and a function of one's own", () => {
    const own: CsbsClient["listBackups"] = (...args) => csbs.listBackups(...args);
    for (const method of [csbs.countBackups, csbs.withResponse.listBackups, own]) {
      expect(() => paginate(method as never)).toThrow("paginate takes a method of the client that has pages");
    }
    expect(requests).toHaveLength(0);
  });
});

describe("100,000 items", () => {
  // This makes the garbage collector available without a process flag.
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;

  test("hold no more memory near the end than near the beginning", async () => {
    const pages: WeakRef<object>[] = [];
    const filler = "x".repeat(200);
    // Stands for the client's method: a response that was parsed is seen only there.
    const method = async ({ marker }: { marker?: string } = {}) => {
      const begin = marker === undefined ? 0 : Number(marker) + 1;
      const ids = range(begin, Math.min(100_000, begin + 1_000));
      const page = { checkpoint_items: ids.map((id) => ({ id: `${id}`, name: `${id}${filler}` })) };
      pages.push(new WeakRef(page));
      return page;
    };
    const listBackups = Object.assign(method, { operationId: "listBackups" }) as never;
    let [count, early, late, alive] = [0, 0, 0, 0];
    for await (const _ of paginate<CsbsClient["listBackups"]>(listBackups)) {
      count += 1;
      if (count % 10_000 !== 500) continue;
      // References stay alive until the end of the turn in which they were read.
      await new Promise((resolve) => setTimeout(resolve));
      collect();
      if (count === 10_500) early = process.memoryUsage().heapUsed;
      if (count === 90_500) late = process.memoryUsage().heapUsed;
      alive = Math.max(alive, pages.filter((page) => page.deref() !== undefined).length);
    }
    expect(count).toBe(100_000);
    expect(pages).toHaveLength(101);
    expect(alive).toBeLessThanOrEqual(2);
    // Keeping the IDs of the 80,000 items between would add 4 MB.
    expect(late - early).toBeLessThan(1_000_000);
  });
});

test("items that are asked for all at once come in their order", async () => {
  const pages = [["a", "b"], ["c"], []];
  const method = Object.assign(
    async ({ marker }: { marker?: string } = {}) => {
      const page = pages[marker === undefined ? 0 : marker === "b" ? 1 : 2] as string[];
      return { checkpoint_items: page.map((id) => ({ id })) };
    },
    { operationId: "listBackups" },
  ) as never as Parameters<typeof paginate>[0];
  const iterator = paginate(method)[Symbol.asyncIterator]();
  const results = await Promise.all(Array.from({ length: 5 }, () => iterator.next()));
  const ids = results.map(({ value }) => (value as { id: string } | undefined)?.id);
  expect([ids, results.map(({ done }) => done)]).toEqual([
    ["a", "b", "c", undefined, undefined],
    [false, false, false, true, true],
  ]);
});

test.each([
  ["two pages by turns", 250, ["A", "B", "A"], 200],
  ["the same page again, up to the total", 200, ["A", "A"], 100],
  ["three pages in turn", 400, ["A", "B", "C", "A"], 300],
])("a search by tag that repeats before its total: %s", async (_, total_count, pages, seen) => {
  let asked = 0;
  const { csbs } = stubbedClient(() => {
    const page = pages[asked++] as string;
    const resources = Array.from({ length: 100 }, (_, nth) => ({ resource_id: `${page}${nth}` }));
    return json({ resources, total_count });
  });
  const found: unknown[] = [];
  const walk = async () => {
    for await (const { resource_id } of paginate(csbs.findBackupsByTag)) found.push(resource_id);
  };
  expect(await rejection(walk())).toBeInstanceOf(CsbsPaginationError);
  expect(found.length).toBe(seen);
});
