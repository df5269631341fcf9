import { CsbsError, CsbsResponseError } from "../errors.ts";
import { isObject, wholeNumber } from "../transport/json.ts";

/**
 * The pages lead nowhere: one came again, or they end before the service's own total. Items before it
 * were good; of a circle, some came twice.
 */
export class CsbsPaginationError extends CsbsError {
  override name = "CsbsPaginationError";
}

export type Fields = Record<string, unknown>;

/** How an operation pages; `total` names the field with the number of all items, where there is one. */
export interface PagedRow {
  items: string;
  id: string;
  by: "marker" | "offset";
  in: "query" | "body";
  total?: string;
}

export interface Walk {
  operation: string;
  row: PagedRow;
  ask: (place: string | undefined, limit: number | undefined) => Promise<unknown>;
  start: string | undefined;
  pageSize: number | undefined;
  max: number;
}

export const largestPage = 1000;

/** Knows the IDs of one page, and of each other page the last: by that, a circle of any length shows. */
export async function* walkPages({ operation, row, ask, start, pageSize, max }: Walk) {
  const fail = (message: string) => new CsbsPaginationError(message, { operation });
  // Two sets that take turns: making one for each page would cost as much as filling it.
  let known = new Set<string>();
  let seen = new Set<string>();
  let place = start;
  const ends = new Set(start === undefined || row.by === "offset" ? [] : [start]);
  for (let left = max, count = 1; left > 0; count += 1) {
    const limit = max === Number.POSITIVE_INFINITY ? pageSize : Math.min(pageSize ?? largestPage, left);
    const page = await ask(place, limit);
    const { items, total } = pageIn(page, row, (lack) => {
      const message = `page ${count} ${lack}`;
      return new CsbsResponseError(message, { operation, status: 200, body: page });
    });
    seen.clear();
    let repeated = false;
    for (const { [row.id]: id } of items) {
      seen.add(id as string);
      repeated ||= known.has(id as string);
    }
    const unseen = repeated ? items.filter((item) => !known.has(item[row.id] as string)) : items;
    const fresh = unseen.length > left ? unseen.slice(0, left) : unseen;
    const passed = Number(place ?? 0) + items.length;
    // A short page is not the last: the service may return fewer items than it was asked for.
    const last = total === undefined ? items.length === 0 : passed >= total;
    if (!last && items.length === 0) throw fail(`page ${count} is empty, but ${total} items were promised`);
    if (unseen.length === 0 && items.length > 0 && items.length >= known.size) {
      throw fail(`page ${count} holds nothing but what the page before held; the list would never end`);
    }
    const lastId = items.at(-1)?.[row.id] as string;
    // An item of the page before may come again, when one was inserted meanwhile.
    if (ends.has(lastId) && !known.has(lastId)) {
      throw fail(`page ${count} leads back to a page before; the list would never end`);
    }
    ends.add(lastId);
    yield { page, fresh };
    if (last) return;
    left -= fresh.length;
    [known, seen] = [seen, known];
    place = row.by === "marker" ? lastId : String(passed);
  }
}

/** The items of a page, each with its ID, and the total where the operation promises one. */
function pageIn(
  page: unknown,
  row: PagedRow,
  fail: (lack: string) => Error,
): { items: Fields[]; total: number | undefined } {
  if (!isObject(page)) throw fail("is not an object");
  const total = row.total === undefined ? undefined : wholeNumber(page[row.total]);
  if (row.total !== undefined && total === undefined) throw fail(`has no whole number under ${row.total}`);
  // A search that finds nothing may leave the list out.
  const items = page[row.items] ?? (total === 0 ? [] : undefined);
  if (!Array.isArray(items)) throw fail(`has no list under ${row.items}`);
  for (const item of items) {
    if (typeof item?.[row.id] !== "string") throw fail(`has an item without ${row.id}`);
  }
  return { items, total };
}
