import {
  type Directory,
  type Domain,
  defaultDomain,
  defaultRoles,
  iamId,
  type Project,
  type User,
} from "./directory.ts";
import type { DomainReference, Reference } from "./sign-in.ts";

/** How many domains, and how many projects, are remembered. */
const limit = 1000;

/**
 * Everybody may sign in, to every project. What a request leaves out is made of what it has: an ID of
 * a name, and a name of an ID.
 */
export class OpenDirectory implements Directory {
  readonly open = true;
  readonly stranger: User = {
    id: iamId("user", "mock"),
    name: "mock",
    domain: defaultDomain,
    roles: defaultRoles,
  };
  readonly #domains = new Map<string, Domain>([[defaultDomain.id, defaultDomain]]);
  readonly #projects = new Map<string, Project>();
  readonly #region: string;
  readonly #projectId: RegExp;

  constructor({ region, projectId }: { region: string; projectId: RegExp }) {
    this.#region = region;
    this.#projectId = projectId;
  }

  authenticate({ id, name, domain }: Reference): User {
    const home = this.#domain(domain ?? defaultDomain);
    const key = id ?? iamId("user", home.id, name as string);
    return { id: key, name: name ?? `user-${key.slice(0, 8)}`, domain: home, roles: defaultRoles };
  }

  projectOf(user: User, { id, name, domain }: Reference): Project | undefined {
    const home = domain === undefined ? user.domain : this.#domain(domain);
    const key = id ?? iamId("project", home.id, name as string);
    if (!this.#projectId.test(key)) return undefined;
    const made = { id: key, name: name ?? `${this.#region}_${key.slice(0, 8)}`, domain: home };
    return this.#projects.get(key) ?? remember(this.#projects, made);
  }

  /** Those of the user's domain that were asked about so far, or else the one of the region. */
  projectsOf(user: User): Project[] {
    const known = [...this.#projects.values()].filter(({ domain }) => domain.id === user.domain.id);
    return known.length > 0 ? known : [this.projectOf(user, { name: this.#region }) as Project];
  }

  domainOf(_user: User, domain: DomainReference): Domain {
    return this.#domain(domain);
  }

  #domain({ id, name }: DomainReference): Domain {
    if (id === undefined && name === defaultDomain.name) return defaultDomain;
    const key = id ?? iamId("domain", name as string);
    const made = { id: key, name: name ?? `domain-${key.slice(0, 8)}` };
    return this.#domains.get(key) ?? remember(this.#domains, made);
  }
}

function remember<Item extends Domain>(items: Map<string, Item>, item: Item): Item {
  if (items.size < limit) items.set(item.id, item);
  return item;
}
