import type { Time } from "./scenario.ts";

/**
 * The mock's time, in seconds since its beginning. It moves when somebody looks again, when it is
 * told to, and with the real time if the scenario says so; never otherwise.
 */
export class MockClock {
  readonly #perLook: number;
  readonly #speed: number;
  readonly #start: number;
  readonly #begun = Date.now();
  #moved = 0;
  #seen = new Set<string>();

  constructor({ perLook = 60, speed = 0, start }: Time = {}) {
    this.#perLook = perLook;
    this.#speed = speed;
    this.#start = start === undefined ? this.#begun : Date.parse(`${start}Z`);
  }

  get now(): number {
    return this.#moved + (this.#speed * (Date.now() - this.#begun)) / 1000;
  }

  /** What a clock on the wall shows now, in milliseconds since 1970. It stands still when the mock's time does. */
  get wall(): number {
    return this.wallAt(this.now);
  }

  /** What it shows at another moment of the mock's time. */
  wallAt(seconds: number): number {
    return Math.floor(this.#start + seconds * 1000);
  }

  advance(seconds: number): void {
    this.#moved += seconds;
    this.changed();
  }

  /** Called after a change: what was read before is not read again. */
  changed(): void {
    this.#seen.clear();
  }

  /**
   * Called before a read is answered. Reads that differ belong to one moment, so that they agree; the
   * first that is repeated begins the next.
   */
  look(read: string): void {
    if (this.#seen.has(read)) this.advance(this.#perLook);
    this.#seen.add(read);
  }
}
