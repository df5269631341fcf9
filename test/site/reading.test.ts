import { expect, inject, test } from "vitest";
import { useBrowser } from "../support/browser.ts";

const browser = useBrowser(() => inject("site").url);

const results = '[role="option"]';

test("the search finds countBackups first", async () => {
  const { page, open, problems } = await browser.watched();
  await open("index.html");
  await page.getByRole("button", { name: /Search/ }).click();
  await page.keyboard.type("countBackups");
  await page.locator(results).first().waitFor();
  expect(await page.locator(`${results} .title`).first().textContent()).toBe("countBackups");
  await page.locator(results).first().click();
  await page.waitForURL("**/reference/countBackups.html");
  expect(problems).toEqual([]);
});

test.each([
  { wanted: "count backups", kind: "Operation", title: "countBackups" },
  { wanted: "start_time", kind: "Parameter", title: "start_time" },
  { wanted: "CSBS.9001", kind: "Error code", title: "CSBS.9001" },
  { wanted: "RetentionRules", kind: "Schema", title: "RetentionRules" },
  { wanted: "fail_reason", kind: "Property", title: "fail_reason" },
  { wanted: "last week failed", kind: "Guide", title: "Last week's failed backups of one server" },
])("the search finds $wanted, and leads to it", async ({ wanted, kind, title }) => {
  const { page, open } = await browser.watched();
  await open("guides/first-count.html");
  await page.keyboard.press("/");
  await page.keyboard.type(wanted);
  await page.locator(results).first().waitFor();
  const found = page.locator(results, { has: page.locator(`.kind:text-is("${kind}")`) }).first();
  expect(await found.locator(".title").textContent()).toBe(title);
  const wantedPage = await found.getAttribute("data-page");
  await found.click();
  await page.waitForURL(new URL(wantedPage ?? "", inject("site").url).href);
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  if (id !== "") expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
});

test("by the keyboard alone: search, and reach countBackups", async () => {
  const { page, open } = await browser.watched();
  await open("guides/authentication.html");
  await page.keyboard.press("Control+k");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog").isVisible()).toBe(false);
  await page.keyboard.press("/");
  await page.keyboard.type("backups");
  await page.locator(results).nth(3).waitFor();
  const titles = await page.locator(`${results} .title`).allInnerTexts();
  const place = titles.indexOf("countBackups");
  expect(place).toBeGreaterThanOrEqual(0);
  for (let step = 0; step < place; step += 1) await page.keyboard.press("ArrowDown");
  expect(await page.locator('[aria-selected="true"] .title').last().textContent()).toBe("countBackups");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/reference/countBackups.html");
  // The first tab stop leads past the navigation.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
});

test("what is not there is said, and nothing typed becomes markup", async () => {
  const { page, open, problems } = await browser.watched();
  await open("index.html");
  await page.keyboard.press("/");
  await page.keyboard.type("<img src=x onerror=alert(1)>zzzzqq");
  await page.getByText("Nothing about").waitFor();
  expect(await page.locator("dialog img").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("the colours follow the system, until the reader chooses, and the choice is kept", async () => {
  const { page, open } = await browser.watched({ colorScheme: "dark" });
  const printed = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await open("index.html");
  const dark = await printed();
  const button = page.locator(".theme-button");
  await button.click();
  const light = await printed();
  expect(light).not.toBe(dark);
  expect(await button.getAttribute("aria-label")).toBe("Colours: light");
  await open("guides/lists.html");
  expect(await printed()).toBe(light);
  await button.click();
  expect(await printed()).toBe(dark);
});

test("without scripts guides and samples can be read", async () => {
  const { page, open, problems } = await browser.watched({ javaScriptEnabled: false });
  await open("guides/filters.html");
  expect(await page.getByText("The thirteen filters").first().isVisible()).toBe(true);
  await open("reference/countBackups.html");
  expect(await page.locator(".sample pre").evaluateAll((all) => all.length)).toBeGreaterThanOrEqual(5);
  for (const sample of await page.locator(".sample pre").all()) expect(await sample.isVisible()).toBe(true);
  expect(problems).toEqual([]);
});

test("a wrong address deep in the site gets a page with colours and links that work", async () => {
  const { page, open, problems } = await browser.watched();
  await open("guides/no/such/page.html");
  expect(await page.locator("h1").textContent()).toBe("No such page");
  expect(problems.filter((problem) => !/page\.html|status of 404/.test(problem))).toEqual([]);
  await page.getByRole("link", { name: "reference" }).last().click();
  await page.waitForURL("**/csbs/reference/index.html");
});

test.each(["index.html", "guides/first-count.html", "reference/countBackups.html", "guides/errors.html"])(
  "%s is small, and soon there",
  async (path) => {
    const { page } = await browser.watched();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    let transferred = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      transferred += encodedDataLength;
    });
    const start = performance.now();
    await page.goto(new URL(path, inject("site").url).href);
    // Interactive: the button of the search has its listener, and the search opens.
    await page.keyboard.press("/");
    await page.locator("dialog[open] input").waitFor();
    const time = performance.now() - start;
    await page.waitForLoadState("networkidle");
    console.log(
      `${path}: ${Math.round(transferred / 1000)} kB with the search, interactive after ${Math.round(time)} ms`,
    );
    expect(transferred).toBeGreaterThan(10_000);
    expect(transferred).toBeLessThan(1_500_000);
    // Wanted are 2 s; a busy machine gets some more.
    expect(time).toBeLessThan(5_000);
  },
);
