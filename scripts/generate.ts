/**
 * npm run generate: writes generated/ from openapi/.
 * With --check it writes nothing and fails, naming each file that is not what it would write.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildArtifacts } from "./generate/artifacts.ts";

const folder = join(import.meta.dirname, "../generated");
const handWritten = ["README.md"];

try {
  const artifacts = await buildArtifacts();
  const stray = (await readdir(folder)).filter((name) => !artifacts.has(name) && !handWritten.includes(name));
  if (process.argv.includes("--check")) await check(artifacts, stray);
  else await write(artifacts, stray);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function write(artifacts: Map<string, string>, stray: string[]): Promise<void> {
  await Promise.all([...artifacts].map(([name, text]) => writeFile(join(folder, name), text)));
  await Promise.all(stray.map((name) => rm(join(folder, name), { recursive: true })));
  console.log(`generated/: ${[...artifacts.keys()].join(", ")}`);
}

async function check(artifacts: Map<string, string>, stray: string[]): Promise<void> {
  const problems = stray.map((name) => `generated/${name} does not belong there`);
  for (const [name, text] of artifacts) {
    const present = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (present === undefined) problems.push(`generated/${name} is missing`);
    else if (present !== text) problems.push(`generated/${name} is not what openapi/ gives`);
  }
  if (problems.length > 0) throw new Error([...problems, "Run: npm run generate"].join("\n"));
  console.log(`generated/ is what openapi/ gives (${artifacts.size} files).`);
}
