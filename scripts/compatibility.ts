/**
 * npm run check:compatibility: fails when openapi/ has changed since the last release by more than
 * info.version says. openapi/released.json is the bundle of that release; with --release the present
 * one takes its place, once its version is higher.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Document } from "../src/spec/document.ts";
import { compare } from "./compatibility/compare.ts";
import { explain, isLower, versionBump } from "./compatibility/version-bump.ts";
import { bundle } from "./generate/bundle.ts";

const root = join(import.meta.dirname, "..");
const baseline = join(root, "openapi/released.json");

try {
  const released = JSON.parse(await readFile(baseline, "utf8")) as Document;
  const current = await bundle();
  const bump = versionBump(released.info.version, current.info.version, await compare(released, current));
  if (!bump.enough) throw new Error(explain(bump));
  console.log(explain(bump));
  if (process.argv.includes("--release")) await release(released.info.version, current);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function release(last: string, current: Document): Promise<void> {
  const { version } = current.info;
  if (!isLower(last, version)) {
    throw new Error(`openapi/released.json is ${last} already: raise info.version before the release.`);
  }
  await writeFile(baseline, JSON.stringify(current, null, 2));
  await format(baseline);
  console.log(`openapi/released.json is ${version} now; it was ${last}.`);
}

/** As npm run check wants it. */
async function format(file: string): Promise<void> {
  const biome = join(root, "node_modules/.bin/biome");
  await promisify(execFile)(
    biome,
    ["format", "--write", "--vcs-enabled=false", "--no-errors-on-unmatched", file],
    { cwd: root },
  );
}
