import { CsbsConfigError } from "../errors.ts";
import type { Environment } from "./clouds.ts";
import { type GivenSettings, resolveSettings, sourcesOf, type Wording } from "./resolve.ts";
import { find, type SettingName, settings } from "./settings.ts";

/** A setting that is in use. */
export interface Row {
  setting: SettingName;
  /** Redacted where it is a secret. */
  value: string;
  /** The option, the variable, or the file and key. */
  source: string;
}

/**
 * The settings that were found, each with its source, and what is missing or wrong, if something is. Makes no
 * request, so that a project given by name counts as found.
 */
export async function settingRows(
  given: GivenSettings,
  environment: Environment,
  wording: Wording,
): Promise<{ rows: Row[]; problem: string | undefined }> {
  try {
    const sources = await sourcesOf(given, environment, wording.label);
    const rows = (Object.keys(settings) as SettingName[]).flatMap((setting): Row[] => {
      const found = find(sources, setting);
      if (found === undefined) return [];
      const isSecret = "secret" in settings[setting];
      return [{ setting, value: isSecret ? "[redacted]" : found.value, source: found.source }];
    });
    const hasName = find(sources, "projectId") === undefined && find(sources, "project") !== undefined;
    // Stands for the ID that IAM would tell.
    const named = hasName && find(sources, "authUrl") !== undefined ? { projectId: "0".repeat(32) } : {};
    const problem = await problemOf({ ...given, ...named }, environment, wording);
    return { rows, problem };
  } catch (error) {
    if (error instanceof CsbsConfigError) return { rows: [], problem: error.message };
    throw error;
  }
}

async function problemOf(
  given: GivenSettings,
  environment: Environment,
  wording: Wording,
): Promise<string | undefined> {
  try {
    await resolveSettings(given, environment, wording);
    return undefined;
  } catch (error) {
    if (error instanceof CsbsConfigError) return error.message;
    throw error;
  }
}
