import type { Document } from "../../spec/document.ts";

/** The regions as a line of help. */
export function knownRegions({ servers }: Document): string {
  return servers
    .flatMap(({ description, variables }) =>
      variables?.region === undefined ? [] : [{ description, ...variables.region }],
    )
    .map(({ description, default: example, enum: names }) =>
      names === undefined ? `those like ${example} (${description})` : `${names.join(", ")} (${description})`,
    )
    .join(" and ");
}
