import { pagedOperations } from "../generated/operations.ts";
import type { CsbsOperations } from "./client.ts";
import { CsbsConfigError, CsbsError } from "./errors.ts";
import type { CsbsCallOptions } from "./options.ts";
import { PageIterator } from "./page-iterator.ts";

type Paged = typeof pagedOperations;

/** A method whose answers are pages: those of pagedOperations. */
export type PagedMethod = CsbsOperations[keyof Paged];

/** The pages of a method, as they are answered. */
export type PageOf<Method extends PagedMethod> = Awaited<ReturnType<Method>>;

type ItemsOf<Page> = Page[Extract<keyof Page, Paged[keyof Paged]["items"]>];

/** What the pages of a method hold: Backup, Policy, TaggedBackup or TaggedPolicy. */
export type ItemOf<Method extends PagedMethod> =
  NonNullable<ItemsOf<PageOf<Method>>> extends (infer Item)[] ? Item : never;

/**
 * The parameters of a method without those that paginate sets. A `marker`, or an `offset` in the
 * body, says where to begin.
 */
export type PageParameters<Method extends PagedMethod> =
  NonNullable<Parameters<Method>[0]> extends infer Own
    ? Own extends { body: infer Body }
      ? Omit<Own, "body"> & {
          body?: Omit<Body, "action" | "limit"> & { action?: "filter"; limit?: never };
        }
      : Omit<Own, "limit" | "offset"> & { limit?: never; offset?: never }
    : never;

/** Options of {@link paginate}; those of a call hold for the call of each page. */
export interface PaginateOptions extends CsbsCallOptions {
  /**
   * How many items to ask for at once, 1 to 1000. Default: what the service thinks fit where a
   * marker picks the next page, 1000 where an offset does. With it, a page that holds fewer is taken
   * for the last; without, only an empty one is.
   */
  pageSize?: number | undefined;
  /** Ends after so many items, and asks for no more than that. Default Infinity. */
  max?: number | undefined;
}

/** The items of all pages; `pages()` has the pages themselves. Each walk asks the service anew. */
export interface Pages<Item, Page> extends AsyncIterable<Item> {
  /** The pages as they were answered, one request each, what is skipped as an item included. */
  pages(): AsyncIterableIterator<Page>;
}

/** The pages lead nowhere: one came again, or is no page. Items before it were good; of a circle, some came twice. */
export class CsbsPaginationError extends CsbsError {
  override name = "CsbsPaginationError";
}

/**
 * Walks over all items of a list, a page at a time: the next page is asked for when the items of
 * the one before are used up, and never after a `break`. One page is in memory at a time. An item
 * that the page before had too is skipped: something was inserted meanwhile.
 *
 * @example for await (const backup of paginate(csbs.listBackups, { status: "error" })) …
 * @throws CsbsConfigError at once when the method has no pages, or an option cannot be.
 * @throws CsbsPaginationError while walking, when pages repeat or are none; and what the method throws.
 */
export function paginate<Method extends PagedMethod>(
  method: Method,
  parameters?: PageParameters<Method>,
  options: PaginateOptions = {},
): Pages<ItemOf<Method>, PageOf<Method>> {
  const walk = readWalk(method, parameters ?? {}, options);
  return {
    [Symbol.asyncIterator]: () => new PageIterator<ItemOf<Method>>(walkPages(walk), options.signal),
    async *pages() {
      for await (const { page } of walkPages(walk)) yield page as PageOf<Method>;
    },
  };
}

type Bag = Record<string, unknown>;

interface Walk {
  operation: string;
  row: Paged[keyof Paged];
  ask: (place: string | undefined, limit: number | undefined) => Promise<Bag>;
  start: string | undefined;
  pageSize: number | undefined;
  max: number;
}

const largestPage = 1000;

function readWalk(method: PagedMethod, parameters: Bag, { pageSize, max, ...call }: PaginateOptions): Walk {
  const { operationId: operation = "" } = method as { operationId?: string };
  if (!Object.hasOwn(pagedOperations, operation)) {
    throw new CsbsConfigError(
      "paginate takes a method of the client that has pages, such as csbs.listBackups",
    );
  }
  const refuse = (message: string) => new CsbsConfigError(message, { operation });
  // A page that the service cut to its own limit would pass for the last one.
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= largestPage)) {
    throw refuse(`pageSize must be a whole number from 1 to ${largestPage}`);
  }
  if (max !== undefined && !(max === Number.POSITIVE_INFINITY || (Number.isInteger(max) && max >= 0))) {
    throw refuse("max must be a whole number, 0 or more, or Infinity");
  }
  const row = pagedOperations[operation as keyof Paged];
  const inBody = row.in === "body";
  const own = (inBody ? (parameters.body ?? {}) : parameters) as Bag;
  if (own.limit !== undefined) throw refuse("the size of a page is the option pageSize, not limit");
  if (!inBody && own.offset !== undefined) throw refuse("a marker says where to begin, not offset");
  const send = method as (parameters: Bag, options: CsbsCallOptions) => Promise<unknown>;
  return {
    operation,
    row,
    // Searches by tag have limit and offset as text.
    ask: (place, limit) => {
      const text = limit === undefined ? undefined : String(limit);
      const asked = inBody
        ? { ...parameters, body: { ...own, action: "filter", limit: text, [row.by]: place } }
        : { ...parameters, limit, [row.by]: place };
      return send(asked, call) as Promise<Bag>;
    },
    start: own[row.by] === undefined ? undefined : String(own[row.by]),
    pageSize: pageSize ?? (row.by === "offset" ? largestPage : undefined),
    max: max ?? Number.POSITIVE_INFINITY,
  };
}

/** Knows no more than the IDs of one page, whatever the number of pages. */
async function* walkPages({ operation, row, ask, start, pageSize, max }: Walk) {
  const fail = (message: string) => new CsbsPaginationError(message, { operation });
  // Two sets that take turns: making one for each page would cost as much as filling it.
  let known = new Set<string>();
  let seen = new Set<string>();
  let place = start;
  let milestone = start;
  for (let left = max, count = 1; left > 0; count += 1) {
    const limit = max === Number.POSITIVE_INFINITY ? pageSize : Math.min(pageSize ?? largestPage, left);
    const page = await ask(place, limit);
    const items = itemsIn(page, row.items);
    if (items === undefined) throw fail(`page ${count} has no list under ${row.items}`);
    seen.clear();
    let repeated = false;
    for (const item of items) {
      const id = item?.[row.id];
      if (typeof id !== "string") throw fail(`page ${count} has an item without ${row.id}`);
      seen.add(id);
      repeated ||= known.has(id);
    }
    const unseen = repeated ? items.filter((item) => !known.has(item[row.id] as string)) : items;
    const fresh = unseen.length > left ? unseen.slice(0, left) : unseen;
    const last = items.length === 0 || (pageSize !== undefined && items.length < (limit as number));
    if (!last && fresh.length === 0 && items.length >= known.size) {
      throw fail(`page ${count} holds nothing but what the page before held; the list would never end`);
    }
    yield { page, fresh };
    if (last) return;
    left -= fresh.length;
    [known, seen] = [seen, known];
    place =
      row.by === "marker" ? (items.at(-1)?.[row.id] as string) : String(Number(place ?? 0) + items.length);
    if (place === milestone)
      throw fail(`page ${count} leads back to a page before; the list would never end`);
    // Remembering the places at powers of two finds a circle of any length (Brent's algorithm).
    if ((count & (count - 1)) === 0) milestone = place;
  }
}

function itemsIn(page: Bag, name: string): Bag[] | undefined {
  const items = page?.[name];
  if (Array.isArray(items)) return items;
  // A search that finds nothing may leave the list out.
  return page?.total_count === 0 ? [] : undefined;
}
