import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser, type WatchedPage } from "../support/browser.ts";

const pagePaths = inject("site").files.filter((file) => file.endsWith(".html"));
const browser = useBrowser(() => inject("site").url);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical violations, of one rule or of all, each with the elements that break it. */
async function violations({ page }: WatchedPage, rule?: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const results = await axe.run({ resultTypes: ["violations"], ...(only && { runOnly: only }) });
    return results.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  }, rule);
}

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** Widths of small phones, at which nothing may be wider than the screen. */
const smallWidths = [390, 360, 320];
let watched: WatchedPage;

beforeAll(async () => {
  watched = await browser.watched();
});

test("there are pages", () => {
  expect(pagePaths.length).toBeGreaterThan(100);
});

test.each(pagePaths)(
  "%s loads in silence, anybody can read it, light and dark, and a phone shows its width",
  async (path) => {
    const { page, problems, open } = watched;
    problems.length = 0;
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(desktop);
    await open(path);
    expect(await page.title()).not.toBe("");
    await page.evaluate(() => document.querySelector(".try")?.setAttribute("open", ""));
    expect(await page.locator("h1").count()).toBe(1);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll(".table")]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((table) => table.querySelector("tr")?.textContent),
    );
    expect(cut, "tables with columns that are off the screen").toEqual([]);
    expect(await violations(watched)).toEqual([]);
    // Of all rules, only this one sees colours.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(watched, "color-contrast")).toEqual([]);
    for (const width of smallWidths) {
      await page.setViewportSize({ ...phone, width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(problems).toEqual([]);
  },
);

describe.each(["light", "dark"] as const)("%s, on a phone", (colorScheme) => {
  test.each(["index.html", "guides/filters.html", "reference/countBackups.html"])(
    "%s is readable by anybody, while searching too",
    async (path) => {
      const { page, open } = watched;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(phone);
      await open(path);
      expect(await violations(watched)).toEqual([]);
      await page.keyboard.press("/");
      await page.keyboard.type("backup");
      await page.locator("dialog.search ol a").first().waitFor();
      expect(await violations(watched)).toEqual([]);
    },
  );
});
