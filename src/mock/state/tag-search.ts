import type { components } from "../../../generated/schema.ts";
import type { Tagged } from "./tags.ts";

type Schemas = components["schemas"];
type TagFilter = Schemas["TagFilter"];

/** Whether something fits every condition of a search. */
export function matchesTags({ name, tags }: Tagged, search: Schemas["FindByTagRequest"]): boolean {
  const has = (filter: TagFilter) => tags.some((tag) => tag.key === filter.key && allows(filter, tag.value));
  const { tags: every, tags_any: some, not_tags: notEvery, not_tags_any: notSome, matches = [] } = search;
  return (
    (every === undefined || every.every(has)) &&
    (some === undefined || some.some(has)) &&
    (notEvery === undefined || !notEvery.every(has)) &&
    (notSome === undefined || !notSome.some(has)) &&
    matches.every(({ value }) => name.includes(value))
  );
}

/** No values mean any; a value behind an asterisk means a part of one. */
function allows({ values }: TagFilter, value: string): boolean {
  return (
    values.length === 0 ||
    values.some((wanted) => (wanted.startsWith("*") ? value.includes(wanted.slice(1)) : value === wanted))
  );
}
