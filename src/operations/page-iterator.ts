import { throwIfAborted } from "../transport/deadline.ts";

/**
 * The items of pages, one after the other. An async generator would do the same, but costs more
 * for each item than the item itself; here the next item of a page is there at once. Calls of `next`
 * that do not wait for one another are served in their order, as a generator serves them.
 */
export class PageIterator<Item> implements AsyncIterableIterator<Item> {
  readonly #pages: AsyncGenerator<{ fresh: unknown[] }>;
  readonly #signal: AbortSignal | undefined;
  #items: unknown[] = [];
  #index = 0;
  #busy: Promise<unknown> | undefined;

  constructor(pages: AsyncGenerator<{ fresh: unknown[] }>, signal: AbortSignal | undefined) {
    this.#pages = pages;
    this.#signal = signal;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Item>> {
    if (this.#busy === undefined && this.#index < this.#items.length && this.#signal?.aborted !== true) {
      return Promise.resolve({ value: this.#items[this.#index++] as Item, done: false });
    }
    const turn = (this.#busy ?? Promise.resolve()).then(() => this.#take());
    const settle = () => {
      if (this.#busy === settled) this.#busy = undefined;
    };
    const settled = turn.then(settle, settle);
    this.#busy = settled;
    return turn;
  }

  async return(): Promise<IteratorResult<Item>> {
    await this.#busy;
    return this.#end();
  }

  async #end(): Promise<IteratorResult<Item>> {
    this.#items = [];
    await this.#pages.return(undefined);
    return { value: undefined, done: true };
  }

  async #take(): Promise<IteratorResult<Item>> {
    try {
      throwIfAborted(this.#signal);
      while (this.#index >= this.#items.length) {
        const { value, done } = await this.#pages.next();
        if (done === true) return { value: undefined, done: true };
        this.#items = value.fresh;
        this.#index = 0;
      }
      return { value: this.#items[this.#index++] as Item, done: false };
    } catch (error) {
      await this.#end();
      throw error;
    }
  }
}
