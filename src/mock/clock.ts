import { CsbsConfigError } from "../errors.ts";
import type { Time } from "./scenarios/scenario.ts";

/** The wire has four digits for a year. */
const endOfTime = Date.UTC(10_000, 0);

/**
 * After so many requests that differ, time moves all the same: no client waits for ever, and what is
 * remembered of requests stays small.
 */
const longestMoment = 100;

/**
 * The mock's time, in seconds since its beginning. It moves when a client polls, when it is told to, and
 * with the real time where the scenario says so. It is never slower than the real time, so that clients
 * that poll once in minutes get through too.
 */
export class MockClock {
  readonly #secondsPerPoll: number;
  readonly #speed: number;
  readonly #start: number;
  readonly #begun = Date.now();
  #moved = 0;
  /** Requests that changed nothing since time or state changed. */
  #seen = new Set<string>();
  /** Requests that changed something since time moved. */
  #accepted = new Set<string>();
  #requests = 0;
  /** When something was changed or time moved last, in real milliseconds; undefined at first. */
  #touched: number | undefined;

  constructor({ speed = 0, secondsPerPoll = speed === 0 ? 60 : 0, start }: Time = {}) {
    this.#secondsPerPoll = secondsPerPoll;
    this.#speed = speed;
    this.#start = start === undefined ? this.#begun : Date.parse(`${start}Z`);
  }

  get now(): number {
    const passed = this.#moved + (this.#speed * (Date.now() - this.#begun)) / 1000;
    return Math.min(passed, this.#longest);
  }

  /** The time of day, in milliseconds since 1970. It stands still when the mock's time does. */
  get wall(): number {
    return this.wallAt(this.now);
  }

  /** The time of day at another moment of the mock's time. */
  wallAt(seconds: number): number {
    return Math.floor(this.#start + seconds * 1000);
  }

  /** The reverse of `wallAt`. */
  secondsAt(wall: number): number {
    return (wall - this.#start) / 1000;
  }

  /** @throws CsbsConfigError for less than nothing, and for what leads beyond the year 9999. */
  advance(seconds: number): void {
    if (!(typeof seconds === "number" && seconds >= 0 && this.#moved + seconds <= this.#longest)) {
      throw new CsbsConfigError(
        `the mock's time cannot advance by ${seconds} seconds; pass a number from 0 that stays before the year 10000`,
      );
    }
    this.#move(seconds);
  }

  /**
   * Called before a request is handled, with what identifies it. Requests that differ belong to one moment, so
   * that their responses agree; the first that is repeated begins the next moment.
   */
  beforeRequest(...identities: string[]): void {
    const paused = this.#paused();
    if (paused > this.#secondsPerPoll) this.#pass(paused);
    else if (identities.some((one) => this.#seen.has(one)) || this.#requests >= longestMoment) {
      this.#pass(this.#secondsPerPoll);
    }
    this.#requests += 1;
  }

  /**
   * Called after a request was handled. After a change, reads may be made once more in the same moment;
   * a change that is made once more counts as a poll.
   */
  afterRequest(request: string, changed: boolean): void {
    if (changed && !this.#accepted.has(request)) {
      this.#accepted.add(request);
      this.#seen.clear();
      this.#touched = Date.now();
    } else {
      this.#seen.add(request);
    }
  }

  /** Real seconds since something happened, where the mock's time does not follow the real one anyway. */
  #paused(): number {
    if (this.#touched === undefined || this.#speed > 0 || this.#secondsPerPoll === 0) return 0;
    return Math.floor((Date.now() - this.#touched) / 1000);
  }

  #pass(seconds: number): void {
    this.#move(Math.min(seconds, this.#longest - this.#moved));
  }

  #move(seconds: number): void {
    this.#moved += seconds;
    this.#touched = Date.now();
    this.#seen.clear();
    this.#accepted.clear();
    this.#requests = 0;
  }

  get #longest(): number {
    return (endOfTime - 1 - this.#start) / 1000;
  }
}
