import type { GivenSettings } from "../../config/resolve.ts";
import { kebabCase } from "../../spec/names.ts";
import type { ConnectionOptions } from "./options.ts";

/** The option that stands for a setting. */
export function flagOf(name: string): string {
  return name === "cloud" ? "--os-cloud" : `--${kebabCase(name)}`;
}

/** The settings among the options of a command. */
export function givenSettings({
  osCloud,
  region,
  endpoint,
  projectId,
  token,
}: ConnectionOptions): GivenSettings {
  return { cloud: osCloud, region, endpoint, projectId, token };
}
