/** HTML that is safe by construction: whatever the template `html` is given is escaped, unless it is Html itself. */

/** A piece of markup. Only `html` and `trusted` make one. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template; nothing, false and lists are there so that parts can be left out and repeated. */
export type Part = Html | string | number | undefined | null | false | readonly Part[];

export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(texts.reduce((before, text, index) => `${before}${textOf(parts[index - 1])}${text}`, ""));
}

/** Markup made by a library that escapes by itself. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** A heading that is a link to itself. */
export function heading(level: number, id: string, text: Part): Html {
  return html`<h${level} id="${id}"><a class="header-anchor" href="#${id}">${text}</a></h${level}>`;
}

export const nothing = new Html("");

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function textOf(part: Part): string {
  if (part === undefined || part === null || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeHtml(String(part));
}
