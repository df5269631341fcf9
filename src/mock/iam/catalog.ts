import { operationTable } from "../../../generated/operations.ts";
import { defaultDomain, iamId, type Project, regionOf } from "./directory.ts";

export interface CatalogEntry {
  id: string;
  type: string;
  name: string;
  endpoints: { id: string; interface: "public"; region: string; region_id: string; url: string }[];
}

/** The names under which IAM's catalog has the two services; SDKs search for the types. */
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

/** Stands for the project in the endpoints that belong to no token; clients replace it. */
const projectPlaceholder = "$(tenant_id)s";

/** What IAM has in its lists of services and endpoints, which some SDKs read instead of a catalog. */
export function registryOf(
  base: string,
  regions: readonly string[],
): { services: object[]; endpoints: object[] } {
  const services = new Map<string, object>();
  const endpoints = new Map<string, object>();
  for (const region of regions) {
    const project = { id: projectPlaceholder, name: region, domain: defaultDomain };
    for (const { endpoints: own, ...service } of catalogOf(base, project, regions)) {
      services.set(service.id, { ...service, enabled: true });
      for (const endpoint of own) {
        endpoints.set(endpoint.id, { ...endpoint, service_id: service.id, enabled: true });
      }
    }
  }
  return { services: [...services.values()], endpoints: [...endpoints.values()] };
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
