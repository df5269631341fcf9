import { deterministicUuid } from "../state/ids.ts";
import type { DomainReference, Reference } from "./sign-in.ts";

export interface Domain {
  readonly id: string;
  readonly name: string;
}

export interface Project extends Domain {
  readonly domain: Domain;
}

export interface User extends Domain {
  readonly domain: Domain;
  readonly roles: readonly string[];
}

/** Who may sign in, and for which projects. */
export interface Directory {
  /** Whether tokens that this IAM has not issued are accepted. */
  readonly open: boolean;
  /** The user behind a signed request, whose signature is not verified, and behind a token of unknown origin. */
  readonly stranger: User;
  /** Undefined for an unknown user or a wrong password. */
  authenticate(user: Reference & { password: string }): User | undefined;
  /** A project that the user may scope a token to. */
  projectOf(user: User, project: Reference): Project | undefined;
  projectsOf(user: User): Project[];
  /** A domain that the user may scope a token to. */
  domainOf(user: User, domain: DomainReference): Domain | undefined;
}

/** The domain that Keystone has from the beginning, and that OpenStack clients name by default. */
export const defaultDomain: Domain = { id: "default", name: "Default" };

export const defaultRoles: readonly string[] = ["te_admin"];

/** An ID as IAM has them: 32 hex digits, the same each time for the same names. */
export function iamId(...names: string[]): string {
  return deterministicUuid(...names).replaceAll("-", "");
}

/**
 * The region of a project. Clouds name a project after its region, and those inside it `region_name`;
 * clients take the region from there. Any other name has the first of the regions.
 */
export function regionOf(project: Project, regions: readonly string[]): string {
  const [prefix = ""] = project.name.split("_");
  const isRegion = regions.includes(prefix) || /^[a-z]{2}-[a-z]+-\d+$/.test(prefix);
  return isRegion ? prefix : (regions[0] as string);
}
