import MiniSearch, { type Query, type SearchResult } from "minisearch";
import type { SearchEntry } from "./search-entry.ts";
import { namesIn, partsOf, termsOf, words } from "./search-text.ts";
import { synonyms } from "./synonyms.ts";

export type Found = SearchResult & SearchEntry;

/** Guides explain what readers ask for, so they come first. A name finds its own page all the same: it is rare. */
const weights: Record<SearchEntry["kind"], number> = {
  Guide: 2.2,
  Operation: 1.8,
  "Error code": 1,
  Parameter: 0.8,
  Schema: 0.8,
  Page: 0.3,
  Property: 0.5,
};

const wholePage = 1.3;
const sameTitle = 3;

/** In chunks, so that the page responds while it is made. */
export async function createIndex(entries: SearchEntry[]): Promise<MiniSearch<SearchEntry>> {
  const index = new MiniSearch<SearchEntry>({
    fields: ["title", "page", "place", "text"],
    storeFields: ["id", "kind", "title", "place", "text"],
    // The file name says what a guide is about.
    extractField: (entry, field) =>
      field === "page"
        ? (/^guides\/(.+)\.html$/.exec(entry.id)?.[1] ?? "")
        : String(entry[field as keyof SearchEntry]),
    tokenize: words,
    processTerm: termsOf,
  });
  await index.addAllAsync(entries);
  return index;
}

/** The results with all words; without such results those with typos; without these, those with some of the words. */
export function find(index: MiniSearch<SearchEntry>, wanted: string): Found[] {
  const names = searched(wanted);
  for (const [combineWith, fuzzy] of [
    ["AND", false],
    ["AND", true],
    ["OR", true],
  ] as const) {
    const all = { combineWith, queries: phrasesIn(names).map(phraseQuery) };
    // `delete backup` is likely the operation deleteBackup.
    const query = names.length > 1 ? either([all, names.join("")]) : all;
    const found = index.search(query, {
      // The query is made of terms already.
      tokenize: (term) => [term],
      prefix: (term) => term.length > 1,
      fuzzy: fuzzy && ((term) => (term.length > 5 ? 2 : term.length > 3 ? 1 : false)),
      boost: { title: 4, page: 6, place: 1.5 },
      boostDocument: (id, _term, stored) =>
        weights[stored?.kind as SearchEntry["kind"]] *
        (String(id).includes("#") ? 1 : wholePage) *
        (stored?.title === wanted.trim() ? sameTitle : 1),
    });
    // A typo that some text quotes is not what the reader wants, so a single word must be in a title.
    const isSure =
      names.length > 1 || found.some(({ match }) => Object.values(match).flat().includes("title"));
    if (found.length > 0 && (isSure || combineWith === "OR")) return found as Found[];
  }
  return [];
}

const searched = (text: string) => namesIn(text).filter((name) => termsOf(name).length > 0);
const stems = (names: string[]) => names.map((name) => termsOf(name).at(-1)).join(" ");
const known = new Map(
  Object.entries(synonyms).map(([phrase, others]) => [stems(searched(phrase)), others] as const),
);
const longestPhrase = Math.max(...[...known.keys()].map((phrase) => phrase.split(" ").length));

/** The words of a query; those that have a synonym together stay together. */
function phrasesIn(names: string[]): string[][] {
  const phrases: string[][] = [];
  for (let start = 0; start < names.length; start += phrases.at(-1)?.length ?? 1) {
    let length = Math.min(longestPhrase, names.length - start);
    while (length > 1 && !known.has(stems(names.slice(start, start + length)))) length -= 1;
    phrases.push(names.slice(start, start + length));
  }
  return phrases;
}

function phraseQuery(names: string[]): Query {
  const others = known.get(stems(names)) ?? [];
  return either([names, ...others.map(searched)].map((all) => every(all.map(nameQuery))));
}

/** A name is found whole or by all of its parts. */
function nameQuery(name: string): Query {
  const parts = partsOf(name).filter((part) => termsOf(part).length > 0);
  return either(parts.length > 1 ? [name, every(parts.map((part) => either([part])))] : [name]);
}

function either(queries: Query[]): Query {
  return { combineWith: "OR", queries };
}

function every(queries: Query[]): Query {
  return { combineWith: "AND", queries };
}
