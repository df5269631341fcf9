import { defaultDomain } from "./directory.ts";
import type { ListedUser } from "./listed-directory.ts";

interface Claim {
  /** Where in the scenario it is. */
  place: string;
  /** What only one may have. */
  key: unknown[];
  /** Who has it. */
  owner: unknown[];
}

/** What the schema of a scenario cannot say: the place of a name or ID that another user or project has too. */
export function findDuplicate(users: readonly ListedUser[]): string | undefined {
  const owners = new Map<string, string>();
  for (const { place, key, owner } of users.flatMap(claimsOf)) {
    const [known, own] = [owners.get(JSON.stringify(key)), JSON.stringify(owner)];
    if (known !== undefined && known !== own) return place;
    owners.set(JSON.stringify(key), own);
  }
  return undefined;
}

/** Users of a domain may share a project; its ID then has one name. */
function claimsOf(
  { name, id, domain = defaultDomain.name, projects = [] }: ListedUser,
  index: number,
): Claim[] {
  const place = `users/${index}`;
  const owner = [index];
  return [
    { place: `${place}/name`, key: ["user", domain, name], owner },
    ...(id === undefined ? [] : [{ place: `${place}/id`, key: ["user", id], owner }]),
    ...projects.flatMap((project, nth) => [
      { place: `${place}/projects/${nth}/name`, key: ["project", index, project.name], owner: [nth] },
      ...(project.id === undefined
        ? []
        : [
            {
              place: `${place}/projects/${nth}/id`,
              key: ["project", project.id],
              owner: [domain, project.name],
            },
          ]),
    ]),
  ];
}
