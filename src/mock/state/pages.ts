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
  const sorted = sort(all, query.get("sort") ?? "created_at", value);
  const marker = query.get("marker")?.toLowerCase();
  const begin = marker === undefined ? 0 : sorted.findIndex((item) => id(item) === marker) + 1;
  if (marker !== undefined && begin === 0) return undefined;
  const passed = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? store.document.defaultOf(operation, "limit"));
  // What is gone, or fits no filter, is still a place to go on from.
  return sorted
    .slice(begin)
    .filter(keep)
    .slice(passed, passed + limit);
}

/** By keys as the parameter sort has them: `name:asc,created_at`; descending where nothing is said. */
function sort<Item>(items: Item[], keys: string, value: (item: Item, key: string) => Value): Item[] {
  const order = keys.split(",").map((part) => part.split(":") as [string, string?]);
  return items.toSorted((one, other) => {
    for (const [key, direction = "desc"] of order) {
      const difference = compare(value(one, key), value(other, key));
      if (difference !== 0) return direction === "asc" ? difference : -difference;
    }
    return 0;
  });
}

function compare(one: Value, other: Value): number {
  if (one === other) return 0;
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
