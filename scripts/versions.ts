/**
 * Fails unless package.json, the description, the workflows and the changelog speak of one version.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const read = (name: string) => readFile(join(root, name), "utf8");

const { version } = JSON.parse(await read("package.json")) as { version: string };
const problems: string[] = [];
for (const file of ["openapi/openapi.yaml", "openapi/workflows.arazzo.yaml"]) {
  const { info } = parse(await read(file)) as { info: { version: string } };
  if (info.version !== version)
    problems.push(`${file} has info.version ${info.version}, package.json ${version}`);
}
if (!(await read("CHANGELOG.md")).includes(`\n## [${version}]`)) {
  problems.push(`CHANGELOG.md has no section "## [${version}]"`);
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
