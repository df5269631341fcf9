import { isDeepStrictEqual } from "node:util";
import type { Document } from "../../src/spec/document.ts";
import type { Change } from "./change.ts";
import { extraBreakingChanges } from "./extra-breaking-rules.ts";
import { diff } from "./redocly.ts";

/** Every change but that of info.version. */
export async function compare(released: Document, current: Document): Promise<Change[]> {
  const same = { ...current, info: { ...current.info, version: released.info.version } };
  if (isDeepStrictEqual(released, same)) return [];
  const changes = [...(await diff(released, same)), ...extraBreakingChanges(released, same)];
  return changes.length > 0 ? changes : [unseen];
}

/** Redocly compares neither examples nor extensions, and ignores the order. */
const unseen: Change = {
  impact: "patch",
  place: "the description",
  what: "values of examples or extensions changed, or the order of things",
};
