import type { Counts } from "./work.ts";

/** The heap after a collection, once so many calls had been made. */
export interface Sample {
  calls: number;
  heap: number;
}

export interface Findings {
  samples: Sample[];
  throughputs: { client: number; fetch: number }[];
  counts: Counts;
  left: string[];
  versions: Record<string, string>;
}

/**
 * Bytes for 1,000 calls. The least that a call could leave behind, an empty object, makes more than
 * 50,000. The engine's own code and weak lists were seen to grow by up to 11,000, with not one object
 * of the client's among them.
 */
export const slopeLimit = 20_000;

export function evaluate({ samples, throughputs, counts, left, versions }: Findings): {
  lines: string[];
  passed: boolean;
} {
  const { slope, error } = lineThrough(samples);
  const perThousand = slope * 1000;
  const uncertain = 2 * error * 1000;
  // What the noise of a short run could be is not compared with it.
  const flat = samples.length >= 10 && perThousand - uncertain <= slopeLimit;
  const client = median(throughputs.map((throughput) => throughput.client));
  const fetch = median(throughputs.map((throughput) => throughput.fetch));
  const ratio = median(throughputs.map((throughput) => throughput.client / throughput.fetch));
  const heaps = samples.map(({ heap }) => heap / 2 ** 20);
  return {
    passed: flat && left.length === 0,
    lines: [
      Object.entries(versions)
        .map((pair) => pair.join(" "))
        .join(", "),
      `calls      ${counts.calls}, of them ${counts.failed} ended in a typed error or were aborted`,
      `heap       ${Math.min(...heaps).toFixed(2)} to ${Math.max(...heaps).toFixed(2)} MiB in ${samples.length} samples`,
      `slope      ${perThousand.toFixed(0)} ± ${uncertain.toFixed(0)} bytes for 1,000 calls, limit ${slopeLimit}: ${flat ? "flat" : "GROWS"}`,
      `throughput ${client.toFixed(0)} calls/s, bare fetch ${fetch.toFixed(0)}/s, ratio ${ratio.toFixed(2)}`,
      `left       ${left.length === 0 ? "nothing" : left.join("; ")}`,
    ],
  };
}

/** The line that fits best by least squares: bytes for a call, and the standard error of that. */
export function lineThrough(samples: Sample[]): { slope: number; error: number } {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sum = (values: number[]) => mean(values) * values.length;
  const calls = mean(samples.map((sample) => sample.calls));
  const heap = mean(samples.map((sample) => sample.heap));
  const spread = sum(samples.map((sample) => (sample.calls - calls) ** 2));
  const slope = sum(samples.map((sample) => (sample.calls - calls) * (sample.heap - heap))) / spread;
  const rest = sum(samples.map((sample) => (sample.heap - heap - slope * (sample.calls - calls)) ** 2));
  return { slope, error: Math.sqrt(rest / (samples.length - 2) / spread) };
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
