import type { CountsEverywhere } from "../../index.ts";
import type { Target } from "./targets.ts";

/** By what counts are added up. */
export type GroupedBy = "project" | "region";

/** What came of one project, or of one region. */
export interface Group {
  /** Of the project; undefined for a region. */
  id?: string;
  /** Of the project, where it is known, or of the region. */
  name: string | undefined;
  /** Sum over what was counted; undefined when nothing was. */
  count: number | undefined;
  /** Why something was not counted. */
  errors: unknown[];
}

/** Adds up what was counted, in the order of the targets. */
export function groupCounts({ results }: CountsEverywhere<Target>, by: GroupedBy): Group[] {
  const groups = new Map<string, Group>();
  for (const { target, count, error } of results) {
    const { projectId: id, name, region } = target;
    const key = by === "project" ? id : region;
    const group = groups.get(key) ?? {
      ...(by === "project" ? { id, name } : { name: region }),
      count: undefined,
      errors: [],
    };
    groups.set(key, group);
    if (count === undefined) group.errors.push(error);
    else group.count = (group.count ?? 0) + count;
  }
  return [...groups.values()];
}
