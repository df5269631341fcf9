import { beforeAll, describe, expect, inject, test } from "vitest";
import { allClouds } from "../../scripts/docs/site.ts";
import { codeSamples } from "../../scripts/samples.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { useBrowser, type WatchedPage } from "../support/browser.ts";
import { document } from "../support/spec.ts";

const browser = useBrowser(() => inject("site").url);
const samples = codeSamples(document);
const operations = listOperations(document);
const clouds = allClouds(document);
let watched: WatchedPage;

beforeAll(async () => {
  watched = await browser.watched({ permissions: ["clipboard-read", "clipboard-write"] });
});

describe.each(operations)("$operation.operationId", ({ operation, method, path, parameters }) => {
  const { operationId, summary } = operation;

  test("has an address of its own, and shows what it describes", async () => {
    const { page, open } = watched;
    await open(`reference/${operationId}.html`);
    await expect(page.locator("h1").textContent()).resolves.toBe(summary);
    const article = page.locator("article");
    expect(await article.locator(".signature").first().textContent()).toContain(path);
    expect(await article.locator(".facts").textContent()).toContain(operationId);
    // Badges only where not every cloud documents it.
    const badges =
      operation["x-csbs-clouds"].length === clouds.length ? 0 : operation["x-csbs-clouds"].length;
    expect(await article.locator(".facts .cloud").count()).toBe(badges);
    expect(await page.locator(`.sidebar [aria-current] .method`).textContent()).toBe(method.toUpperCase());
    for (const { name } of parameters)
      expect(await page.locator(`[id="parameter-${name}"]`).isVisible()).toBe(true);
    for (const status of Object.keys(operation.responses)) {
      expect(await page.locator(`[id="response-${status}"]`).isVisible()).toBe(true);
    }
  });

  test("each sample can be copied", async () => {
    const { page, open } = watched;
    await open(`reference/${operationId}.html`);
    const expected = samples[operationId] ?? [];
    expect(expected.length).toBeGreaterThanOrEqual(5);
    for (const { label, source } of expected) {
      await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
      await page.getByRole("tab", { name: label, exact: true }).click();
      const panel = page.getByRole("tabpanel", { name: label, exact: true });
      await panel.getByRole("button", { name: "Copy" }).click();
      await panel.getByRole("button", { name: "Copied" }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
    }
  });
});

test("a link to a field that is folded away opens it", async () => {
  const { page, open } = watched;
  await open("reference/createPolicy.html#body.policy.scheduled_operations.trigger.properties");
  const field = page.locator('[id="body.policy.scheduled_operations.trigger.properties"]');
  expect(await field.isVisible()).toBe(true);
  const box = await field.boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan(900);
});

test("a code with two meanings leads to the meaning of the operation's status", async () => {
  const { page, open } = watched;
  await open("reference/countBackups.html");
  const codes = page.locator("section.response:has(#response-403) .codes a", { hasText: "CSBS.9009" });
  const meaning = (await codes.locator("xpath=..").textContent()) ?? "";
  await codes.click();
  await page.waitForURL("**/guides/errors.html#CSBS.9009*");
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  const row = await page.locator(`[id="${id}"] td`).allTextContents();
  expect(row[1]).toBe("403");
  expect(meaning).toContain(row[2]?.split("\n")[0]?.slice(0, 20) ?? "?");
});

test("samples stand beside the parameters where there is room, above them elsewhere", async () => {
  const { page, open } = watched;
  const places = async () => {
    const [samples, parameters] = [page.locator(".beside"), page.locator("#parameters")];
    return [await samples.boundingBox(), await parameters.boundingBox()] as const;
  };
  await page.setViewportSize({ width: 1440, height: 900 });
  await open("reference/countBackups.html");
  const [beside, wide] = await places();
  expect(beside?.x).toBeGreaterThan((wide?.x ?? 0) + (wide?.width ?? 0));
  await page.setViewportSize({ width: 390, height: 844 });
  const [above, narrow] = await places();
  expect(above?.x).toBe(narrow?.x);
  expect(above?.y).toBeLessThan(narrow?.y ?? 0);
  await page.setViewportSize({ width: 1280, height: 720 });
});
