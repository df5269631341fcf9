import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { generateHeyApi } from "./competitors.ts";

/** The clients to compare, one file each in test/bench/clients/. Ratios are to the first. */
export const clientNames = ["bare-fetch", "csbs-api", "openapi-fetch", "hey-api", "ky", "axios"] as const;
export type ClientName = (typeof clientNames)[number];

/** What all clients are given. Without fetch they use the global one. */
export interface Target {
  endpoint: string;
  projectId: string;
  token: string;
  fetch?: typeof globalThis.fetch;
}

/** Counts backups, the same with each client. */
export type Count = (filters: { status: string }) => Promise<number>;

export interface BuiltClient {
  create: (target: Target) => Count;
  /** Bytes of the bundle, minified and compressed by gzip. */
  size: number;
}

const folder = join(import.meta.dirname, "../../test/bench");

/**
 * Bundles every client from its file, once as it is to be run and once as a browser would load it to
 * be weighed.
 */
export async function buildClients(scratch: string): Promise<Record<ClientName, BuiltClient>> {
  const generated = join(scratch, "hey-api");
  await generateHeyApi(generated);
  const alias = {
    "hey-api/client": join(generated, "client/index.ts"),
    "hey-api/sdk": join(generated, "sdk.gen.ts"),
  };
  const built = clientNames.map(async (name): Promise<[ClientName, BuiltClient]> => {
    const entry: BuildOptions = { entryPoints: [join(folder, "clients", `${name}.js`)], alias };
    const file = join(scratch, `${name}.mjs`);
    await build({ ...shared, ...entry, outfile: file });
    const { create } = (await import(pathToFileURL(file).href)) as Pick<BuiltClient, "create">;
    return [name, { create, size: await weigh(entry) }];
  });
  return Object.fromEntries(await Promise.all(built)) as Record<ClientName, BuiltClient>;
}

/** Bytes of everything that index.ts exports. */
export function weighEverything(): Promise<number> {
  const contents = 'export * from "../../src/index.ts";';
  return weigh({ stdin: { contents, resolveDir: folder } });
}

const shared: BuildOptions = { bundle: true, format: "esm", platform: "browser", target: "es2022" };

async function weigh(entry: BuildOptions): Promise<number> {
  const { outputFiles } = await build({ ...shared, ...entry, minify: true, write: false, outdir: "out" });
  return gzipSync(outputFiles?.[0]?.contents ?? "", { level: 9 }).length;
}
