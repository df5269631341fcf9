import { posix } from "node:path";
import { downloads, operationPath, pages } from "./site.ts";

/** What links of guides may lead to, by the path in the repository. */
export interface LinkTargets {
  /** Files of openapi/ that describe operations, with the operationIds in each. */
  operations: Map<string, string[]>;
  /** Names of the guides, without folder and ending. */
  guides: Set<string>;
  repository: string | undefined;
}

/** Where a link of a file leads: on the site, outside of it, or nowhere, so that its text alone stays. */
export type Destination = { page: string } | { outside: string } | { nowhere: true };

/** Files of the repository that are pages of the site. */
const rendered: Record<string, string> = {
  "README.md": pages.start,
  "CHANGELOG.md": pages.changelog,
  "SECURITY.md": pages.security,
  "openapi/openapi.yaml": pages.downloads,
  "docs/guides/index.yaml": pages.start,
  generated: pages.downloads,
  ...Object.fromEntries(downloads.map(({ file }) => [`generated/${file}`, file])),
};

/**
 * Follows a link that stands in `file`. A link to a guide that is not there is a mistake of the writer and throws.
 * Of a file with several operations, the text of the link names the operation.
 */
export function follow(file: string, href: string, text: string, targets: LinkTargets): Destination {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { outside: href };
  const [target = "", fragment] = href.split("#", 2);
  const path =
    target === "" ? file : posix.normalize(posix.join(posix.dirname(file), target)).replace(/\/$/, "");
  const suffix = fragment === undefined ? "" : `#${fragment}`;
  const guide = /^docs\/guides\/([^/]+)\.md$/.exec(path)?.[1];
  if (guide !== undefined && guide !== "README") {
    if (!targets.guides.has(guide)) throw new Error(`${file} links to ${href}, which is not a guide`);
    return { page: `guides/${guide}.html${suffix}` };
  }
  const operationIds = targets.operations.get(path);
  if (operationIds !== undefined) return { page: operationPage(operationIds, text) };
  const page = rendered[path];
  if (page !== undefined) return { page: `${page}${suffix}` };
  return targets.repository === undefined
    ? { nowhere: true }
    : { outside: `${targets.repository}${path}${suffix}` };
}

function operationPage(operationIds: string[], text: string): string {
  const [only, ...more] = operationIds;
  const named = operationIds.find((operationId) => text === operationId);
  if (named !== undefined) return operationPath(named);
  return more.length === 0 ? operationPath(only ?? "") : `${pages.reference}#${only}`;
}
