/** The names that are closest to a mistyped one; none when all differ too much. */
export function similarTo(typed: string, names: readonly string[]): string[] {
  const most = Math.max(1, Math.floor(typed.length / 3));
  const all = names.map((name) => ({ name, distance: distanceOf(typed.toLowerCase(), name.toLowerCase()) }));
  const least = Math.min(most, ...all.map(({ distance }) => distance));
  return all.filter(({ distance }) => distance === least).map(({ name }) => name);
}

/** How many letters must be inserted, removed, replaced or swapped. */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (same ? 0 : 1),
        swapped ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row.at(-1) as number;
}
