import { CsbsConfigError } from "../errors.ts";

/** Milliseconds on a clock that nobody sets: what `Date` says may jump. */
export const now: () => number =
  typeof performance === "object" ? () => performance.now() : /* v8 ignore next */ () => Date.now();

/** Timers overflow beyond 24 days and would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** What a deadline is joined with, and what it ends with. */
export interface DeadlineOptions {
  /** Ends the deadline early, with the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Makes the error for a time that is up. */
  error: () => unknown;
}

/**
 * One time limit, joined with a signal of the caller. Whatever is awaited under it is raced against
 * it, because a platform's fetch does not always settle when its signal aborts. Races one promise at a
 * time. `stop` leaves no timer and no listener behind.
 *
 * @throws the reason of a signal that has aborted already.
 */
export class Deadline {
  /** Set once the time is up or the caller has aborted. */
  ended: { reason: unknown } | undefined;
  readonly #end: number;
  readonly #parent: AbortSignal | undefined;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  #reject: ((reason: unknown) => void) | undefined;
  #abort: (() => void) | undefined;

  constructor(milliseconds: number, { signal, error }: DeadlineOptions) {
    throwIfAborted(signal);
    this.#end = now() + milliseconds;
    this.#parent = signal;
    if (signal !== undefined) {
      this.#abort = () => this.#finish(reasonOfSignal(signal));
      try {
        signal.addEventListener("abort", this.#abort);
      } catch (cause) {
        throw new CsbsConfigError(notSignal, { cause });
      }
    }
    if (milliseconds < Number.POSITIVE_INFINITY) {
      const expire = () => this.#finish(error());
      this.#timer = setTimeout(expire, Math.min(Math.max(milliseconds, 0), longestTimer));
    }
  }

  /** Aborts with the deadline: for fetch. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds until the time is up. */
  get left(): number {
    return this.#end - now();
  }

  /** Settles as the promise does, or rejects when the deadline ends before it. */
  race<T>(value: T | PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      Promise.resolve(value).then(resolve, reject);
      if (this.ended === undefined) this.#reject = reject;
      else reject(this.ended.reason);
    });
  }

  /** Waits, and rejects when the deadline ends before. */
  async pause(milliseconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(milliseconds, longestTimer));
    });
    try {
      await this.race(pause);
    } finally {
      clearTimeout(timer);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#abort !== undefined) this.#parent?.removeEventListener("abort", this.#abort);
    this.#reject = undefined;
  }

  #finish(reason: unknown): void {
    if (this.ended !== undefined) return;
    this.ended = { reason };
    const reject = this.#reject;
    this.stop();
    this.#controller.abort(reason);
    reject?.(reason);
  }
}

/** @throws the reason of a signal that has aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw reasonOfSignal(signal);
}

/** React Native has signals without a reason. */
function reasonOfSignal(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? Object.assign(new Error("This operation was aborted"), { name: "AbortError" });
}

const notSignal = "signal is not an AbortSignal; pass the signal of an AbortController";

/** @throws CsbsConfigError for what is not a signal, such as the controller of one. */
export function checkSignal(signal: unknown): void {
  if (signal === undefined) return;
  const { aborted, addEventListener, removeEventListener } = (signal ?? {}) as Partial<AbortSignal>;
  const methods = [addEventListener, removeEventListener];
  if (typeof aborted !== "boolean" || !methods.every((method) => typeof method === "function")) {
    throw new CsbsConfigError(notSignal);
  }
}
