import { operationTable } from "../../../generated/operations.ts";
import { iamId, type Project, regionOf } from "./directory.ts";

export interface CatalogEntry {
  id: string;
  type: string;
  name: string;
  endpoints: { id: string; interface: "public"; region: string; region_id: string; url: string }[];
}

/** The names under which IAM's catalog has the two services; SDKs look for the types. */
const service = { type: "data-protect", name: "karbor" };
const identity = { type: "identity", name: "keystone" };

/** What all paths of the description begin with. */
const [prefix = ""] = operationTable.countBackups.path.split("{project_id}");

/**
 * The catalog as Open Telekom Cloud has it: the service's endpoint ends in the project, so that a token
 * without one has none, and IAM belongs to every region and to the project's own.
 */
export function catalogOf(
  base: string,
  project: Project | undefined,
  regions: readonly string[],
): CatalogEntry[] {
  const region = project === undefined ? (regions[0] as string) : regionOf(project, regions);
  const iam = `${base}/v3`;
  const catalog = [
    entry(identity, [
      [region, iam],
      ["*", iam],
    ]),
  ];
  if (project === undefined) return catalog;
  return [entry(service, [[region, `${base}${prefix}${project.id}`]]), ...catalog];
}

function entry({ type, name }: { type: string; name: string }, endpoints: [string, string][]): CatalogEntry {
  return {
    id: iamId("service", type),
    type,
    name,
    endpoints: endpoints.map(([region, url]) => ({
      id: iamId("endpoint", type, region),
      interface: "public",
      region,
      region_id: region,
      url,
    })),
  };
}
