import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { scenarios } from "../../generated/scenarios.ts";
import { accessKey, type CsbsClient, keystonePassword, paginate, waitForBackup } from "../../src/index.ts";
import { type Scenario, startMock } from "../../src/mock.ts";
import { projectId, testClient } from "../support/client.ts";
import { root } from "../support/process.ts";

/** Each class of operations against each fault, as the guide on scenarios shows it. */
type Row = { fault: string } & { [Class in keyof typeof classes]: string };

const rows = parse(readFileSync(join(root, "docs/guides/tables/faults.yaml"), "utf8")) as Row[];

const checkpoint_item_id = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
const checkpoint_id = "f672a1bb-6912-446a-816c-72792c5263e0";
const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";

/** Five backups, of which one is being made; that takes five polls. Nobody's token expires. */
const setting: Scenario = {
  state: {
    backups: [
      { id: checkpoint_item_id, status: "protecting" },
      { checkpoint_id, count: 4 },
    ],
  },
  tokens: { requests: 1000 },
};

/** One of each class, as an application calls it. `deadline` is the wait's; a call's is the client's. */
const classes = {
  read: (csbs: CsbsClient) => csbs.countBackups(),
  create: (csbs: CsbsClient) => csbs.createBackup({ resource_id, body: { protect: {} } }),
  delete: (csbs: CsbsClient) => csbs.deleteBackup({ checkpoint_id }),
  list: async (csbs: CsbsClient) => {
    const ids = [];
    for await (const { id } of paginate(csbs.listBackups, {}, { pageSize: 2 })) ids.push(id);
    expect(new Set(ids).size).toBe(5);
  },
  wait: async (csbs: CsbsClient, deadline: number) => {
    const backup = await waitForBackup(csbs, { checkpoint_item_id }, { interval: 1, deadline });
    expect(backup.status).toBe("available");
  },
};

const secrets = { password: "correct horse battery", secretKey: "SK-4f9a", token: "mock-token-" };
/** Milliseconds. Where no response comes, they end the call; elsewhere they leave time for a busy machine. */
const shortTimes = { timeout: 1000, deadline: 10_000, wait: 2600 };
const longTimes = { timeout: 20_000, deadline: 30_000, wait: 30_000 };
const slack = 3000;

/** Signed requests are what a wrong clock is about; all else signs in, so that it can sign in again. */
function authFor(fault: string, url: string) {
  const { password, secretKey } = secrets;
  if (fault === "clock-skew") return accessKey({ accessKey: "AK", secretKey });
  return keystonePassword({ authUrl: `${url}/v3`, username: "u", userDomain: "d", password, projectId });
}

/** Everything that a log could make of an error. */
function printed(error: unknown): string {
  const texts = [inspect(error, { depth: null, showHidden: true }), JSON.stringify(error)];
  for (let one = error as Error | undefined; one instanceof Error; one = one.cause as Error | undefined) {
    texts.push(one.message, one.stack ?? "", JSON.stringify(one), String(one));
  }
  return texts.join("\n");
}

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => void process.off("unhandledRejection", note));

test("every fault that the package brings has a row, and every row its fault", () => {
  const faults = Object.entries<Scenario>(scenarios).filter(([, { any }]) => any !== undefined);
  expect(rows.map(({ fault }) => fault).sort()).toEqual(faults.map(([name]) => name).sort());
});

// Concurrent, because most of the time is spent waiting. Each case has a mock of its own.
describe.concurrent.each(rows)("$fault", ({ fault, ...cells }) => {
  test.for(Object.entries(cells))("%s: %s", async ([name, expected], { expect, onTestFinished }) => {
    const mock = await startMock({ scenario: [setting, fault] });
    onTestFinished(() => mock.stop());
    const { timeout, deadline, wait } = fault === "hang" ? shortTimes : longTimes;
    const csbs = testClient({
      ...{ endpoint: mock.url, auth: authFor(fault, mock.url) },
      ...{ retries: { baseDelay: 1 }, timeout, deadline },
    });
    const begun = performance.now();
    const error = await classes[name as keyof typeof classes](csbs, wait).then(
      () => undefined,
      (reason: Error & { status?: number }) => reason,
    );
    const took = performance.now() - begun;
    const sent = mock.requests.filter(({ operation }) => operation !== undefined).length;
    const outcome = error === undefined ? "succeeds" : [error.name, apiStatus(error)].join(" ").trim();
    expect(`${outcome} after ${sent} request${sent === 1 ? "" : "s"}`).toBe(expected);
    expect(took).toBeLessThan((name === "wait" ? wait : deadline) + slack);
    for (const secret of Object.values(secrets)) expect(printed(error)).not.toContain(secret);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  });
});

/** Others have a status too, that of a response which was no good. */
function apiStatus({ name, status }: { name: string; status?: number }): number | string {
  return name === "CsbsApiError" ? (status as number) : "";
}
