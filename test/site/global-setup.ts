import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../scripts/docs/build.ts";
import { serveFolder } from "../../scripts/docs/server.ts";

/** Not at the root of the host, so that a link which leaves the folder is found. */
const base = "/csbs/";

/** Builds the site into a folder of its own and serves it on a free port. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-docs-"));
  const files = await buildSite({ folder, base });
  const server = await serveFolder(folder, { base });
  project.provide("site", { folder, files, url: server.url });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
}

declare module "vitest" {
  interface ProvidedContext {
    site: {
      folder: string;
      /** Paths from the root of the site. */
      files: string[];
      url: string;
    };
  }
}
