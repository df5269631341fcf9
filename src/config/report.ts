import { CsbsConfigError } from "../errors.ts";
import type { Environment } from "./clouds.ts";
import { type GivenSettings, planSettings, sourcesOf, type Wording } from "./resolve.ts";
import { find, type SettingName, type Source, settings } from "./settings.ts";

/** A setting that is in use. */
export interface Row {
  setting: SettingName;
  /** Redacted where it is a secret. */
  value: string;
  /** The option, the variable, or the file and key. */
  source: string;
}

/** The values that nothing may show. */
export function secretValues(sources: readonly Source[]): string[] {
  const names = Object.keys(settings) as SettingName[];
  return names
    .filter((name) => "secret" in settings[name])
    .flatMap((name) => sources.flatMap((source) => source(name)?.value ?? []));
}

/** The settings that were found, each with its source, and what is missing or wrong, if something is. Makes no request. */
export async function settingRows(
  given: GivenSettings,
  environment: Environment,
  wording: Wording,
): Promise<{ rows: Row[]; problem: string | undefined }> {
  const rows: Row[] = [];
  try {
    const sources = await sourcesOf(given, environment, wording.label);
    for (const setting of Object.keys(settings) as SettingName[]) {
      const found = find(sources, setting);
      if (found === undefined) continue;
      const isSecret = "secret" in settings[setting];
      rows.push({ setting, value: isSecret ? "[redacted]" : found.value, source: found.source });
    }
    planSettings(sources, given, wording);
    return { rows, problem: undefined };
  } catch (error) {
    if (error instanceof CsbsConfigError) return { rows, problem: error.message };
    throw error;
  }
}
