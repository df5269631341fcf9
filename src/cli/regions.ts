import { UsageError } from "./exit.ts";
import type { SpecNode } from "./spec.ts";

interface ServerSpec {
  url: string;
  description: string;
  variables: { region: { default: string; enum?: string[] } };
}

/** Where CSBS of a region is, by the hosts that the spec's `servers` name. */
export function endpointOf(spec: SpecNode, region: string, place: string): string {
  const servers = spec.servers as ServerSpec[];
  const server =
    servers.find(({ variables }) => variables.region.enum?.includes(region)) ??
    servers.find(({ variables }) => variables.region.enum === undefined && looksAlike(region, variables));
  if (server !== undefined) return server.url.replace("{region}", region);
  throw new UsageError(
    `${place}, a region that CSBS is not known to have; known are ${knownRegions(spec)}; anywhere else give --endpoint`,
  );
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

/**
 * A cloud without a list of regions takes names of the form of its default, such as cn-north-1, and
 * no others: a credential must not go to a host that a slip or another cloud's region has made up.
 */
function looksAlike(region: string, { region: { default: example } }: ServerSpec["variables"]): boolean {
  const form = example.replace(/[a-z]+/g, "[a-z]+").replace(/\d+/g, "\\d{1,3}");
  return new RegExp(`^${form}$`).test(region);
}
