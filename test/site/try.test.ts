import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Mock, startMock } from "../../src/mock.ts";
import { useBrowser } from "../support/browser.ts";

const browser = useBrowser(() => inject("site").url);
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ scenario: "everyday" });
});
afterAll(() => mock.stop());

async function openPanel(operationId: string, port = new URL(mock.url).port) {
  const { page, open, problems } = await browser.watched();
  await open(`reference/${operationId}.html`);
  const panel = page.locator(".try");
  await panel.locator("summary").click();
  await panel.getByLabel("Port of the mock").fill(port);
  const send = async () => {
    await panel.getByRole("button", { name: "Send" }).click();
    await panel.locator(".result p").first().waitFor();
    return panel.locator(".result").textContent();
  };
  return { page, panel, send, problems };
}

test("a request with the example values shows status, duration and body", async () => {
  const { panel, send, problems } = await openPanel("countBackups");
  const result = await send();
  expect(result).toMatch(/^Status 200 OK, \d+ ms/);
  expect(JSON.parse((await panel.locator(".result pre").textContent()) ?? "")).toEqual({
    count: expect.any(Number),
  });
  expect(problems.filter((problem) => !problem.startsWith(`request: ${mock.url}/`))).toEqual([]);
});

test("an operation with a body sends it", async () => {
  const { panel, send } = await openPanel("createPolicy");
  const body = panel.getByLabel("Request body");
  const policy = JSON.parse(await body.inputValue()) as { policy: { name: string } };
  policy.policy.name = "from-the-panel";
  await body.fill(JSON.stringify(policy));
  expect(await send()).toMatch(/^Status 200 OK/);
  expect(mock.requests.at(-1)).toMatchObject({ operation: "createPolicy", status: 200, body: policy });
});

test("a refusal shows its reasons", async () => {
  const { panel, send } = await openPanel("countBackups");
  await panel.getByLabel("start_time").fill("yesterday");
  expect(await send()).toMatch(/^Status 400/);
  expect(await panel.locator(".result p").nth(2).textContent()).toContain("start_time must match pattern");
});

test("a value with HTML characters arrives unchanged, and is shown as text", async () => {
  const { page, panel, send, problems } = await openPanel("getPolicy");
  const value = `<img src=x onerror="alert(1)">&'/..`;
  await panel.getByLabel("policy_id").fill(value);
  await send();
  expect(decodeURIComponent(mock.requests.at(-1)?.target.split("/").at(-1) ?? "")).toBe(value);
  expect(await page.locator(".try img").count()).toBe(0);
  expect(problems.filter((problem) => problem.startsWith("exception"))).toEqual([]);
});

test("a response without a body says so", async () => {
  const { panel, send } = await openPanel("addBackupTag");
  expect(await send()).toMatch(/^Status 204/);
  expect(await panel.locator(".result pre").textContent()).toBe("No body.");
});

test("without a mock it says how to start one", async () => {
  const stopped = await startMock();
  await stopped.stop();
  const { send } = await openPanel("countBackups", new URL(stopped.url).port);
  expect(await send()).toBe(
    `No response from ${stopped.url}. Start the mock with the command above, and check its port.`,
  );
});

test("a page may send requests to this machine only", async () => {
  const { page } = await openPanel("countBackups");
  const refused = await page.evaluate(() =>
    fetch("http://192.0.2.1/").then(
      () => "sent",
      () => "refused",
    ),
  );
  expect(refused).toBe("refused");
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")).toContain(
    "connect-src 'self' http://127.0.0.1:*;",
  );
});

test("without scripts there is no panel", async () => {
  const { page, open } = await browser.watched({ javaScriptEnabled: false });
  await open("reference/countBackups.html");
  expect(await page.locator(".try").isVisible()).toBe(false);
});
