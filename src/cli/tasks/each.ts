import type { Io } from "../io.ts";
import { messageOf } from "../message.ts";

/**
 * Does something for each item, one after the other. A failure is reported and does not stop the rest; Ctrl-C does.
 * Resolves to what came of the items that did not fail.
 */
export async function doEach<Item, Result>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  run: (item: Item) => Promise<Result>,
  io: Io,
): Promise<{ item: Item; result: Result }[]> {
  const done: { item: Item; result: Result }[] = [];
  for (const item of items) {
    try {
      done.push({ item, result: await run(item) });
    } catch (error) {
      if (io.signal?.aborted === true) throw error;
      io.err(`csbs: ${nameOf(item)}: ${messageOf(error)}\n`);
    }
  }
  return done;
}

/** What came of one item of several that were waited for together. */
export type Ended<Item, Result> = { item: Item } & ({ result: Result } | { error: unknown });

/** Waits for all items together. A failure does not end the other waits; Ctrl-C ends all. */
export async function settleAll<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
  { signal }: Io,
): Promise<Ended<Item, Result>[]> {
  return Promise.all(
    items.map(async (item) => {
      try {
        return { item, result: await run(item) };
      } catch (error) {
        if (signal?.aborted === true) throw error;
        return { item, error };
      }
    }),
  );
}

/** Reports what failed, and returns the results of the rest. */
export function reportFailures<Item, Result>(
  ended: readonly Ended<Item, Result>[],
  nameOf: (item: Item) => string,
  { err }: Io,
): Result[] {
  return ended.flatMap((one) => {
    if ("result" in one) return [one.result];
    err(`csbs: ${nameOf(one.item)}: ${messageOf(one.error)}\n`);
    return [];
  });
}

/** @throws Error when something has failed; each failure was reported before. */
export function checkAllDone(done: number, all: number, what: string): void {
  if (done < all) throw new Error(`${all - done} of ${all} ${what} failed`);
}

/** A number with its noun: 1 backup, 2 backups. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
