import type { TestProject } from "vitest/node";
import type { DescriptionFile } from "./description-files.ts";
import { startStockPrism } from "./prism-cli.ts";

/** Stock Prism in the place of `csbs mock`, so that the contract suites run against it unchanged. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const prism = await startStockPrism(project.getProvidedContext().descriptionFile);
  project.provide("mockUrl", prism.url);
  return () => prism.stop();
}

declare module "vitest" {
  interface ProvidedContext {
    /** The file that stock Prism serves. */
    descriptionFile: DescriptionFile;
  }
}
