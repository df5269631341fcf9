/** Waits between the polls of a backup are 20 times shorter: a block of the docs would take half a minute. */
const original = globalThis.setTimeout;

globalThis.setTimeout = Object.assign(
  (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
    original(callback, delay >= 1_000 && delay <= 30_000 ? delay / 20 : delay, ...args),
  original,
) as typeof globalThis.setTimeout;
