/** Fails unless package.json, the spec's info.version and the changelog speak of the same version. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const read = (name: string) => readFile(join(root, name), "utf8");

const { version } = JSON.parse(await read("package.json")) as { version: string };
const { info } = parse(await read("openapi/openapi.yaml")) as { info: { version: string } };
const changelog = await read("CHANGELOG.md");
const problems = [
  ...(info.version === version
    ? []
    : [`openapi/openapi.yaml has info.version ${info.version}, package.json ${version}`]),
  ...(changelog.includes(`\n## [${version}]`) ? [] : [`CHANGELOG.md has no section "## [${version}]"`]),
];
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
