import { transformerStyleToClass } from "@shikijs/transformers";
import { createHighlighter } from "shiki";
import { type Html, html, trusted } from "./html.ts";

/** Languages by the names that guides and samples give them; anything else is shown without colours. */
const languages: Record<string, string> = {
  ts: "typescript",
  typescript: "typescript",
  js: "javascript",
  sh: "bash",
  shell: "bash",
  bash: "bash",
  json: "json",
  yaml: "yaml",
  python: "python",
  py: "python",
  go: "go",
  java: "java",
  csharp: "csharp",
  rust: "rust",
  xml: "xml",
  http: "http",
  hcl: "hcl",
};

export interface Coder {
  /** A block of code in colours. */
  block(source: string, language: string): Html;
  /** The rules for the colours of all blocks made so far. */
  styles(): string;
}

/** Colours code while the site is built; classes instead of style attributes, so that the pages can forbid those. */
export async function createCoder(): Promise<Coder> {
  const classes = transformerStyleToClass({ classPrefix: "code-" });
  const themes = { light: "github-light-high-contrast", dark: "github-dark-high-contrast" };
  const highlighter = await createHighlighter({
    themes: Object.values(themes),
    langs: [...new Set(Object.values(languages))],
  });
  return {
    block(source, language) {
      const coloured = highlighter.codeToHtml(source.trimEnd(), {
        lang: languages[language.toLowerCase()] ?? "text",
        themes,
        defaultColor: "light-dark()",
        transformers: [classes],
      });
      return html`<div class="code" data-language="${language}">${trusted(coloured)}</div>`;
    },
    styles: () => classes.getCSS(),
  };
}
