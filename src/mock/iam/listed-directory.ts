import type { components } from "../../../generated/scenario.ts";
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

export type ListedUser = components["schemas"]["User"];

interface Account {
  user: User;
  password: string;
  projects: Project[];
}

/** The users of a scenario, and nobody else. */
export class ListedDirectory implements Directory {
  readonly open = false;
  /** The first one, because a scenario lists no access keys. */
  readonly stranger: User;
  readonly #accounts: readonly Account[];

  /** `users` must not be empty. */
  constructor(users: readonly ListedUser[], region: string) {
    this.#accounts = users.map((listed) => accountOf(listed, region));
    this.stranger = (this.#accounts[0] as Account).user;
  }

  authenticate({ password, ...reference }: Reference & { password: string }): User | undefined {
    const account = this.#accounts.find(({ user }) => refersTo(reference, user));
    return account?.password === password ? account.user : undefined;
  }

  projectOf(user: User, reference: Reference): Project | undefined {
    return this.projectsOf(user).find((project) => refersTo({ domain: user.domain, ...reference }, project));
  }

  projectsOf(user: User): Project[] {
    return this.#accounts.find((account) => account.user.id === user.id)?.projects ?? [];
  }

  domainOf({ domain }: User, reference: DomainReference): Domain | undefined {
    return refersTo(reference, domain) ? domain : undefined;
  }
}

function accountOf(listed: ListedUser, region: string): Account {
  const { name, password, roles = defaultRoles } = listed;
  const domain = domainNamed(listed.domain ?? defaultDomain.name);
  const user = { id: listed.id ?? iamId("user", domain.id, name), name, domain, roles };
  const projects = (listed.projects ?? [{ name: region }]).map((project) => ({
    id: project.id ?? iamId("project", domain.id, project.name),
    name: project.name,
    domain,
  }));
  return { user, password, projects };
}

function domainNamed(name: string): Domain {
  return name === defaultDomain.name ? defaultDomain : { id: iamId("domain", name), name };
}

/** An ID decides alone; a name needs its domain, where one is given. */
function refersTo({ id, name, domain }: Reference, item: Domain & { domain?: Domain }): boolean {
  if (id !== undefined) return id === item.id;
  return (
    name === item.name && (domain === undefined || item.domain === undefined || refersTo(domain, item.domain))
  );
}
