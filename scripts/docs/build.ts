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
import { llmsText, sitemap } from "./machines.ts";
import { markdownPath, pageMarkdown } from "./page-markdown.ts";
import { buildPages, type Sources } from "./pages.ts";
import { lastChanges, repositoryAddress } from "./repository.ts";

import { downloads, pages as paths, type Site } from "./site.ts";

const root = join(import.meta.dirname, "../..");

export interface BuildOptions {
  folder: string;
  /**
   * The address of the site, or only its folder on the host. The page for wrong addresses needs the folder; the sitemap
   * and the links to canonical addresses need the address. By default, `homepage` of package.json.
   */
  base?: string | undefined;
  reload?: boolean;
}

/** Writes the whole site into a folder, which is emptied first. Resolves to the paths of its files. */
export async function buildSite({ folder, base, reload = false }: BuildOptions): Promise<string[]> {
  const sources = await readSources(base);
  const { site } = sources;
  const coder = await createCoder();
  const pages = await buildPages(sources, coder, await createDraw());
  const files = new Map<string, string>(pages.map((page) => [page.path, renderPage(page, { site, reload })]));
  for (const page of pages) {
    if (page.path !== paths.notFound) files.set(markdownPath(page.path), pageMarkdown(page));
  }
  files.set("llms.txt", llmsText(site));
  if (site.address !== undefined) files.set("sitemap.xml", sitemap(pages, site));
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

async function readSources(base: string | undefined): Promise<Sources> {
  const read = (path: string) => readFile(join(root, path), "utf8");
  const files = await Promise.all(
    downloads.map(async ({ file }) => [file, await read(`generated/${file}`)] as const),
  );
  const document = JSON.parse(new Map(files).get("openapi.json") ?? "") as Document;
  const groups = await readGuides(root);
  const { version, repository, homepage } = JSON.parse(await read("package.json")) as {
    version: string;
    repository?: string | { url: string };
    homepage?: string;
  };
  const published = base ?? homepage ?? "/";
  const address = URL.canParse(published) ? new URL(published.replace(/\/*$/, "/")) : undefined;
  const site: Site = {
    document,
    operations: listOperations(document),
    samples: codeSamples(document),
    groups,
    guides: groups.flatMap(({ guides }) => guides),
    version,
    repository: repositoryAddress(repository),
    address: address?.href,
    base: address?.pathname ?? published,
    changed: await lastChanges(root),
  };
  return { site, downloads: new Map(files), read };
}
