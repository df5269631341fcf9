import fc from "fast-check";
import { describe, expect } from "vitest";
import { CsbsError, CsbsPaginationError, CsbsResponseError, paginate } from "../../src/index.ts";
import { json, stubbedClient } from "../support/client.ts";
import { holds } from "./property.ts";

interface Item {
  id: string;
}

const options = fc.record(
  { pageSize: fc.integer({ min: 1, max: 7 }), max: fc.integer({ min: 0, max: 40 }) },
  { requiredKeys: [] },
);
const lists = fc.uniqueArray(fc.uuid(), { maxLength: 30 }).map((ids) => ids.map((id) => ({ id })));

describe("a list that stands still gives each item once, in order", () => {
  holds(
    "by marker",
    3000,
    fc.record({ items: lists, options, most: fc.integer({ min: 1, max: 9 }) }),
    async ({ items, options, most }) => {
      const { csbs } = stubbedClient((request) => {
        const { searchParams } = new URL(request.url);
        const start = 1 + items.findIndex(({ id }) => id === searchParams.get("marker"));
        // The service may give fewer than all when nobody says how many.
        const limit = Number(searchParams.get("limit") ?? most);
        return json({ checkpoint_items: items.slice(start, start + limit) });
      });
      const walked = await itemsOf<Item>(paginate(csbs.listBackups, {}, options));
      expect(walked).toEqual(items.slice(0, options.max));
    },
  );

  holds("by offset", 3000, fc.record({ items: lists, options }), async ({ items, options }) => {
    const { csbs } = stubbedClient(async (request) => {
      const { offset = 0, limit } = (await request.json()) as { offset?: number; limit: number };
      const resources = items.slice(Number(offset), Number(offset) + Number(limit));
      return json({ resources: resources.map(({ id }) => ({ resource_id: id })), total_count: items.length });
    });
    const walked = await itemsOf<{ resource_id: string }>(paginate(csbs.findBackupsByTag, {}, options));
    expect(walked.map(({ resource_id: id }) => ({ id }))).toEqual(items.slice(0, options.max));
  });
});

/** Few IDs, so that pages repeat, overlap and lead in circles; and what is not an item among them. */
const ids = fc.constantFrom("a", "b", "c", "d", "e");
const oddItems = fc.oneof(
  { weight: 20, arbitrary: ids.map((id) => ({ id })) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const pages = fc.oneof(
  { weight: 20, arbitrary: fc.array(oddItems, { maxLength: 4 }).map((list) => ({ checkpoint_items: list })) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Each walk here ends after no more pages than this, however its pages lead. */
const enough = 100;

describe("pages that lead anywhere end, in items or a clear error", () => {
  const servers = fc.record({ pages: fc.dictionary(fc.oneof(ids, fc.constant("start")), pages), options });
  holds("by marker", 6000, servers, async ({ pages, options }) => {
    let asked = 0;
    const { csbs } = stubbedClient((request) => {
      asked++;
      if (asked > enough) throw new Error("the walk does not end");
      const place = new URL(request.url).searchParams.get("marker") ?? "start";
      return json(pages[place] ?? { checkpoint_items: [] });
    });
    const walked: Item[] = [];
    try {
      for await (const item of paginate(csbs.listBackups, {}, options)) walked.push(item as Item);
    } catch (error) {
      expect(error).toBeInstanceOf(CsbsError);
      expect((error as Error).name).not.toBe("CsbsConnectionError");
    }
    expect(asked).toBeLessThanOrEqual(enough);
    expect(walked.length).toBeLessThanOrEqual(options.max ?? Number.POSITIVE_INFINITY);
    for (const { id } of walked) expect(id).toEqual(expect.any(String));
  });

  const sequences = fc.record({ pages: fc.array(pages, { maxLength: 12 }), options });
  holds("any sequence of pages", 4000, sequences, async ({ pages, options }) => {
    const left = [...pages];
    const { csbs } = stubbedClient(() => json(left.shift() ?? { checkpoint_items: [] }));
    const walked: Item[] = [];
    try {
      for await (const item of paginate(csbs.listBackups, {}, options)) walked.push(item as Item);
    } catch (error) {
      // A page of another shape is a wrong response; proper pages can only lead nowhere.
      const last = pages[pages.length - left.length - 1];
      expect(error).toBeInstanceOf(isPage(last) ? CsbsPaginationError : CsbsResponseError);
    }
    const offered = pages.flatMap(
      (page) => (page as { checkpoint_items?: Item[] } | null)?.checkpoint_items ?? [],
    );
    // Nothing is made up, and nothing overtakes: each item is found behind the one before.
    for (const { id } of walked) {
      while (offered.length > 0 && offered[0]?.id !== id) offered.shift();
      expect(offered.shift()?.id).toBe(id);
    }
  });
});

function isPage(page: unknown): boolean {
  const items = (page as { checkpoint_items?: unknown } | null)?.checkpoint_items;
  return Array.isArray(items) && items.every((item) => typeof item?.id === "string");
}

async function itemsOf<Walked>(walk: AsyncIterable<unknown>): Promise<Walked[]> {
  const items: Walked[] = [];
  for await (const item of walk) items.push(item as Walked);
  return items;
}
