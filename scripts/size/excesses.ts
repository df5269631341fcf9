import { limits } from "./limits.ts";

type Sizes = Record<keyof typeof limits, Record<string, number>>;

/** One line for each limit that is exceeded, or whose file or bundle was not measured. */
export function excesses(sizes: Sizes): string[] {
  return Object.entries(limits).flatMap(([kind, group]) =>
    Object.entries(group).flatMap(([name, limit]) => {
      const size = sizes[kind as keyof Sizes][name];
      if (size === undefined) return [`${name}: not measured; is it still built?`];
      return size <= limit ? [] : [`${name}: ${size} bytes, at most ${limit} (scripts/size/limits.ts)`];
    }),
  );
}
