import { guidePath } from "./layout.ts";
import { markdownPath } from "./page-markdown.ts";
import { operationsByTag } from "./reference/index-pages.ts";
import { downloads, operationPath, type Page, pages, type Site } from "./site.ts";

/** A list of the pages for language models, after https://llmstxt.org: their Markdown, each with a sentence. */
export function llmsText(site: Site): string {
  const { address = "" } = site;
  const line = (path: string, title: string, about: string) => `- [${title}](${address}${path}): ${about}`;
  const groups: [title: string, lines: string[]][] = [
    ...site.groups.map(({ title, guides }): [string, string[]] => [
      `Guides: ${title}`,
      guides.map((guide) => line(markdownPath(guidePath(guide.slug)), guide.title, guide.summary)),
    ]),
    ["Description", downloads.map(({ file, title, use }) => line(file, title, use))],
    ...operationsByTag(site).map(({ name, operations }): [string, string[]] => [
      `Operations: ${name}`,
      operations.map(({ operation: { operationId, summary } }) =>
        line(markdownPath(operationPath(operationId)), operationId, summary),
      ),
    ]),
    [
      "Optional",
      [
        line(markdownPath(pages.schemas), "Schemas", "All objects in request and response bodies."),
        line(markdownPath(pages.changelog), "Changelog", "Changes of the description and the client."),
      ],
    ],
  ];
  const { info } = site.document as unknown as { info: { title: string; summary: string } };
  return `# ${info.title}\n\n> ${info.summary}\n${groups
    .map(([title, lines]) => `\n## ${title}\n\n${lines.join("\n")}\n`)
    .join("")}`;
}

/** Addresses in a sitemap are absolute, so it exists only if the address of the site is known. */
export function sitemap(found: Page[], { address, changed }: Site): string {
  const urls = found
    .filter(({ path }) => path !== pages.notFound)
    .map(({ path, source = "" }) => {
      const date = changed.get(source);
      return `<url><loc>${address}${path}</loc>${date === undefined ? "" : `<lastmod>${date}</lastmod>`}</url>\n`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("")}</urlset>\n`;
}
