/** Exchanges and bytes that may wait for inspection; more are not inspected. */
const mostWaiting = 1000;
const mostBytes = 64 * 1024 * 1024;

interface Job {
  bytes: number;
  run: () => void;
}

/** Does work between the events of the proxy, one job at a time. */
export class InspectionQueue {
  readonly #jobs: Job[] = [];
  #bytes = 0;
  #idle: (() => void)[] = [];

  /** Whether the job was taken; false if too many wait already. */
  add(bytes: number, run: () => void): boolean {
    if (this.#jobs.length >= mostWaiting || this.#bytes + bytes > mostBytes) return false;
    this.#bytes += bytes;
    if (this.#jobs.push({ bytes, run }) === 1) setImmediate(() => this.#next());
    return true;
  }

  /** Resolves when every job is done. */
  async finish(): Promise<void> {
    if (this.#jobs.length > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #next(): void {
    const [job] = this.#jobs;
    try {
      job?.run();
    } finally {
      this.#jobs.shift();
      this.#bytes -= job?.bytes ?? 0;
      if (this.#jobs.length > 0) setImmediate(() => this.#next());
      else for (const resolve of this.#idle.splice(0)) resolve();
    }
  }
}
