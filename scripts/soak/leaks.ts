import { getEventListeners } from "node:events";

/** How long sockets have to close after the server has gone. */
const grace = 5000;

/** Knows what there was before the work, and finds what is still there after it. */
export class Leaks {
  /** The signal that all calls share; each must take its listener away again. */
  readonly signal = new AbortController().signal;
  readonly #resources = countNames(process.getActiveResourcesInfo());
  readonly #listeners = processListeners();
  readonly #warnings: string[] = [];

  constructor() {
    process.on("warning", ({ message }) => this.#warnings.push(message));
  }

  async find(): Promise<string[]> {
    const end = performance.now() + grace;
    while (this.#resourcesLeft().length > 0 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    globalThis.gc?.();
    const listeners = getEventListeners(this.signal, "abort").length;
    const ofProcess = processListeners() - this.#listeners - 1;
    return [
      ...this.#resourcesLeft().map((name) => `active ${name}`),
      ...(listeners > 0 ? [`${listeners} listeners on the shared signal`] : []),
      ...(ofProcess > 0 ? [`${ofProcess} listeners on the process`] : []),
      ...this.#warnings.map((message) => `warning: ${message}`),
    ];
  }

  #resourcesLeft(): string[] {
    const now = countNames(process.getActiveResourcesInfo());
    return [...now].filter(([name, count]) => count > (this.#resources.get(name) ?? 0)).map(([name]) => name);
  }
}

function countNames(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function processListeners(): number {
  return process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
}
