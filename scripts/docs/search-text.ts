import { stemmer } from "stemmer";

/** Words of questions that say nothing about a page. */
const stopWords = new Set(
  "a an and are be by can did do does for from how i in is it my of on or the this to what when where which why with".split(
    " ",
  ),
);

const name = /[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?/gu;
const part = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[^\p{Lu}\p{Ll}\p{N}_.-]+/gu;

/** The words and names of a text. */
export function namesIn(text: string): string[] {
  return text.match(name) ?? [];
}

export function partsOf(text: string): string[] {
  return text.match(part) ?? [];
}

/** Names whole and by their parts: countBackups is found by itself, by count and by backups. */
export function words(text: string): string[] {
  return namesIn(text).flatMap((found) => [...new Set([found, ...partsOf(found)])]);
}

/** What a word is found by: itself and its stem, so that `retries` finds `retry`; nothing for a stop word. Names have no stem. */
export function termsOf(text: string): string[] {
  const lower = text.toLowerCase();
  if (stopWords.has(lower)) return [];
  return partsOf(text).length > 1 ? [lower] : [...new Set([lower, stemmer(lower)])];
}

/** A text in pieces; `found` marks the words, or parts of names, with one of the terms. */
export interface Piece {
  text: string;
  found: boolean;
}

export function highlight(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const [start, found] of foundIn(text, terms)) {
    if (start > end) pieces.push({ text: text.slice(end, start), found: false });
    pieces.push({ text: found, found: true });
    end = start + found.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end), found: false }] : pieces;
}

/** Places of the names with one of the terms; of other names, of their parts with one. */
function foundIn(text: string, terms: ReadonlySet<string>): [start: number, found: string][] {
  const isFound = (found: string) => termsOf(found).some((term) => terms.has(term));
  return [...text.matchAll(name)].flatMap(({ 0: whole, index }) =>
    isFound(whole)
      ? [[index, whole]]
      : [...whole.matchAll(part)]
          .filter(([piece]) => isFound(piece))
          .map((piece) => [index + piece.index, piece[0]]),
  ) as [number, string][];
}

const longest = 160;
const wordsBefore = 6;

/** The sentence or line of a text with the most of the terms. A long one starts shortly before the first of them. */
export function excerpt(text: string, terms: ReadonlySet<string>): Piece[] {
  const count = (sentence: string) =>
    new Set(foundIn(sentence, terms).map(([, found]) => found.toLowerCase())).size;
  const [best = ""] = text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => ({ sentence, found: count(sentence) }))
    .sort((one, other) => other.found - one.found)
    .map(({ sentence }) => sentence);
  const [first, ...others] = highlight(best.trim(), terms);
  if (first === undefined) return [];
  const before = first.text.split(/(?<=\s)/);
  if (first.found || best.length <= longest || before.length <= wordsBefore) return [first, ...others];
  return [{ text: `… ${before.slice(-wordsBefore).join("")}`, found: false }, ...others];
}
