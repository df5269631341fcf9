import { CsbsConfigError } from "../errors.ts";
import type { CsbsAuth } from "../index.ts";
import type { Environment } from "./clouds.ts";
import { authUrlOf, credentials } from "./credentials.ts";
import { type GivenSettings, readTls, sourcesOf, type TlsSettings, type Wording } from "./resolve.ts";
import { placesOf } from "./settings.ts";

/** What a request to IAM needs. */
export interface IamSettings {
  authUrl: string;
  auth: CsbsAuth;
}

/**
 * Finds IAM, and credentials for it that need no project.
 *
 * @throws CsbsConfigError that names everything that is missing.
 */
export async function resolveIam(
  given: GivenSettings,
  environment: Environment,
  { label, fetch }: Wording,
): Promise<IamSettings & { tls: TlsSettings }> {
  const sources = await sourcesOf(given, environment, label);
  const authUrl = authUrlOf(sources);
  const auth = credentials(sources, undefined, label, fetch);
  const missing = authUrl === undefined ? [`no address of IAM: set ${placesOf("authUrl")}`] : [];
  if (typeof auth === "string") missing.push(auth);
  else if (authUrl !== undefined) return { authUrl, auth, tls: readTls(sources) };
  throw new CsbsConfigError(missing.join(". "));
}
