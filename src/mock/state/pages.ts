import type { Call } from "./call.ts";

type Value = string | number | undefined;

/**
 * The page of a list that a query asks for: sorted, after the marker, without what is passed over,
 * no longer than the limit. Newest first where nothing is said. Undefined for a marker that nothing has.
 */
export function pageOf<Item>(
  all: Item[],
  { operation, query, store }: Call,
  {
    id,
    value,
    keep,
  }: { id: (item: Item) => string; value: (item: Item, key: string) => Value; keep: (item: Item) => boolean },
): Item[] | undefined {
  const marker = query.get("marker")?.toLowerCase();
  const mark = marker === undefined ? undefined : all.findIndex((item) => id(item) === marker);
  if (mark === -1) return undefined;
  const passed = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? store.document.defaultOf(operation, "limit"));
  const at = (index: number) => all[index] as Item;
  const order = orderBy(query.get("sort") ?? "created_at", (index, key) => value(at(index), key));
  // What is gone, or fits no filter, is still a place to go on from.
  const isWanted = (index: number) => (mark === undefined || order(index, mark) > 0) && keep(at(index));
  return firstOf(all.length, { many: passed + limit, order, isWanted })
    .slice(passed)
    .map(at);
}

type Order = (one: number, other: number) => number;

/**
 * By keys as the parameter sort has them: `name:asc,created_at`; descending where nothing is said. Of
 * what is equal in all of them, the last comes first in a descending order.
 */
function orderBy(sort: string, value: (index: number, key: string) => Value): Order {
  const keys = sort.split(",").map((part) => {
    const [key = "", direction = "desc"] = part.split(":");
    return { key, sign: direction === "asc" ? 1 : -1 };
  });
  return (one, other) => {
    for (const { key, sign } of keys) {
      const difference = compare(value(one, key), value(other, key));
      if (difference !== 0) return sign * difference;
    }
    return (keys[0]?.sign ?? 1) * (one - other);
  };
}

/** The first in an order of those that are wanted. Never more than twice as many are sorted, of however many. */
function firstOf(
  length: number,
  { many, order, isWanted }: { many: number; order: Order; isWanted: (index: number) => boolean },
): number[] {
  let first: number[] = [];
  let found: number[] = [];
  const sorted = () => [...first, ...found].sort(order).slice(0, many);
  for (let index = 0; index < length; index += 1) {
    const last = first[many - 1];
    if (last !== undefined && order(index, last) > 0) continue;
    if (isWanted(index)) found.push(index);
    if (found.length < many) continue;
    first = sorted();
    found = [];
  }
  return sorted();
}

function compare(one: Value, other: Value): number {
  if (one === other) return 0;
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
