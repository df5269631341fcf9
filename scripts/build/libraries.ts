import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuildResult } from "esbuild";

const project = join(import.meta.dirname, "../..");

/** A library whose code a user of this package runs. */
export interface Library {
  name: string;
  version: string;
  /** SPDX. */
  license: string;
  /** Where it lies here. */
  folder: string;
  /** Names of the libraries that it asks for itself. */
  dependencies: string[];
  /** Its hash in the registry, as the lockfile has it: `sha512-…`. */
  integrity: string;
  /** The files of dist/ that its code is in. */
  bundledInto: string[];
  /** Whether installing this package installs it. */
  installed: boolean;
  /** Whether this package asks for it itself. */
  direct: boolean;
}

interface Locked {
  dependencies?: { [name: string]: string };
  devDependencies?: { [name: string]: string };
  integrity?: string;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  licenses?: { type: string }[];
}

/** Every library that is installed with this package or bundled into it, by name. */
export async function findLibraries(builds: BuildResult<{ metafile: true }>[]): Promise<Library[]> {
  const lockfile = JSON.parse(await readFile(join(project, "package-lock.json"), "utf8")) as {
    packages: { [path: string]: Locked };
  };
  const bundled = bundledPaths(builds);
  const installed = installedPaths(lockfile.packages);
  const root = lockfile.packages[""];
  const asked = Object.keys({ ...root?.dependencies, ...root?.devDependencies });
  const paths = [...new Set([...installed, ...bundled.keys()])].sort();
  return Promise.all(
    paths.map((path) =>
      readLibrary(path, {
        locked: lockfile.packages[path],
        bundledInto: [...(bundled.get(path) ?? [])].sort(),
        installed: installed.has(path),
        direct: asked.some((name) => path === `node_modules/${name}`),
      }),
    ),
  );
}

/** The folder of each library that esbuild has read from, and the files that its code went into. */
function bundledPaths(builds: BuildResult<{ metafile: true }>[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { metafile } of builds) {
    for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
      for (const input of Object.keys(inputs)) {
        const [, path] =
          /(?:^|\/)(node_modules\/.*(?<=node_modules\/)(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
        if (path !== undefined) found.set(path, (found.get(path) ?? new Set()).add(output));
      }
    }
  }
  return found;
}

/** What `npm install csbs-api` installs. Peers are optional; users install them if needed. */
function installedPaths(packages: { [path: string]: Locked }): Set<string> {
  const found = new Set<string>();
  const waiting = Object.keys(packages[""]?.dependencies ?? {});
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const path = `node_modules/${name}`;
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...Object.keys(packages[path]?.dependencies ?? {}));
  }
  return found;
}

async function readLibrary(
  path: string,
  { locked, ...rest }: { locked: Locked | undefined } & Pick<Library, "bundledInto" | "installed" | "direct">,
): Promise<Library> {
  const folder = join(project, path);
  const text = await readFile(join(folder, "package.json"), "utf8");
  const { name, version, licenses, ...manifest } = JSON.parse(text) as Manifest;
  // The form of old packages.
  const license = manifest.license ?? licenses?.map(({ type }) => type).join(" OR ");
  if (locked?.integrity === undefined) throw new Error(`package-lock.json has no integrity of ${path}`);
  if (typeof license !== "string") throw new Error(`${name} does not name its licence`);
  const dependencies = Object.keys(locked.dependencies ?? {});
  return { name, version, license, folder, dependencies, integrity: locked.integrity, ...rest };
}
