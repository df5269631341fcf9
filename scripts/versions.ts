/**
 * Fails unless package.json, the lockfile, the description, the workflows and the changelog speak of
 * one version, and the changelog dates it if and only if it is the one that was released last.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { firstSection } from "./versions/changelog.ts";
import { versionPlaces } from "./versions/version-files.ts";

const root = join(import.meta.dirname, "..");

try {
  const [first, ...others] = await versionPlaces(root);
  const { version = "" } = first ?? {};
  const problems = others
    .filter((other) => other.version !== version)
    .map((other) => `${other.place} ${other.version}, package.json ${version}`);

  const section = firstSection(await readFile(join(root, "CHANGELOG.md"), "utf8"));
  const released = JSON.parse(await readFile(join(root, "openapi/released.json"), "utf8")) as {
    info: { version: string };
  };
  if (section.version !== version) {
    problems.push(`CHANGELOG.md begins with ${section.version}, package.json has version ${version}`);
  } else if (section.date === undefined && version === released.info.version) {
    problems.push(`CHANGELOG.md calls ${version} unreleased, openapi/released.json is of that version`);
  } else if (section.date !== undefined && version !== released.info.version) {
    problems.push(`CHANGELOG.md dates ${version}, openapi/released.json is of ${released.info.version}`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
