import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { installPackage, installTools } from "./install.ts";
import { listen } from "./servers.ts";
import type { Addresses } from "./suite.js";

/** Installs what is needed and starts the servers that the suite talks to beside the mock. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await installTools();
  const consumer = await installPackage();
  const silent = await listen(() => {});
  const redirect = await listen(({ method, url = "", headers }, response) => {
    // A browser asks first whether it may; only the request itself is redirected.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
    if (method === "OPTIONS") response.writeHead(204).end();
    else response.writeHead(307, { location: project.getProvidedContext().mockUrl + url }).end();
  });
  const refused = await listen(() => {});
  await refused.stop();
  project.provide("consumer", consumer);
  project.provide("servers", {
    silentUrl: silent.url,
    redirectUrl: redirect.url,
    refusedUrl: refused.url,
  });
  return async () => {
    await Promise.all([silent.stop(), redirect.stop(), rm(consumer, { recursive: true })]);
  };
}

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the project into which the packed package is installed. */
    consumer: string;
    servers: Omit<Addresses, "mockUrl">;
  }
}
