import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createIndex, find } from "../../scripts/docs/search.ts";
import type { SearchEntry } from "../../scripts/docs/search-entry.ts";
import { useBrowser } from "../support/browser.ts";

const browser = useBrowser(() => inject("site").url);
const results = "dialog.search ol a";

async function searched(wanted: string, path = "index.html") {
  const watched = await browser.watched();
  await watched.open(path);
  await watched.page.keyboard.press("/");
  await watched.page.keyboard.type(wanted);
  return { ...watched, links: watched.page.locator(results) };
}

describe("ranking", () => {
  const file = join(inject("site").folder, "assets/search.json");
  let index: Awaited<ReturnType<typeof createIndex>>;
  beforeAll(async () => {
    index = await createIndex(JSON.parse(await readFile(file, "utf8")) as SearchEntry[]);
  });
  const idsOf = (wanted: string) => find(index, wanted).map(({ id }) => id);

  test.each([
    // Everyday words find guides.
    ["backup", "guides/backups.html"],
    ["restore", "guides/backups.html#restore"],
    ["how do I restore a server?", "guides/backups.html#restore"],
    ["retry", "guides/retries.html"],
    ["error", "guides/errors.html"],
    ["token", "guides/authentication.html#a-token"],
    ["policy", "guides/policies.html"],
    ["policies", "guides/policies.html"],
    ["schedule", "guides/policies.html"],
    ["retention", "guides/policies.html#retention"],
    ["tags", "guides/tags.html"],
    ["filter", "guides/filters.html"],
    ["mock", "guides/mock.html"],
    ["why did a backup fail", "guides/backups.html#find-out-why-a-backup-failed"],
    ["terraform", "guides/other-languages.html#terraform"],
    // Names find what has the name, however they are written.
    ["countBackups", "reference/countBackups.html"],
    ["count backups", "reference/countBackups.html"],
    ["count-backups", "reference/countBackups.html"],
    ["delete backup", "reference/deleteBackup.html"],
    ["CSBS.9001", "guides/errors.html#CSBS.9001"],
    ["RetentionRules", "reference/schemas/RetentionRules.html"],
    // Typos.
    ["coutBackups", "reference/countBackups.html"],
    ["cuontBackups", "reference/countBackups.html"],
    ["retentoin", "guides/policies.html#retention"],
    ["authentification", "guides/authentication.html"],
    // Synonyms.
    ["quota", "reference/getQuotas.html"],
    ["price", "reference/getQuotas.html"],
    ["pagination", "guides/lists.html"],
    ["paging", "guides/lists.html"],
    ["cron", "guides/policies.html"],
    ["nightly backup", "guides/policies.html"],
    ["login", "guides/authentication.html"],
    ["recover", "guides/backups.html#restore"],
    ["python", "guides/other-languages.html"],
    ["timeout", "guides/retries.html"],
  ])("%s finds %s first", (wanted, id) => {
    expect(idsOf(wanted)[0]).toBe(id);
  });

  test.each([
    ["backups", "guides/backups.html"],
    ["listBakups", "reference/listBackups.html"],
    ["polcy", "guides/policies.html"],
    ["crateRestore", "reference/createRestore.html"],
    ["rate limiting", "guides/retries.html#what-is-retried"],
    ["too many requests", "guides/errors.html#APIGW.0308"],
    ["throttling", "guides/retries.html"],
    ["encryption", "security.html#where-credentials-go"],
    ["remove a policy", "reference/deletePolicy.html"],
    ["start_time", "reference/countBackups.html#parameter-start_time"],
    ["fail_reason", "reference/schemas/BackupExtendInfo.html#fields.fail_reason"],
    ["failed backups", "guides/filters.html#last-weeks-failed-backups-of-one-server"],
    ["proxy", "guides/proxy.html"],
    ["server id", "guides/backups.html#ids"],
  ])("%s finds %s in the first three", (wanted, id) => {
    expect(idsOf(wanted).slice(0, 3)).toContain(id);
  });

  test("a typo that a text quotes still finds the name", async () => {
    const quoting: SearchEntry = {
      id: "changelog.html#client",
      kind: "Page",
      title: "Client",
      place: "Changelog",
      text: "The search tolerates coutBackups.",
    };
    const entries = JSON.parse(await readFile(file, "utf8")) as SearchEntry[];
    const found = find(
      await createIndex([...entries.filter(({ id }) => id !== quoting.id), quoting]),
      "coutBackups",
    );
    expect(found[0]?.id).toBe("reference/countBackups.html");
  });

  test("nothing is found by stop words, and by words that are not there", () => {
    expect(idsOf("how to")).toEqual([]);
    expect(idsOf("zzzzqq")).toEqual([]);
  });

  test("what the dialog loads is small", async () => {
    const size = gzipSync(await readFile(file)).byteLength;
    console.log(`the search loads ${Math.round(size / 1000)} kB`);
    expect(size).toBeLessThan(85_000);
  });
});

test("a result is a link with its sentence, and marks what was found", async () => {
  const { page, links, problems } = await searched("coutBackups");
  const first = links.first();
  await first.waitFor();
  expect(await first.locator(".title mark").allTextContents()).toEqual(["countBackups"]);
  expect(await first.locator(".sentence mark").count()).toBeGreaterThan(0);
  const href = await first.evaluate((link: HTMLAnchorElement) => link.href);
  expect(href).toBe(`${inject("site").url}reference/countBackups.html`);
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    first.click({ modifiers: ["ControlOrMeta"] }),
  ]);
  expect(opened.url()).toBe(href);
  expect(await page.locator("dialog.search").isVisible()).toBe(true);
  await first.click();
  await page.waitForURL(href);
  expect(problems).toEqual([]);
});

test("in a long text, the sentence with the words is shown", async () => {
  const { links } = await searched("deletion thirty 30 minutes");
  await links.first().waitFor();
  const sentence = await links.filter({ hasText: "deleteBackup" }).first().locator(".sentence").textContent();
  expect(sentence).toContain("The deletion may take up to 30 minutes");
});

test.each([
  { wanted: "start_time", kind: "Parameter" },
  { wanted: "CSBS.9001", kind: "Error code" },
  { wanted: "RetentionRules", kind: "Schema" },
  { wanted: "fail_reason", kind: "Property" },
])("the search finds the $kind $wanted, and its link opens it", async ({ wanted, kind }) => {
  const { page, links } = await searched(wanted, "guides/first-count.html");
  const link = links.filter({ has: page.locator(`.kind:text-is("${kind}")`) }).first();
  expect(await link.locator(".title").textContent()).toBe(wanted);
  const href = await link.evaluate((element: HTMLAnchorElement) => element.href);
  await link.click();
  await page.waitForURL(href);
  const id = decodeURIComponent(new URL(href).hash.slice(1));
  if (id !== "") expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
});

test("a result on the same page closes the dialog", async () => {
  const { page, links } = await searched("retries defaults", "guides/retries.html");
  await links.filter({ hasText: "Defaults" }).first().click();
  await page.waitForURL("**/guides/retries.html#defaults");
  expect(await page.locator("dialog.search").isVisible()).toBe(false);
});

test("by the keyboard alone: search, and open countBackups", async () => {
  const { page, links } = await searched("backups", "guides/authentication.html");
  await links.nth(3).waitFor();
  expect(await page.locator('dialog [role="status"]').textContent()).toMatch(/^\d+ results/);
  const place = (await links.locator(".title").allInnerTexts()).indexOf("countBackups");
  expect(place).toBeGreaterThanOrEqual(0);
  for (let step = 0; step <= place; step += 1) await page.keyboard.press("ArrowDown");
  expect(await page.locator("a:focus .title").textContent()).toBe("countBackups");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/reference/countBackups.html");
  // The first tab stop leads past the navigation.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
});

test("Enter opens the first result; Ctrl-K, Escape and a click beside it open and close the dialog", async () => {
  const { page, open } = await browser.watched();
  const dialog = page.locator("dialog.search");
  await open("guides/authentication.html");
  await page.keyboard.press("Control+k");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
  await page.keyboard.press("Escape");
  expect(await dialog.isVisible()).toBe(false);
  await page.getByRole("button", { name: /Search/ }).click();
  await page.mouse.click(5, 5);
  expect(await dialog.isVisible()).toBe(false);
  await page.keyboard.press("/");
  await page.keyboard.type("countBackups");
  await page.locator(results).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/reference/countBackups.html");
});

test("nothing typed becomes markup, and no results are said", async () => {
  const { page, problems } = await searched("<img/zzzzqq>");
  await page.getByText('No results for "<img/zzzzqq>"').waitFor();
  expect(await page.locator("dialog img").count()).toBe(0);
  expect(problems).toEqual([]);
});
