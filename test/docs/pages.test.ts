import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { pagePaths, useBrowser, type WatchedPage } from "./browser.ts";

const browser = useBrowser();
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical violations, each with the elements that break it. */
async function violations({ page }: WatchedPage): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const results = await axe.run({ resultTypes: ["violations"] });
    return results.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}

test("there are pages", () => {
  expect(pagePaths.length).toBeGreaterThan(100);
});

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await browser.watched({ colorScheme });
  });

  test.each(pagePaths)("%s loads in silence, and anybody can read it", async (path) => {
    watched.problems.length = 0;
    await watched.open(path);
    expect(watched.problems).toEqual([]);
    expect(await watched.page.title()).not.toBe("");
    expect(await watched.page.locator("h1").count()).toBe(1);
    expect(await violations(watched)).toEqual([]);
  });
});

describe("on a phone", () => {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await browser.watched({ viewport: { width: 390, height: 844 }, hasTouch: true });
  });

  test.each(pagePaths)("%s does not scroll sideways", async (path) => {
    await watched.open(path);
    const width = await watched.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });

  test.each(["index.html", "guides/filters.html", "reference/countBackups.html"])("%s is readable by anybody", async (path) => {
    await watched.open(path);
    expect(await violations(watched)).toEqual([]);
  });
});
