/**
 * npm run release -- <version> [--dry-run]: everything of a release but the upload. Version, dated
 * changelog, generated/ and openapi/released.json as one commit, an annotated tag, and every check
 * before either is made. It works in a work tree of its own, so a failure changes nothing here.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isLower } from "./compatibility/version-bump.ts";
import { git } from "./release/git.ts";
import { inWorktree } from "./release/worktree.ts";
import { runSteps, type Step } from "./steps.ts";
import { dateSection } from "./versions/changelog.ts";
import { writeVersion } from "./versions/version-files.ts";

const root = join(import.meta.dirname, "..");
const usage = "Usage: npm run release -- <version> [--dry-run]";

/** In this order: what is generated is checked, and what is checked is built. */
const steps: Step[] = [
  { name: "Generate: npm run generate", command: ["npm", "run", "generate"] },
  {
    name: "Version enough for the changes; openapi/released.json",
    command: ["npm", "run", "check:compatibility", "--", "--release"],
  },
  { name: "Check: npm run check", command: ["npm", "run", "check"] },
  { name: "Test: npm test", command: ["npm", "test"] },
  { name: "Build, with its bill of materials: npm run build", command: ["npm", "run", "build"] },
];

try {
  const { values, positionals } = readArguments();
  const [version = "", ...more] = positionals;
  if (version === "" || more.length > 0) throw new Error(usage);
  await release(version, values["dry-run"] === true);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({ options: { "dry-run": { type: "boolean" } }, allowPositionals: true });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

async function release(version: string, dryRun: boolean): Promise<void> {
  const tag = `v${version}`;
  const branch = await refuseUnlessReady(version, tag);
  await inWorktree(root, async (folder) => {
    const notes = await writeRelease(folder, version);
    for (const step of steps) {
      if ((await runSteps([step], folder)) > 0)
        throw new Error("Nothing was released, and nothing has changed.");
    }
    await git(folder, "commit", "--quiet", "--all", "--message", `Release ${version}`);
    const commit = await git(folder, "rev-parse", "HEAD");
    console.log(await git(folder, "show", "--stat", "--format=%n%h %s", commit));
    if (dryRun) {
      console.log(`\nA dry run: neither commit nor tag ${tag} was made here. The tag would say:\n\n${notes}`);
      return;
    }
    await publishHere({ commit, tag, message: `${tag}\n\n${notes}` });
    console.log(nextSteps(branch, tag));
  });
}

/** Resolves to the branch that the release goes to. */
async function refuseUnlessReady(version: string, tag: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const released = JSON.parse(await readFile(join(root, "openapi/released.json"), "utf8")) as {
    info: { version: string };
  };
  if (!isLower(released.info.version, version)) {
    throw new Error(`${version} is not higher than ${released.info.version}, the last release.`);
  }
  if (isLower(version, manifest.version)) {
    throw new Error(`${version} is lower than ${manifest.version}, which package.json has.`);
  }
  const changed = await git(root, "status", "--porcelain");
  if (changed !== "") throw new Error(`Commit or put away first what has changed:\n${changed}`);
  if ((await git(root, "tag", "--list", tag)) !== "") throw new Error(`There is a tag ${tag} already.`);
  const branch = await git(root, "branch", "--show-current");
  if (branch === "") throw new Error("Check a branch out first: a release is a commit on one.");
  return branch;
}

/** Writes version and changelog; resolves to what the changelog says of the release. */
async function writeRelease(folder: string, version: string): Promise<string> {
  const file = join(folder, "CHANGELOG.md");
  const today = new Date().toISOString().slice(0, "2026-11-24".length);
  const { changelog, text } = dateSection(await readFile(file, "utf8"), version, today);
  await writeFile(file, changelog);
  await writeVersion(folder, version);
  return text;
}

/** The tag, and the branch moved to the commit; neither where one fails. */
async function publishHere({ commit, tag, message }: Record<"commit" | "tag" | "message", string>) {
  // Headings of the changelog begin with #, which git would take for comments.
  await git(root, "tag", "--annotate", "--cleanup=whitespace", "--message", message, tag, commit);
  try {
    await git(root, "merge", "--quiet", "--ff-only", commit);
  } catch (error) {
    await git(root, "tag", "--delete", tag);
    throw error;
  }
}

function nextSteps(branch: string, tag: string): string {
  return [
    "",
    `Released as ${tag} on ${branch}. Nothing has left this machine. Next:`,
    `  git push --atomic origin ${branch} ${tag}`,
    "    .github/workflows/release.yml then runs .ci/run, and npm publish --provenance when all has passed.",
    "To take it back before that:",
    `  git tag --delete ${tag} && git reset --keep HEAD~1`,
  ].join("\n");
}
