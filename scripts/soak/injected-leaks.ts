export const leakKinds = ["leak", "timer", "listener"] as const;
export type LeakKind = (typeof leakKinds)[number];

/** What a defect would do at each call; nothing where none is injected. */
export function injectLeak(inject: LeakKind | undefined, signal: AbortSignal): () => void {
  const kept: object[] = [];
  let running = false;
  switch (inject) {
    case "leak":
      return () => kept.push({});
    case "timer":
      return () => {
        if (!running) setInterval(() => {}, 60_000);
        running = true;
      };
    case "listener":
      return () => signal.addEventListener("abort", () => {}, { once: true });
    default:
      return () => {};
  }
}
