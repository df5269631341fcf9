/** Something to measure: resolves when it has done `times` of its work one after the other. */
export type Run = (times: number) => Promise<unknown>;

/** Reads a clock, in nanoseconds. */
export type Clock = () => number;

/** Medians over the rounds, for one entry. */
export interface Result {
  /** Nanoseconds for one time. */
  each: number;
  /** How many times as long as the first entry took. */
  ratio: number;
}

/**
 * The processor time of the process. Other programs that keep the machine busy do not count; the
 * collection of garbage does, wherever it runs.
 */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

export const wallTime: Clock = () => performance.now() * 1e6;

/**
 * Measures all entries in rounds, A B C … A B C …, after a fifth as many that do not count. Each round
 * starts with another entry, so that none always follows the one that leaves the most garbage. A
 * ratio is taken inside a round and its median over all: what slows the machine for a while slows
 * both sides of it.
 */
export async function measure<Name extends string>(
  entries: Record<Name, Run>,
  { rounds, times, clock }: { rounds: number; times: number; clock: Clock },
): Promise<Record<Name, Result>> {
  const names = Object.keys(entries) as Name[];
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds / 5; round++) for (const name of names) await entries[name](times);
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < names.length; index++) {
      const name = names[(round + index) % names.length] as Name;
      const start = clock();
      await entries[name](times);
      samples.get(name)?.push((clock() - start) / times);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, summary(samples.get(name) ?? [], first(samples))]),
  ) as {
    [Key in Name]: Result;
  };
}

function first(samples: Map<string, number[]>): number[] {
  return samples.values().next().value ?? [];
}

function summary(own: number[], base: number[]): Result {
  return { each: median(own), ratio: median(own.map((value, round) => value / (base[round] ?? Number.NaN))) };
}

/** Of an odd number of values, as all counts of rounds are. */
function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
