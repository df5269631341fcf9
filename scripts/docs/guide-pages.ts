import type { Guide } from "./guides.ts";
import { html, trusted } from "./html.ts";
import { guidePath } from "./layout.ts";
import type { Rendered } from "./markdown.ts";
import type { Page } from "./site.ts";

/** The pages of the guides in their order, each with the one before and after. */
export function guidePages(guides: Guide[], render: (guide: Guide) => Rendered): Page[] {
  return guides.map((guide, index) => ({
    ...markdownPage(guide, guidePath(guide.slug), render(guide)),
    previous: neighbour(guides[index - 1]),
    next: neighbour(guides[index + 1]),
  }));
}

function neighbour(guide: Guide | undefined) {
  return guide && { path: guidePath(guide.slug), text: guide.title };
}

/** A page of a file of Markdown, with what the search finds in it: each section by itself. */
export function markdownPage(
  { title, summary, file }: Guide,
  path: string,
  { html: rendered, sections }: Rendered,
): Page {
  const isGuide = path.startsWith("guides/");
  return {
    path,
    title,
    description: summary,
    source: file,
    body: html`${trusted(rendered.text)}`,
    contents: sections
      .filter(({ level }) => level === 2 || level === 3)
      .map(({ id, text, level }) => ({ id, text, level })),
    search: sections.map((section, index) => ({
      id: index === 0 ? path : `${path}#${section.id}`,
      kind: isGuide ? ("Guide" as const) : ("Page" as const),
      title: section.text,
      place: index === 0 ? "" : title,
      text: section.words,
    })),
  };
}
