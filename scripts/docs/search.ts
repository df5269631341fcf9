import MiniSearch from "minisearch";
import type { SearchEntry } from "./search-entry.ts";
import { searchOptions } from "./search-options.ts";

/** The index that the search of the site loads when it is first opened. */
export function searchIndex(entries: SearchEntry[]): string {
  const index = new MiniSearch(searchOptions);
  index.addAll(entries);
  return JSON.stringify(index);
}
