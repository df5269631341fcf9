import type { Options } from "minisearch";
import type { SearchEntry } from "./search-entry.ts";

/** Build and browser must read words alike, so both take these. */
export const searchOptions: Options<SearchEntry> = {
  fields: ["title", "place", "text"],
  storeFields: ["kind", "title", "place"],
  tokenize: words,
  searchOptions: {
    boost: { title: 4, place: 1.5 },
    boostDocument: (_id, _term, stored) =>
      stored?.kind === "Operation" ? 1.6 : stored?.kind === "Property" ? 0.6 : 1,
    combineWith: "AND",
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  },
};

/** Words, names whole and by their parts: countBackups is found by itself, by count and by backups. */
export function words(text: string): string[] {
  return (text.match(/[\p{L}\p{N}_.-]+/gu) ?? []).flatMap((found) => {
    const word = found.replace(/^[._-]+|[._-]+$/g, "");
    const parts = word.split(/[._-]+|(?<=[a-z])(?=[A-Z])/).filter((part) => part !== "");
    return parts.length > 1 ? [word, ...parts] : parts;
  });
}
