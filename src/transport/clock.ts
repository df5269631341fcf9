import { CsbsTimeoutError } from "../errors.ts";

/** The times that hold for a call, in milliseconds. */
export interface CallTimes {
  /** For each attempt, its answer included. */
  timeout: number;
  /** For all attempts and the waits between them. */
  deadline: number;
  signal?: AbortSignal | undefined;
  operation?: string | undefined;
}

/**
 * Joins the timeout of an attempt, the deadline of a call and the caller's signal into one signal.
 * One timer runs at a time, and one listener at most; `stop` leaves neither behind.
 */
export class CallClock {
  readonly #times: CallTimes;
  readonly #end: number;
  #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #forward: (() => void) | undefined;

  constructor(times: CallTimes) {
    times.signal?.throwIfAborted();
    this.#times = times;
    this.#end = Date.now() + times.deadline;
    if (times.signal !== undefined) {
      this.#forward = () => this.#controller.abort(times.signal?.reason);
      times.signal.addEventListener("abort", this.#forward, { once: true });
    }
  }

  /** The signal of the running attempt, or of the wait after it. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the caller has had enough. */
  get cancelled(): boolean {
    return this.#times.signal?.aborted === true;
  }

  /** Milliseconds until the deadline. */
  get left(): number {
    return this.#end - Date.now();
  }

  /** Begins an attempt with a time of its own. */
  startAttempt(): void {
    clearTimeout(this.#timer);
    if (this.signal.aborted && !this.cancelled) this.#controller = new AbortController();
    const { timeout, deadline, operation } = this.#times;
    const [time, limit] = this.left < timeout ? [this.left, deadline] : [timeout, timeout];
    if (time === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(
      () => this.#controller.abort(new CsbsTimeoutError(limit, { operation })),
      Math.min(Math.max(time, 0), longestTimer),
    );
  }

  /** Waits, and ends early with the reason of the caller's signal. */
  async wait(milliseconds: number): Promise<void> {
    clearTimeout(this.#timer);
    const { signal } = this.#times;
    signal?.throwIfAborted();
    if (milliseconds === 0) return;
    await new Promise<void>((resolve, reject) => {
      const end = () => {
        clearTimeout(this.#timer);
        reject(signal?.reason);
      };
      this.#timer = setTimeout(
        () => {
          signal?.removeEventListener("abort", end);
          resolve();
        },
        Math.min(milliseconds, longestTimer),
      );
      signal?.addEventListener("abort", end, { once: true });
    });
  }

  /** Ends the times, but not the caller's signal, which goes on for the body of an answer. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  stop(): void {
    this.rest();
    if (this.#forward !== undefined) this.#times.signal?.removeEventListener("abort", this.#forward);
  }
}

/** 24 days. Timers overflow beyond it and would fire at once. */
export const longestTimer = 2 ** 31 - 1;
