import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { chromiumPath } from "../runtimes/chromium.ts";

/** A page, and everything that went wrong on it since it was opened. */
export interface WatchedPage {
  page: Page;
  /** Errors and warnings on the console, exceptions, requests to other origins, responses other than 2xx. */
  problems: string[];
  open(path: string): Promise<void>;
}

/** A browser for the tests of a file. `siteUrl` is asked for when a page is made. */
export function useBrowser(siteUrl: () => string): {
  watched(options?: BrowserContextOptions): Promise<WatchedPage>;
} {
  let browser: Browser;
  beforeAll(async () => {
    // Chromium refuses its sandbox to root, which is what containers run as.
    browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
    return () => browser.close();
  });
  const contexts: { close(): Promise<void> }[] = [];
  afterAll(() => Promise.all(contexts.map((context) => context.close())).then(() => {}));

  return {
    async watched(options = {}) {
      const url = siteUrl();
      const { origin } = new URL(url);
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
      // The context's event has workers' requests too.
      context.on("request", (request) => {
        const { protocol, origin: asked } = new URL(request.url());
        if (/^https?:$/.test(protocol) && asked !== origin) problems.push(`request: ${request.url()}`);
      });
      context.on("response", (response) => {
        if (!response.ok()) problems.push(`response ${response.status()}: ${response.url()}`);
      });
      return {
        page,
        problems,
        open: async (path) => {
          await page.goto(new URL(path, url).href);
        },
      };
    },
  };
}
