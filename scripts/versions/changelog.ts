/** A section of CHANGELOG.md: the text after its heading, `## [1.2.3] - 2026-11-24` or `- unreleased`. */
export interface Section {
  heading: string;
  version: string;
  /** Undefined while it is unreleased. */
  date: string | undefined;
  text: string;
}

const headings = /^## \[(.+?)\] - (unreleased|\d{4}-\d{2}-\d{2})$/m;

/** The first section: of what is not released yet, or of the last release. */
export function firstSection(changelog: string): Section {
  const found = headings.exec(changelog);
  const [heading, version = "", state] = found ?? [];
  if (found === null || heading === undefined) {
    throw new Error('CHANGELOG.md has no section "## [1.2.3] - unreleased" or with a date in its place');
  }
  const rest = changelog.slice(found.index + heading.length);
  const end = rest.search(/^## /m);
  const text = (end < 0 ? rest : rest.slice(0, end)).trim();
  return { heading, version, date: state === "unreleased" ? undefined : state, text };
}

/**
 * The changelog with its first section as that of a release, and what that section says.
 *
 * @throws Error when it is of a release already, or has no entry.
 */
export function dateSection(
  changelog: string,
  version: string,
  date: string,
): { changelog: string; text: string } {
  const section = firstSection(changelog);
  if (section.date !== undefined) {
    throw new Error(
      `CHANGELOG.md says nothing of ${version}: it begins with ${section.version}, which was released. Write "## [${version}] - unreleased" above it, and what has changed.`,
    );
  }
  if (!/^- \S/m.test(section.text)) {
    throw new Error(`CHANGELOG.md has no entry under "${section.heading}": write what has changed.`);
  }
  return {
    changelog: changelog.replace(section.heading, `## [${version}] - ${date}`),
    text: section.text,
  };
}
