import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";

export interface Guide {
  /** Its name in addresses. */
  slug: string;
  /** Path in the repository, which its links start from. */
  file: string;
  title: string;
  /** What it is for, from its first paragraph, as plain text. */
  summary: string;
  source: string;
}

export interface GuideGroup {
  title: string;
  guides: Guide[];
}

/** The guides in the order of index.yaml. */
export async function readGuides(root: string): Promise<GuideGroup[]> {
  const folder = join(root, "docs/guides");
  const order = parse(await readFile(join(folder, "index.yaml"), "utf8")) as {
    title: string;
    guides: string[];
  }[];
  return Promise.all(
    order.map(async ({ title, guides }) => ({
      title,
      guides: await Promise.all(
        guides.map(async (slug) => toGuide(slug, await readFile(join(folder, `${slug}.md`), "utf8"))),
      ),
    })),
  );
}

/** A file of Markdown that begins with its title and a paragraph. */
export function toGuide(slug: string, source: string, file = `docs/guides/${slug}.md`): Guide {
  const [, title, rest = ""] = /^# (.+)\n+([\s\S]*)$/.exec(source) ?? [];
  if (title === undefined) throw new Error(`${basename(file)} does not begin with "# Title"`);
  const paragraph = rest.split(/\n\s*\n/, 1)[0] ?? "";
  return { slug, file, title: plainText(title), summary: plainText(paragraph), source };
}

export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
