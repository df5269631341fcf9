import { existsSync } from "node:fs";
import { bundle } from "./bundle.ts";
import { tool } from "./install.ts";
import { listen } from "./servers.ts";
import type { Addresses, Result } from "./suite.js";

export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const hasChromium = existsSync(chromiumPath);

/** Runs the suite in a page, which asks the mock from another origin than its own. */
export async function runInChromium(consumer: string, addresses: Addresses): Promise<Result[]> {
  const script = await bundle(consumer, "entries/page.mjs");
  const server = await listen((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><link rel="icon" href="data:,"><script type="module">${script}</script>`);
  });
  const { chromium } = await loadPlaywright();
  // Chromium refuses its sandbox to root, which is what containers run as.
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await page.evaluate(
      (given) => (globalThis as unknown as { runSuite: RunSuite }).runSuite(given),
      addresses,
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

type RunSuite = (addresses: Addresses) => Promise<Result[]>;

/** What is used of playwright-core, which is not there yet when the types are checked. */
interface Playwright {
  chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> };
}

interface Browser {
  newPage(): Promise<{
    goto(url: string): Promise<unknown>;
    evaluate(run: RunSuite, given: Addresses): Promise<Result[]>;
  }>;
  close(): Promise<void>;
}

function loadPlaywright(): Promise<Playwright> {
  return import(tool("playwright-core/index.mjs")) as Promise<Playwright>;
}
