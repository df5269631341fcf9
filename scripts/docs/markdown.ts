import MarkdownIt, { type Token } from "markdown-it";
import anchors from "markdown-it-anchor";
import type { Coder } from "./code.ts";
import { type Html, html, trusted } from "./html.ts";
import type { Heading } from "./site.ts";

/** What Markdown needs of the site around it. */
export interface Surroundings {
  coder: Coder;
  /** The address of a link; undefined where it leads nowhere, and its text alone stays. */
  link(href: string, text: string): string | undefined;
  image(path: string, label: string): Html;
  /** The address of what a word in code style names, such as an operation. */
  named?(word: string): string | undefined;
  /** A table made from data, by the name in `<!-- table: … -->`. */
  table(name: string): Html;
}

export interface Section extends Heading {
  /** The words beneath the heading, for the search. */
  words: string;
}

export interface Rendered {
  html: Html;
  /** The first is the title and what stands beneath it. */
  sections: Section[];
}

export function renderMarkdown(source: string, surroundings: Surroundings): Rendered {
  const markdown = createMarkdown(surroundings);
  const tokens = markdown.parse(source, {});
  replaceComments(tokens, surroundings);
  replaceLinks(tokens, surroundings);
  if (surroundings.named !== undefined) linkNames(tokens, surroundings.named);
  nameRows(tokens);
  return {
    html: trusted(markdown.renderer.render(tokens, markdown.options, {})),
    sections: sectionsOf(tokens),
  };
}

/** As code hosts make them, so that a link works there and here. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

function createMarkdown({ coder, image }: Surroundings) {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  markdown.use(anchors, { slugify: slug, permalink: anchors.permalink.headerLink(), level: [2, 3, 4] });
  const { rules } = markdown.renderer;
  rules.fence = (tokens, index) => {
    const { content, info } = tokens[index] as Token;
    return coder.block(content, info.trim().split(" ")[0] ?? "").text;
  };
  rules.code_block = (tokens, index) => coder.block((tokens[index] as Token).content, "text").text;
  rules.code_inline = (tokens, index) => {
    const { content, meta } = tokens[index] as Token;
    const address = (meta as { address?: string } | null)?.address;
    const code = html`<code>${content}</code>`;
    return (address === undefined ? code : html`<a href="${address}">${code}</a>`).text;
  };
  rules.image = (tokens, index) => {
    const token = tokens[index] as Token;
    return image(String(token.attrGet("src")), token.content).text;
  };
  // A wide table scrolls by itself, by keyboard too.
  rules.table_open = () => `<div class="table" tabindex="0"><table>\n`;
  rules.table_close = () => "</table></div>\n";
  return markdown;
}

/** Raw HTML is off, so that a comment comes as a paragraph. Those that name a table become it, others vanish. */
function replaceComments(tokens: Token[], { table }: Surroundings): void {
  for (const [index, token] of tokens.entries()) {
    const comment = /^<!--\s*(.*?)\s*-->$/s.exec(token.type === "inline" ? token.content : "");
    if (comment === null) continue;
    const name = /^table: (.+)$/.exec(comment[1] ?? "")?.[1];
    token.children = [];
    token.type = "html_block";
    token.content = name === undefined ? "" : table(name).text;
    for (const paragraph of [tokens[index - 1], tokens[index + 1]]) if (paragraph) paragraph.hidden = true;
  }
}

function replaceLinks(tokens: Token[], { link }: Surroundings): void {
  for (const { children } of tokens) {
    for (const [index, token] of (children ?? []).entries()) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;

      // The permalinks of headings are made by us.
      if (href === null || token.attrGet("class") === "header-anchor") continue;
      const end = (children ?? []).findIndex((other, at) => at > index && other.type === "link_close");
      const text = (children ?? [])
        .slice(index, end)
        .map(({ content }) => content)
        .join("");
      const address = link(String(href), text);
      if (address !== undefined) {
        token.attrSet("href", address);
        if (/^https?:/.test(address)) token.attrSet("rel", "noopener");
      } else {
        for (const side of [token, (children ?? [])[end]])
          Object.assign(side ?? {}, { type: "text", content: "" });
      }
    }
  }
}

/** Words in code style become links to what they name, unless they stand in a link already. */
function linkNames(tokens: Token[], named: (word: string) => string | undefined): void {
  for (const { children } of tokens) {
    let inLink = false;
    for (const token of children ?? []) {
      if (token.type === "link_open") inLink = true;
      if (token.type === "link_close") inLink = false;
      if (token.type === "code_inline" && !inLink) token.meta = { address: named(token.content) };
    }
  }
}

/** Rows of a table whose first column is called Row can be linked to by their names. */
function nameRows(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "table_open" || tokens[index + 3]?.type !== "th_open") continue;
    if (tokens[index + 4]?.content !== "Row") continue;
    for (let at = index; tokens[at]?.type !== "table_close"; at += 1) {
      if (tokens[at]?.type === "tr_open" && tokens[at + 1]?.type === "td_open") {
        tokens[at]?.attrSet("id", tokens[at + 2]?.content ?? "");
      }
    }
  }
}

function sectionsOf(tokens: Token[]): Section[] {
  const sections: Section[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const text = plain(tokens[index + 1]);
      sections.push({
        id: String(token.attrGet("id") ?? ""),
        text,
        level: Number(token.tag.slice(1)),
        words: "",
      });
    } else if (sections.length > 0 && tokens[index - 1]?.type !== "heading_open") {
      const words = token.type === "inline" ? plain(token) : token.type === "fence" ? token.content : "";
      const last = sections.at(-1) as Section;
      // The cells of a row are read together.
      const isNextCell =
        /^t[dh]_open$/.test(tokens[index - 1]?.type ?? "") && tokens[index - 2]?.type !== "tr_open";
      if (words !== "") last.words += `${last.words === "" ? "" : isNextCell ? " · " : "\n"}${words}`;
    }
  }
  return sections;
}

function plain(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (type === "softbreak" ? " " : type === "image" ? "" : content))
    .join("")
    .trim();
}
