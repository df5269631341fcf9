import { pagedOperations } from "../../generated/operations.ts";
import type { CsbsOperations } from "../client.ts";
import { CsbsConfigError } from "../errors.ts";
import type { CsbsCallOptions } from "../options.ts";
import { checkSignal } from "../transport/deadline.ts";
import { wholeNumber } from "../transport/json.ts";
import { isPlain } from "../transport/plain.ts";
import { PageIterator } from "./page-iterator.ts";
import { type Fields, largestPage, type PagedRow, type Walk, walkPages } from "./page-walk.ts";

export { CsbsPaginationError } from "./page-walk.ts";

type Paged = typeof pagedOperations;

/** A method whose responses are pages: those of pagedOperations. */
export type PagedMethod = CsbsOperations[keyof Paged];

/** The pages of a method, as they arrive. */
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
          /** The search; left out, it finds everything. */
          body?: Omit<Body, "action" | "limit"> & {
            /** paginate lists; to count, call the method. */
            action?: "filter";
            /** It is the option `pageSize`. */
            limit?: never;
          };
        }
      : Omit<Own, "limit" | "offset"> & {
          /** It is the option `pageSize`. */
          limit?: never;
          /** The `marker` picks the page. */
          offset?: never;
        }
    : never;

/** Options of {@link paginate}; those of a call hold for the call of each page. */
export interface PaginateOptions extends CsbsCallOptions {
  /**
   * How many items to ask for at once, 1 to 1000. Default: what the service thinks fit where a
   * marker picks the next page, 1000 where an offset does. Where a marker does, a page that holds fewer
   * is taken for the last; without it, only an empty one is. Where an offset does, the service's total
   * ends the walk, however small its pages are.
   */
  pageSize?: number | undefined;
  /** Ends after so many items, and asks for no more than that. Default Infinity. */
  max?: number | undefined;
}

/** The items of all pages; `pages()` has the pages themselves. Each walk asks the service anew. */
export interface Pages<Item, Page> extends AsyncIterable<Item> {
  /** The pages as they arrive, one request each, with items that are skipped elsewhere. */
  pages(): AsyncIterableIterator<Page>;
}

/**
 * Walks over all items of a list, a page at a time: the next page is asked for when the items of
 * the one before are used up, and never after a `break`. One page is in memory at a time. An item
 * that the page before had too is skipped: something was inserted meanwhile.
 *
 * @example for await (const backup of paginate(csbs.listBackups, { status: "error" })) …
 * @throws CsbsConfigError at once when the method has no pages, or an option cannot be.
 * @throws CsbsPaginationError while walking, when pages repeat or end before the service's total.
 * @throws CsbsResponseError while walking, for a page of another shape; and what the method throws.
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

function readWalk(method: PagedMethod, parameters: Fields, options: PaginateOptions): Walk {
  const { operationId: operation = "" } = (method ?? {}) as { operationId?: string };
  if (!Object.keys(pagedOperations).includes(operation)) {
    throw new CsbsConfigError(
      "paginate takes a method of the client that has pages, such as csbs.listBackups",
    );
  }
  const refuse = (message: string) => new CsbsConfigError(message, { operation });
  if (!isPlain(parameters)) throw refuse("parameters must be a plain object");
  if (!isPlain(options as unknown)) throw refuse("the options of paginate must be a plain object");
  const { pageSize, max, ...call } = options;
  checkSignal(call.signal);
  // A page that the service cut to its own limit would pass for the last one.
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= largestPage)) {
    throw refuse(`pageSize must be a whole number from 1 to ${largestPage}`);
  }
  if (max !== undefined && !(max === Number.POSITIVE_INFINITY || (Number.isInteger(max) && max >= 0))) {
    throw refuse("max must be a whole number, 0 or more, or Infinity");
  }
  const row: PagedRow = pagedOperations[operation as keyof Paged];
  const inBody = row.in === "body";
  const own = inBody ? (parameters.body ?? {}) : parameters;
  if (!isPlain(own)) throw refuse("the body must be a plain object");
  if (own.limit !== undefined) throw refuse("the size of a page is the option pageSize, not limit");
  if (row.by === "offset" && own.offset !== undefined && wholeNumber(own.offset) === undefined) {
    throw refuse("the offset must be a whole number, 0 or more");
  }
  if (!inBody && own.offset !== undefined) throw refuse("a marker says where to begin, not offset");
  const send = method as (parameters: Fields, options: CsbsCallOptions) => Promise<unknown>;
  return {
    operation,
    row,
    // Searches by tag have limit and offset as text.
    ask: (place, limit) => {
      const text = limit === undefined ? undefined : String(limit);
      const asked = inBody
        ? { ...parameters, body: { ...own, action: "filter", limit: text, [row.by]: place } }
        : { ...parameters, limit, [row.by]: place };
      return send(asked, call);
    },
    start: own[row.by] === undefined ? undefined : String(own[row.by]),
    pageSize: pageSize ?? (row.by === "offset" ? largestPage : undefined),
    max: max ?? Number.POSITIVE_INFINITY,
  };
}
