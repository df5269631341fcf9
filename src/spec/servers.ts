import type { Document } from "./document.ts";

/** The regions that the servers name, the first one first. */
export function listRegions({ servers }: Pick<Document, "servers">): string[] {
  const regions = servers.flatMap(({ variables }) => variables?.region ?? []);
  return [...new Set(regions.flatMap((region) => [region.default, ...(region.enum ?? [])]))];
}
