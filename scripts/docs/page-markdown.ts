import { tables } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import type { Page } from "./site.ts";

/** Where the Markdown of a page is: beside it. */
export function markdownPath(path: string): string {
  return path.replace(/\.html$/, ".md");
}

const turndown = new TurndownService({
  headingStyle: "atx",
  codeBlockStyle: "fenced",
  bulletListMarker: "-",
});
turndown.use(tables);
turndown.remove((element) => element.hasAttribute("hidden"));

type Rule = [name: string, selector: string, replace: (content: string, element: HTMLElement) => string];

const rules: Rule[] = [
  [
    "code",
    ".code",
    (_content, element) => {
      const language = (element.getAttribute("data-language") ?? "").toLowerCase();
      const source = element.textContent.trimEnd();
      const fence = source.includes("```") ? "````" : "```";
      return `\n\n${fence}${language}\n${source}\n${fence}\n\n`;
    },
  ],
  [
    "link",
    "a[href]",
    (content, element) => `[${content}](${toMarkdownPage(element.getAttribute("href") ?? "")})`,
  ],
  // Of two rules for an element, the later one applies.
  ["permalink", "a.header-anchor, a.permalink", (content) => content],
  ["diagram", "svg.diagram", (_content, element) => `*Diagram: ${element.getAttribute("aria-label")}*`],
  // Each field with its description, and the fields within it below.
  [
    "field",
    ".field",
    (content) =>
      `\n- ${content
        .trim()
        .replace(/\n{2,}/g, "\n\n")
        .replace(/\n(?=.)/g, "\n  ")}\n`,
  ],
];

for (const [name, selector, replacement] of rules) {
  turndown.addRule(name, {
    filter: (element) => element.matches(selector),
    replacement: (content, element) => replacement(content, element as HTMLElement),
  });
}

/** The text of a page as Markdown, with links to the Markdown of other pages. */
export function pageMarkdown({ body }: Page): string {
  // Without the thousands of coloured parts of the code, it takes half of the time.
  const plain = body.text.replace(/<pre class="shiki.*?<\/pre>/gs, (code) =>
    code.replace(/<\/?span[^>]*>/g, ""),
  );
  return `${turndown.turndown(plain)}\n`;
}

function toMarkdownPage(href: string): string {
  return /^[a-z]+:/.test(href) ? href : href.replace(/\.html(?=#|$)/, ".md");
}
