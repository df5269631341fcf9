export const plants = ["leak", "timer", "listener"] as const;
export type Plant = (typeof plants)[number];

/** What a defect would do at each call; nothing where none is planted. */
export function planted(plant: Plant | undefined, signal: AbortSignal): () => void {
  const kept: object[] = [];
  let running = false;
  switch (plant) {
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
