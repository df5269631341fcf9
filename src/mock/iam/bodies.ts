import type { CatalogEntry } from "./catalog.ts";
import type { Domain, Project } from "./directory.ts";
import { iamId } from "./directory.ts";
import type { Grant } from "./tokens.ts";

/** The body that describes a token. */
export function tokenBody(grant: Grant, catalog: readonly CatalogEntry[]): object {
  const { user, methods, project, domain, issued, expires } = grant;
  return {
    token: {
      methods,
      user: { id: user.id, name: user.name, domain: user.domain },
      ...(project === undefined ? {} : { project }),
      ...(domain === undefined ? {} : { domain }),
      ...((project ?? domain)
        ? { roles: user.roles.map((name) => ({ id: iamId("role", name), name })), catalog }
        : {}),
      issued_at: timeOf(issued),
      expires_at: timeOf(expires),
    },
  };
}

/** The versions of IAM: the root lists them, `/v3` is the one. */
export function versionBody(base: string): object {
  return {
    id: "v3.6",
    status: "stable",
    updated: "2016-04-04T00:00:00Z",
    "media-types": [{ base: "application/json", type: "application/vnd.openstack.identity-v3+json" }],
    links: [{ rel: "self", href: `${base}/v3/` }],
  };
}

export function projectBody(base: string, { id, name, domain }: Project): object {
  return {
    id,
    name,
    domain_id: domain.id,
    parent_id: domain.id,
    is_domain: false,
    enabled: true,
    description: "",
    links: { self: `${base}/v3/projects/${id}` },
  };
}

export function domainBody(base: string, { id, name }: Domain): object {
  return {
    id,
    name,
    enabled: true,
    description: "",
    links: { self: `${base}/v3/domains/${encodeURIComponent(id)}` },
  };
}

/** A list with the links that Keystone gives it. */
export function listBody(name: string, items: readonly object[], self: string): object {
  return { [name]: items, links: { self, next: null, previous: null } };
}

/** As Keystone writes times: in UTC, with six digits of a fraction. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}
