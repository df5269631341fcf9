import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { gzipSize } from "../size/measure.ts";
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

/** Bundles every client from its file: once to run it, once minified for its size. */
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
    return [name, { create, size: await gzipSize(entry) }];
  });
  return Object.fromEntries(await Promise.all(built)) as Record<ClientName, BuiltClient>;
}

const shared: BuildOptions = { bundle: true, format: "esm", platform: "browser", target: "es2022" };
