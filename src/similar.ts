/** What to do about an unknown name: the similar ones, or all that are known. */
export function adviceFor(given: string, known: readonly string[]): string {
  const similar = similarTo(given, known).map((name) => JSON.stringify(name));
  return similar.length > 0 ? `did you mean ${similar.join(" or ")}?` : `expected one of ${known.join(", ")}`;
}

/** The names that are closest to a mistyped one, or that it begins; none where all differ or many are alike. */
export function similarTo(typed: string, names: readonly string[]): string[] {
  const lower = typed.toLowerCase();
  const most = Math.min(3, Math.max(1, typed.length / 3));
  let similar: string[] = [];
  for (let edits = 0; edits <= most && !similar[0]; edits++) {
    similar = names.filter((name) => isWithin(edits, lower, name.toLowerCase()));
  }
  if (!similar[0] && typed.length > 2) similar = names.filter((name) => name.toLowerCase().startsWith(lower));
  return similar.length > 3 ? [] : similar;
}

/** Whether so many letters inserted, removed, replaced or swapped make one text of the other. */
function isWithin(edits: number, one: string, other: string): boolean {
  if (one === other) return true;
  if (one[0] === other[0]) return isWithin(edits, one.slice(1), other.slice(1));
  if (edits === 0) return false;
  const without = (letters: number, others: number) =>
    isWithin(edits - 1, one.slice(letters), other.slice(others));
  const swapped = one[0] === other[1] && one[1] === other[0];
  return without(1, 1) || without(1, 0) || without(0, 1) || (swapped && without(2, 2));
}
