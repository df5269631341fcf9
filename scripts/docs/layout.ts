import { type Html, html } from "./html.ts";
import { markdownPath } from "./page-markdown.ts";
import { operationsByTag } from "./reference/index-pages.ts";
import {
  editAddress,
  type Heading,
  type Link,
  operationPath,
  type Page,
  pages,
  relative,
  type Site,
} from "./site.ts";

export interface Shell {
  site: Site;
  /** While somebody writes, the page asks the server whether to reload. */
  reload: boolean;
}

/** Nothing may come from another origin, and no style or script may stand in a page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // For requests to a mock on the reader's machine.
  "connect-src 'self' http://127.0.0.1:*",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

/** The whole document of a page. */
export function renderPage(page: Page, { site, reload }: Shell): string {
  const to = (path: string) => relative(page.path, path);
  const anywhere = page.path === pages.notFound;
  const contents = page.contents ?? [];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${anywhere && html`<base href="${site.base}"><meta name="robots" content="noindex">`}
<title>${page.path === pages.start ? page.title : `${page.title} · CSBS API`}</title>
<meta name="description" content="${page.description}">
${!anywhere && metadata(page, site)}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${to("assets/icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${to("assets/site.css")}">
<script src="${to("assets/theme.js")}"></script>
<script src="${to("assets/site.js")}" defer></script>
${reload && html`<script src="${to("assets/reload.js")}" defer></script>`}
</head>
<body data-root="${to("index.html").replace(/index\.html$/, "")}">
<a class="skip" href="${anywhere ? `${pages.notFound}#main` : "#main"}">Skip to the content</a>
<header class="top">
<a class="brand" href="${to(pages.start)}">CSBS <span>API</span></a>
<nav class="sections" aria-label="Sections">
${section(to, "Guides", firstGuide(site), page.path.startsWith("guides/"))}
${section(to, "Reference", pages.reference, page.path.startsWith("reference/"))}
${section(to, "Downloads", pages.downloads, page.path === pages.downloads)}
${section(to, "Changelog", pages.changelog, page.path === pages.changelog)}
</nav>
<div class="tools" hidden>
<button type="button" class="search-button" aria-label="Search" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K"><span>Search</span> <kbd>/</kbd></button>
<button type="button" class="theme-button" aria-label="Colours: as the system"></button>
</div>
</header>
<div class="frame${page.wide ? " wide" : page.split ? " split" : ""}">
${!page.wide && sidebar(site, page)}
<main id="main" tabindex="-1">
<article>${page.body}</article>
${!anywhere && facts(page, site)}
${around(page, to)}
</main>
${contents.length > 1 && contentsList(contents)}
</div>
<footer class="bottom"><p>csbs-api ${site.version}, Apache-2.0. Independent work, neither published nor endorsed by the vendors.</p>
<p><a href="${to(pages.security)}">Security</a></p></footer>
<dialog class="search" aria-label="Search" closedby="any">
<input type="search" placeholder="Guides, operations, parameters, error codes" aria-label="Search guides, operations, parameters, schemas and error codes" autocomplete="off" spellcheck="false">
<p role="status"></p><ol></ol>
</dialog>
</body>
</html>
`.text;
}

/** For previews and search engines. The canonical address needs the address of the site. */
function metadata({ path, title, description }: Page, { address }: Site): Html {
  const canonical = address && `${address}${path}`;
  return html`<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="CSBS API">
<meta name="twitter:card" content="summary">
${canonical && html`<meta property="og:url" content="${canonical}"><link rel="canonical" href="${canonical}">`}
<link rel="alternate" type="text/markdown" href="${relative(path, markdownPath(path))}">`;
}

/** When the page was changed, and its source. */
function facts({ path, source = "" }: Page, { changed, repository }: Site): Html {
  const date = changed.get(source);
  return html`<p class="page-facts">${date && html`<span>Last changed on <time datetime="${date}">${date}</time></span> `}
${repository && source !== "" && html`<a href="${editAddress(repository, source)}" rel="noopener">Edit this page</a> `}
<a href="${relative(path, markdownPath(path))}">This page as Markdown</a></p>`;
}

function firstGuide(site: Site): string {
  return guidePath(site.guides[0]?.slug ?? "");
}

export function guidePath(slug: string): string {
  return `guides/${slug}.html`;
}

function section(to: (path: string) => string, text: string, path: string, current: boolean): Html {
  return html`<a href="${to(path)}" ${current && html`aria-current="true"`}>${text}</a>`;
}

/** Every guide or every operation. */
function sidebar(site: Site, page: Page): Html {
  const inReference = page.path.startsWith("reference/");
  const guides = site.groups.map(({ title, guides }) => ({
    title,
    links: guides.map((guide) => ({ path: guidePath(guide.slug), text: guide.title })),
  }));
  const operations = operationsByTag(site).map(({ name, operations }) => ({
    title: name,
    links: operations.map(({ method, operation: { operationId } }) => ({
      path: operationPath(operationId),
      text: operationId,
      method,
    })),
  }));
  const overview = {
    title: "Overview",
    links: [
      { path: pages.reference, text: "All operations" },
      { path: pages.schemas, text: "All schemas" },
    ],
  };
  const groups = inReference ? [overview, ...operations] : guides;
  return html`<details class="sidebar" open><summary>${inReference ? "Operations" : "Guides"}</summary>
<nav aria-label="${inReference ? "Operations" : "Guides"}">${groups.map(
    ({ title, links }) => html`<h2>${title}</h2><ul>${links.map((link) => sidebarLink(page, link))}</ul>`,
  )}</nav></details>`;
}

function sidebarLink(page: Page, { path, text, method }: Link & { method?: string }): Html {
  const current = path === page.path;
  return html`<li><a href="${relative(page.path, path)}" ${current && html`aria-current="page"`}>${text}${method && html` <span class="method ${method}">${method.toUpperCase()}</span>`}</a></li>`;
}

function contentsList(contents: Heading[]): Html {
  return html`<details class="contents" open><summary>On this page</summary><nav aria-label="On this page">
<ul>${contents.map(({ id, text, level }) => html`<li class="level-${level}"><a href="#${id}">${text}</a></li>`)}</ul></nav></details>`;
}

function around({ previous, next }: Page, to: (path: string) => string): Html | false {
  if (previous === undefined && next === undefined) return false;
  return html`<nav class="around" aria-label="Before and after">
${previous && html`<a rel="prev" href="${to(previous.path)}"><span>Before</span> ${previous.text}</a>`}
${next && html`<a rel="next" href="${to(next.path)}"><span>Next</span> ${next.text}</a>`}
</nav>`;
}
