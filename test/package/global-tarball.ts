import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "../support/process.ts";
import { run } from "./run.ts";

/** The package as it would be published. */
export interface Tarball {
  path: string;
  /** Bytes, packed and unpacked. */
  size: number;
  unpackedSize: number;
  /** The paths of all files in it. */
  files: string[];
  /** Where it lies unpacked. */
  folder: string;
}

/** Builds and packs once for all tests of the suite. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(join(tmpdir(), "csbs-tarball-"));
  const { code, stdout, stderr } = await run("npm", ["pack", "--json", "--pack-destination", parent], root);
  if (code !== 0) throw new Error(`npm pack failed:\n${stdout}\n${stderr}`);
  const [packed] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as {
    filename: string;
    size: number;
    unpackedSize: number;
    files: { path: string }[];
  }[];
  if (packed === undefined) throw new Error("npm pack has packed nothing");
  const path = join(parent, packed.filename);
  const folder = join(parent, "package");
  await mkdir(folder);
  await run("tar", ["-xzf", path, "-C", parent], parent);
  const { size, unpackedSize } = packed;
  const files = packed.files.map((file) => file.path);
  project.provide("tarball", { path, size, unpackedSize, files, folder });
  return () => rm(parent, { recursive: true });
}

declare module "vitest" {
  interface ProvidedContext {
    tarball: Tarball;
  }
}
