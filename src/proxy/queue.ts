/** Exchanges and bytes that may wait for inspection; more are not inspected. */
const mostWaiting = 1000;
const mostBytes = 64 * 1024 * 1024;

/** Milliseconds of work, or one job, before the proxy forwards again. */
const longestTurn = 5;

interface Job {
  bytes: number;
  run: () => void;
}

/** Does work between the events of the proxy. A job must not throw. */
export class InspectionQueue {
  readonly #jobs: Job[] = [];
  #bytes = 0;
  #isScheduled = false;
  #idle: (() => void)[] = [];

  /** Whether the job was taken; false if too many wait already. */
  add(bytes: number, run: () => void): boolean {
    if (this.#jobs.length >= mostWaiting || this.#bytes + bytes > mostBytes) return false;
    this.#bytes += bytes;
    this.#jobs.push({ bytes, run });
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => this.#next());
    }
    return true;
  }

  /** Resolves when every job is done. */
  async finish(): Promise<void> {
    if (this.#jobs.length > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #next(): void {
    const end = performance.now() + longestTurn;
    do this.#runOne();
    while (this.#jobs.length > 0 && performance.now() < end);
    this.#isScheduled = this.#jobs.length > 0;
    if (this.#isScheduled) setImmediate(() => this.#next());
    else for (const resolve of this.#idle.splice(0)) resolve();
  }

  #runOne(): void {
    const job = this.#jobs.shift();
    this.#bytes -= job?.bytes ?? 0;
    job?.run();
  }
}
