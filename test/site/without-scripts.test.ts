import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, inject, test } from "vitest";
import { useBrowser } from "../support/browser.ts";

const site = useBrowser(() => inject("site").url);
const files = useBrowser(() => pathToFileURL(join(inject("site").folder, "/")).href);

test("without scripts the headline and the first sample are on the first screen", async () => {
  const { page, open } = await site.watched({ javaScriptEnabled: false });
  await open("index.html");
  for (const part of [page.locator("h1"), page.locator(".hero .sample").first()]) {
    expect((await part.boundingBox())?.y).toBeLessThan(500);
  }
});

test("from file:// tabs and the switch of colours work, and the search is absent", async () => {
  const { page, open, problems } = await files.watched();
  await open("index.html");
  const tabs = page.getByRole("tab");
  await tabs.nth(1).click();
  expect(await tabs.nth(1).getAttribute("aria-selected")).toBe("true");
  const switchOfColours = page.locator(".theme-button");
  const before = await switchOfColours.getAttribute("aria-label");
  await switchOfColours.click();
  expect(await switchOfColours.getAttribute("aria-label")).not.toBe(before);
  expect(await page.locator(".search-button").count()).toBe(0);
  await page.keyboard.press("/");
  expect(await page.locator("dialog").isVisible()).toBe(false);
  expect(problems.filter((problem) => !problem.startsWith("response"))).toEqual([]);
});

test("the landing page says how to install", async () => {
  const { page, open } = await site.watched();
  await open("index.html");
  const { version } = (await import("../../package.json", { with: { type: "json" } })).default;
  expect(await page.locator("#install ~ pre, #install ~ * pre").first().textContent()).toContain(
    `npm install ./csbs-api-${version}.tgz`,
  );
});
