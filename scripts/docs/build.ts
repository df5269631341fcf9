import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Document } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { codeSamples } from "../samples.ts";
import { buildAssets } from "./assets.ts";
import { createCoder } from "./code.ts";
import { createDraw } from "./diagrams.ts";
import { readGuides } from "./guides.ts";
import { renderPage } from "./layout.ts";
import { buildPages, type Sources } from "./pages.ts";

import { downloads, type Site } from "./site.ts";

const root = join(import.meta.dirname, "../..");

export interface BuildOptions {
  folder: string;
  /** The folder on the host under which the site is published; only the page for wrong addresses needs it. */
  base?: string;
  reload?: boolean;
}

/** Writes the whole site into a folder, which is emptied first. Resolves to the paths of its files. */
export async function buildSite({ folder, base = "/", reload = false }: BuildOptions): Promise<string[]> {
  const sources = await readSources();
  const coder = await createCoder();
  const pages = await buildPages(sources, coder, await createDraw());
  const files = new Map<string, string>(
    pages.map((page) => [page.path, renderPage(page, { site: sources.site, reload, base })]),
  );
  for (const [file, text] of sources.downloads) files.set(file, text);
  files.set("assets/search.json", JSON.stringify(pages.flatMap(({ search }) => search)));
  for (const [file, text] of await buildAssets(coder.styles(), reload)) files.set(file, text);
  await rm(folder, { recursive: true, force: true });
  await Promise.all([...files].map(([path, text]) => write(join(folder, path), text)));
  return [...files.keys()];
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function readSources(): Promise<Sources> {
  const read = (path: string) => readFile(join(root, path), "utf8");
  const files = await Promise.all(
    downloads.map(async ({ file }) => [file, await read(`generated/${file}`)] as const),
  );
  const document = JSON.parse(new Map(files).get("openapi.json") ?? "") as Document;
  const groups = await readGuides(root);
  const { version, repository } = JSON.parse(await read("package.json")) as {
    version: string;
    repository?: string | { url: string };
  };
  const site: Site = {
    document,
    operations: listOperations(document),
    samples: codeSamples(document),
    groups,
    guides: groups.flatMap(({ guides }) => guides),
    version,
    repository: typeof repository === "string" ? repository : repository?.url,
  };
  return { site, downloads: new Map(files), read };
}
