import { CsbsConfigError } from "../errors.ts";
import { folders, readFirst } from "./cloud-files.ts";
import { isMapping, type Mapping, own } from "./cloud-keys.ts";

/** One place that holds settings of a cloud. */
export interface Layer {
  entry: Mapping;
  /** The file, and the keys above the entry, such as `clouds.otc`. */
  file: string;
  above: string;
}

/** A cloud of clouds.yaml: the strongest layer first. */
export interface Cloud {
  name: string;
  layers: readonly Layer[];
}

/** The variables of the process. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

/** What openstacksdk has built in of clouds with CSBS. */
const profiles: { readonly [name: string]: Mapping } = {
  otc: {
    regions: ["eu-de", "eu-nl"],
    auth: { auth_url: "https://iam.{region_name}.otc.t-systems.com/v3" },
  },
};

/**
 * Finds a cloud by its name in clouds.yaml, as OpenStack's tools do: what secure.yaml has of it wins, and what
 * its profile has, of clouds-public.yaml or built in, counts last. What `regions` has for the region wins over all.
 *
 * @throws CsbsConfigError when there is no such file, cloud, profile or region. It holds nothing of the files but names.
 */
export function loadCloud(name: string, environment: Environment, region: string | undefined): Cloud {
  const file = readFirst("clouds", environment.OS_CLIENT_CONFIG_FILE);
  if (file === undefined) {
    throw new CsbsConfigError(
      `there is no clouds.yaml in ${folders().join(", ")}; OS_CLIENT_CONFIG_FILE can name another`,
    );
  }
  const entry = own(file.entries, name);
  if (!isMapping(entry)) {
    const others = Object.keys(file.entries).join(", ");
    throw new CsbsConfigError(
      `${file.path} has no cloud ${JSON.stringify(name)}; it has ${others || "none"}`,
    );
  }
  const above = `clouds.${name}`;
  const secure = readFirst("secure", environment.OS_CLIENT_SECURE_FILE);
  const secret = own(secure?.entries ?? {}, name);
  const layers: Layer[] = [{ entry, file: file.path, above }];
  if (secure !== undefined && isMapping(secret)) layers.unshift({ entry: secret, file: secure.path, above });
  layers.push(...profileOf(name, layers));
  return withRegion(name, layers, region);
}

/** A profile holds what all users of a cloud share. */
function profileOf(cloud: string, layers: readonly Layer[]): Layer[] {
  const [profile] = layers
    .flatMap(({ entry }) => [own(entry, "profile"), own(entry, "cloud")])
    .filter(isText);
  if (profile === undefined) return [];
  const shared = readFirst("clouds-public", undefined, "public-clouds");
  const entry = own(shared?.entries ?? {}, profile);
  if (shared !== undefined && isMapping(entry)) {
    return [{ entry, file: shared.path, above: `public-clouds.${profile}` }];
  }
  const builtIn = own(profiles, profile);
  if (isMapping(builtIn)) return [{ entry: builtIn, file: "built in", above: `profile ${profile}` }];
  throw new CsbsConfigError(
    `profile of the cloud ${cloud} is ${JSON.stringify(profile)}, which is unknown; expected ${Object.keys(profiles).join(", ")}, or one of clouds-public.yaml`,
  );
}

/** Regions are names, or names with values of their own. Without a choice the first one counts. */
function withRegion(name: string, layers: readonly Layer[], given: string | undefined): Cloud {
  const holder = layers.find(({ entry }) => Array.isArray(own(entry, "regions")));
  if (holder === undefined) return { name, layers };
  const listed = (holder.entry.regions as unknown[]).map((region) =>
    isMapping(region) ? region : { name: region },
  );
  const regions = listed.map((region) => own(region, "name")).filter(isText);
  const [named] = layers.map(({ entry }) => own(entry, "region_name")).filter(isText);
  const chosen = given ?? named ?? regions[0];
  const index = listed.findIndex((region) => region.name === chosen);
  if (index === -1) {
    throw new CsbsConfigError(
      `the cloud ${name} has no region ${JSON.stringify(chosen)}; its regions are ${regions.join(", ") || "none"}`,
    );
  }
  const { file, above } = holder;
  const values = own(listed[index] as Mapping, "values");
  const layer = (entry: Mapping, key: string): Layer => ({
    entry,
    file,
    above: `${above}.regions.${index}${key}`,
  });
  return {
    name,
    layers: [
      ...(isMapping(values) ? [layer(values, ".values")] : []),
      ...layers,
      layer({ region_name: chosen }, ".name"),
    ],
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
