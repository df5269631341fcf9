import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import type { Document } from "../../src/spec/document.ts";
import { unreferencedFiles } from "./unreferenced.ts";

const root = join(import.meta.dirname, "../..");
const redocly = join(root, "node_modules/.bin/redocly");

/**
 * Joins the files of openapi/ into one document by Redocly's bundler.
 * Refuses a file that the root does not reach, and a bundle with a component that the root does not list: its name would be the bundler's
 * choice and could change with the order of the files.
 */
export async function bundle(): Promise<Document> {
  const unreferenced = await unreferencedFiles(join(root, "openapi"));
  if (unreferenced.length > 0) {
    throw new Error(
      `openapi/openapi.yaml does not reach ${unreferenced.join(", ")}: add a $ref to each, or delete it`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "csbs-bundle-"));
  try {
    const target = join(folder, "openapi.json");
    await promisify(execFile)(redocly, ["bundle", "source", "--output", target], { cwd: root }).catch(
      (error: { stderr: string }) => {
        throw new Error(`Redocly cannot bundle openapi/openapi.yaml:\n${error.stderr}`);
      },
    );
    const document = JSON.parse(await readFile(target, "utf8")) as Document;
    const source = parse(await readFile(join(root, "openapi/openapi.yaml"), "utf8")) as Document;
    const undeclared = undeclaredComponents(source, document);
    if (undeclared.length > 0) {
      throw new Error(
        `openapi/openapi.yaml does not list ${undeclared.join(", ")}: add one line for each under components.`,
      );
    }
    return document;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Examples are named by the files that hold them; every other component is declared in the root. */
export function undeclaredComponents(source: Document, bundled: Document): string[] {
  return Object.entries(bundled.components)
    .filter(([kind]) => kind !== "examples")
    .flatMap(([kind, components]) =>
      Object.keys(components)
        .filter((name) => !(name in (source.components[kind] ?? {})))
        .map((name) => `components/${kind}/${name}`),
    );
}
