import type { GivenSettings } from "../../config/resolve.ts";
import type { ConnectionOptions } from "./options.ts";

/** The option that stands for a setting. */
export function flagOf(name: string): string {
  if (name === "cloud") return "--os-cloud";
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
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
