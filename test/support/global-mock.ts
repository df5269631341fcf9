import type { TestProject } from "vitest/node";
import { startMock } from "../../src/mock.ts";

/** One Prism for the whole run, on a free port; tests find it by inject("mockUrl"). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const mock = await startMock();
  project.provide("mockUrl", mock.url);
  return () => mock.stop();
}

declare module "vitest" {
  interface ProvidedContext {
    mockUrl: string;
  }
}
