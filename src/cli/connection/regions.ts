import type { SpecNode } from "../spec.ts";

interface ServerSpec {
  url: string;
  description: string;
  variables: { region: { default: string; enum?: string[] } };
}

/** Names that the spec has, for completion; of a cloud without a list it is the default alone. */
export function regionNames(spec: SpecNode): string[] {
  return (spec.servers as ServerSpec[]).flatMap(({ variables: { region } }) => region.enum ?? region.default);
}

/** The regions as a line of help. */
export function knownRegions(spec: SpecNode): string {
  return (spec.servers as ServerSpec[])
    .map(({ description, variables: { region } }) =>
      region.enum === undefined
        ? `those like ${region.default} (${description})`
        : `${region.enum.join(", ")} (${description})`,
    )
    .join(" and ");
}
