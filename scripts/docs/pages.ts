import { parse } from "yaml";
import type { Coder } from "./code.ts";
import type { Draw } from "./diagrams.ts";
import { guidePages, markdownPage } from "./guide-pages.ts";
import { type Guide, toGuide } from "./guides.ts";
import { html, nothing } from "./html.ts";
import { landingPage } from "./landing-page.ts";
import { guidePath } from "./layout.ts";
import { follow, type LinkTargets } from "./links.ts";
import { type Rendered, renderMarkdown, type Surroundings } from "./markdown.ts";
import { downloadsPage, notFoundPage } from "./plain-pages.ts";
import { readDifferences } from "./reference/differences.ts";
import { errorEntries, rowId } from "./reference/errors.ts";
import { referenceIndex, schemaIndex } from "./reference/index-pages.ts";
import { type OperationContext, operationPage } from "./reference/operation-page.ts";
import { schemaPage, schemasOf } from "./reference/schema-page.ts";
import {
  allClouds,
  operationPath,
  type Page,
  pages,
  relative,
  type Site,
  schemaPath,
  viewAddress,
} from "./site.ts";
import { createTables, errorCodes, markOf, tablesIn } from "./tables.ts";

export interface Sources {
  site: Site;
  downloads: Map<string, string>;
  /** The text of a file of the repository. */
  read(path: string): Promise<string>;
}

const differencesSlug = "differences";

/** Every page of the site. */
export async function buildPages(
  { site, downloads, read }: Sources,
  coder: Coder,
  draw: Draw,
): Promise<Page[]> {
  const description = parse(await read("openapi/openapi.yaml")) as Root;
  const targets = linkTargets(site, description);
  const files = descriptionFiles(site, description);
  const diagrams = await readAll(
    site.guides.flatMap(({ source }) => diagramsIn(source)),
    (file) => `docs/guides/${file}`,
    read,
  );
  const tableNames = site.guides
    .flatMap(({ source }) => tablesIn(source))
    .filter((name) => name !== errorCodes);
  const tables = createTables(
    site.document,
    await readAll(tableNames, (name) => `docs/guides/tables/${name}.yaml`, read),
  );
  const errorsPage = guidePath(
    guideWith(site, (guide) => tablesIn(guide.source).includes(errorCodes), markOf(errorCodes)).slug,
  );
  const differencesGuide = guideWith(site, ({ slug }) => slug === differencesSlug, differencesSlug);
  const differences = readDifferences(differencesGuide.source);
  const clouds = allClouds(site.document);

  const render = (guide: Guide, path: string, named?: Surroundings["named"]): Rendered =>
    renderMarkdown(guide.source, {
      ...(named && { named }),
      coder,
      link: (href, text) => address(path, follow(guide.file, href, text, targets)),
      image: (file, label) =>
        html`<span class="figure" tabindex="0">${draw(file, diagrams.get(file) ?? "", label)}</span>`,
      table: tables,
    });

  const namedPages = new Map([
    ...site.operations.map(
      ({ operation: { operationId } }) => [operationId, operationPath(operationId)] as const,
    ),
    ...Object.keys(schemasOf(site.document)).map((name) => [name, schemaPath(name)] as const),
  ]);
  const namesOn = (path: string) => (word: string) => {
    const found = namedPages.get(word);
    return found === undefined || found === path ? undefined : relative(path, found);
  };
  const contextOf = (path: string, clouds: string[]): OperationContext => ({
    document: site.document,
    coder,
    clouds,
    link: (name) => relative(path, schemaPath(name)),
    errorLink: (entry) => relative(path, `${errorsPage}#${rowId(site.document, entry)}`),
    prose: (markdown) =>
      markdown === undefined ? nothing : render(asGuide(markdown), path, namesOn(path)).html,
    differences: (names = []) =>
      html`${names.map((name) => {
        const source = differences.get(name);
        if (source === undefined) throw new Error(`the guide on differences has no row ${name}`);
        return html`<div class="note">${render({ ...differencesGuide, source }, path).html}</div>`;
      })}`,
  });

  const changelog = toGuide("changelog", await read("CHANGELOG.md"), "CHANGELOG.md");
  const security = toGuide("security", await read("SECURITY.md"), "SECURITY.md");
  const guides = guidePages(site.guides, (guide) => render(guide, guidePath(guide.slug)));
  const catalogue = guides.find(({ path }) => path === errorsPage);
  catalogue?.search.push(...errorEntries(site.document, errorsPage));
  const all: Page[] = [
    landingPage(site, coder, {
      lifeCycle: draw("life-cycle.dot", await read(`${diagramFolder}/life-cycle.dot`), lifeCycleInWords),
      objectModel: draw(
        "object-model.dot",
        await read(`${diagramFolder}/object-model.dot`),
        objectModelInWords,
      ),
    }),
    ...guides,
    referenceIndex(site),
    ...site.operations.map((found) => {
      const page = operationPath(found.operation.operationId);
      return operationPage(site, found, contextOf(page, found.operation["x-csbs-clouds"]));
    }),
    schemaIndex(site),
    ...Object.keys(schemasOf(site.document)).map((name) =>
      schemaPage(site, name, contextOf(schemaPath(name), clouds)),
    ),
    downloadsPage(new Map([...downloads].map(([file, text]) => [file, Buffer.byteLength(text)]))),
    markdownPage(changelog, pages.changelog, render(changelog, pages.changelog)),
    markdownPage(security, pages.security, render(security, pages.security)),
    notFoundPage(),
  ];
  return all.map((page) => ({ ...page, source: page.source ?? files.get(page.path) }));
}

const diagramFolder = "docs/diagrams";
const lifeCycleInWords =
  "States of a backup. A new one is waiting_protect, then protecting, then available, or error when it failed. A restore takes it from available through waiting_restore and restoring back to available. A deletion takes it through waiting_delete and deleting to deleted.";
const objectModelInWords =
  "A policy names servers. Each run of a policy, and each createBackup of a server, makes one backup record. A record holds one backup per server, a backup one disk backup per disk. A restore reads one backup.";

function guideWith(site: Site, wanted: (guide: Guide) => boolean, what: string): Guide {
  const found = site.guides.find(wanted);
  if (found === undefined) throw new Error(`No guide in docs/guides/index.yaml is or holds ${what}.`);
  return found;
}

function address(page: string, destination: ReturnType<typeof follow>): string | undefined {
  if ("outside" in destination) return destination.outside;
  return "page" in destination ? relative(page, destination.page) : undefined;
}

/** Descriptions in the spec are Markdown too. */
function asGuide(source: string): Guide {
  return { slug: "", file: "openapi/openapi.yaml", title: "", summary: "", source };
}

/** The root of the description names the file of each path and schema. */
interface Root {
  paths: Record<string, { $ref: string }>;
  components: { schemas: Record<string, { $ref: string }> };
}

/** The files of openapi/ by the pages that are made from them. */
function descriptionFiles(site: Site, { paths, components }: Root): Map<string, string> {
  const fileOf = (reference: { $ref: string } | undefined) => `openapi/${reference?.$ref.split("#")[0]}`;
  return new Map([
    ...site.operations.map(
      ({ path, operation }) => [operationPath(operation.operationId), fileOf(paths[path])] as const,
    ),
    ...Object.entries(components.schemas).map(
      ([name, reference]) => [schemaPath(name), fileOf(reference)] as const,
    ),
  ]);
}

function linkTargets(site: Site, { paths }: Root): LinkTargets {
  const operations = Object.entries(paths).map(([path, { $ref }]) => {
    const described = site.operations.filter((found) => found.path === path);
    return [`openapi/${$ref}`, described.map(({ operation }) => operation.operationId)] as const;
  });
  return {
    operations: new Map(operations),
    guides: new Set(site.guides.map(({ slug }) => slug)),
    repository: site.repository && viewAddress(site.repository),
  };
}

function diagramsIn(source: string): string[] {
  return [...source.matchAll(/!\[[^\]]*\]\((\.\.\/diagrams\/[^)]+)\)/g)].map(([, file = ""]) => file);
}

async function readAll(
  names: string[],
  pathOf: (name: string) => string,
  read: Sources["read"],
): Promise<Map<string, string>> {
  return new Map(await Promise.all(names.map(async (name) => [name, await read(pathOf(name))] as const)));
}
