import type { CountTarget, Project } from "../../index.ts";
import type { Connections } from "../connection/client.ts";
import { UsageError } from "../exit.ts";

/** One project of one region, to count in. */
export interface Target extends CountTarget {
  projectId: string;
  /** Name of the project, where IAM was asked. */
  name: string | undefined;
  /** The region, or the endpoint where that was configured instead. */
  region: string;
}

/** What to count in, as the options have it. */
export interface Selection {
  projectIds: readonly string[] | undefined;
  allProjects: boolean;
  regions: readonly string[] | undefined;
  /** Regions by which the clouds name their projects. */
  knownRegions: readonly string[];
}

/**
 * The projects times the regions. A project that is named after a region is asked there alone, because the
 * clouds have each project in one region.
 *
 * @throws UsageError when no project is left.
 */
export async function findTargets(
  connections: Connections,
  { projectIds, allProjects, regions, knownRegions }: Selection,
  signal: AbortSignal | undefined,
): Promise<Target[]> {
  if (!allProjects) {
    const places = (projectIds ?? [undefined]).flatMap((projectId) =>
      (regions ?? [undefined]).map((region) => ({ projectId, region })),
    );
    return Promise.all(places.map(async (place) => targetOf(await connections.at(place), undefined)));
  }
  const projects = (await connections.listProjects(signal)).filter(({ enabled }) => enabled);
  const byName = (project: Project) =>
    [...knownRegions, ...(regions ?? [])].find((region) => project.name.split("_")[0] === region);
  const places: { project: Project; region: string | undefined }[] = [];
  for (const project of projects) {
    const own = byName(project);
    const asked =
      regions === undefined
        ? [own !== undefined && (await followsRegions(connections, project)) ? own : undefined]
        : regions.filter((region) => own === undefined || region === own);
    places.push(...asked.map((region) => ({ project, region })));
  }
  if (places.length === 0) throw new UsageError(nothingFound(regions));
  return Promise.all(
    places.map(async ({ project, region }) =>
      targetOf(await connections.at({ projectId: project.id, region }), project.name),
    ),
  );
}

/** An endpoint that was configured is asked for every project: it may be the only one that may see the credential. */
async function followsRegions(connections: Connections, { id: projectId }: Project): Promise<boolean> {
  return (await connections.at({ projectId })).region !== undefined;
}

function nothingFound(regions: readonly string[] | undefined): string {
  const where = regions === undefined ? "" : ` in ${regions.join(", ")}`;
  return `IAM shows no projects${where}; see which ones the user may use, or give --project-id`;
}

function targetOf(
  { client, projectId, region, endpoint }: Awaited<ReturnType<Connections["at"]>>,
  name: string | undefined,
): Target {
  return { client, projectId, name, region: region ?? new URL(endpoint).host };
}
