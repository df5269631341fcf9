import type { Environment } from "../../config/clouds.ts";
import type { GivenSettings } from "../../config/resolve.ts";
import { listRegions } from "../../spec/servers.ts";
import { exclude } from "../connection/client.ts";
import type { ConnectionOptions } from "../connection/options.ts";
import { givenSettings } from "../connection/settings.ts";
import { exampleProject, loadSpec } from "../spec.ts";

/** Where the settings to check come from. */
export interface World {
  given: GivenSettings;
  environment: Environment;
  /** The source of a setting, as it is shown. */
  sourceOf(source: string): string;
  close(): Promise<void>;
}

/** The user's own settings; with --mock those of a mock that one user may sign in to. */
export async function openWorld(options: ConnectionOptions): Promise<World> {
  const given = givenSettings(options);
  if (options.mock !== true) {
    return { given, environment: process.env, sourceOf: (source) => source, close: async () => {} };
  }
  for (const name of ["endpoint", "region", "osCloud"] as const) exclude(options, "mock", name);
  // Loaded only here, because it is large.
  const { startMock } = await import("../../mock.ts");
  const spec = loadSpec();
  const id = String(exampleProject(spec));
  const user = { name: "demo", domain: "demo-domain", password: "demo-password" };
  const projects = [{ id, name: `${listRegions(spec)[0]}_demo` }];
  const mock = await startMock({ scenario: ["everyday", { users: [{ ...user, projects }] }] });
  return {
    given,
    environment: {
      CSBS_ENDPOINT: mock.url,
      OS_PROJECT_ID: id,
      OS_AUTH_URL: `${mock.url}/v3`,
      OS_USERNAME: user.name,
      OS_PASSWORD: user.password,
      OS_USER_DOMAIN_NAME: user.domain,
    },
    sourceOf: (source) => (source.startsWith("--") ? source : "the mock"),
    close: () => mock.stop(),
  };
}
