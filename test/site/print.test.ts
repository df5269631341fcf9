import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser, type WatchedPage } from "../support/browser.ts";

const browser = useBrowser(() => inject("site").url);
/** A4 with margins of 1 cm, in CSS pixels. */
const printed = { width: 718, height: 1047 };
let watched: WatchedPage;

beforeAll(async () => {
  watched = await browser.watched({ viewport: printed });
  await watched.page.emulateMedia({ media: "print" });
});

test.each(inject("site").files.filter((file) => file.endsWith(".html")))(
  "%s, printed: nothing is folded, cut or wider than the page",
  async (path) => {
    const { page, open } = watched;
    await open(path);
    const problems = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main *:not(svg *, wbr, br, .copy)")]
        .filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const { left, right, width, height } = element.getBoundingClientRect();
          const clipped =
            (overflowX !== "visible" && element.scrollWidth > element.clientWidth) ||
            (overflowY !== "visible" && element.scrollHeight > element.clientHeight);
          const isText = element.childElementCount === 0 && element.textContent?.trim() !== "";
          const hidden =
            isText && width * height === 0 && !element.closest(".around, .page-facts, .try, [role=tablist]");
          return clipped || hidden || left < 0 || right > innerWidth + 1;
        })
        .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`),
    );
    expect(problems).toEqual([]);
  },
);

test("printed, all samples have their language as a heading, and folded examples are open", async () => {
  const { page, open } = watched;
  await open("reference/countBackups.html");
  const visible = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all.map((element) => (element as HTMLElement).checkVisibility({ contentVisibilityAuto: true })),
      );
  for (const selector of [".sample h3", ".sample pre", "details:not(.try) pre"]) {
    const parts = await visible(selector);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts).not.toContain(false);
  }
  expect(await visible(".copy")).not.toContain(true);
  await open("guides/filters.html");
  const label = await page
    .locator('.code[data-language="ts"]')
    .first()
    .evaluate((block) => getComputedStyle(block, "::before").content);
  expect(label).toBe('"ts"');
});
