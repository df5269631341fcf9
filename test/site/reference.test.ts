import { beforeAll, describe, expect, inject, test } from "vitest";
import { codeSamples } from "../../scripts/samples.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { useBrowser, type WatchedPage } from "../support/browser.ts";
import { document } from "../support/spec.ts";

const browser = useBrowser(() => inject("site").url);
const samples = codeSamples(document);
const operations = listOperations(document);
let watched: WatchedPage;

beforeAll(async () => {
  watched = await browser.watched({ permissions: ["clipboard-read", "clipboard-write"] });
});

describe.each(operations)("$operation.operationId", ({ operation, path, parameters }) => {
  const { operationId, summary } = operation;

  test("has an address of its own, and shows what it describes", async () => {
    const { page, open } = watched;
    await open(`reference/${operationId}.html`);
    await expect(page.locator("h1").textContent()).resolves.toBe(summary);
    const article = page.locator("article");
    expect(await article.locator(".signature").first().textContent()).toContain(path);
    expect(await article.locator(".facts").textContent()).toContain(operationId);
    expect(await article.locator(".facts .cloud").count()).toBe(operation["x-csbs-clouds"].length);
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

test("a link to a member that is folded away opens it", async () => {
  const { page, open } = watched;
  await open("reference/createPolicy.html#body.policy.scheduled_operations.trigger.properties");
  const member = page.locator('[id="body.policy.scheduled_operations.trigger.properties"]');
  expect(await member.isVisible()).toBe(true);
  const box = await member.boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan(900);
});
