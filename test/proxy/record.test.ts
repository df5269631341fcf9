import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Recording } from "../../src/mock/replay/recording.ts";
import { startMock } from "../../src/mock.ts";
import { Recorder } from "../../src/proxy/recorder.ts";
import { projectId, secret, testClient } from "../support/client.ts";
import { document } from "../support/spec.ts";
import { exampleExchange, inspect, inspector, json, proxyOf, responseExample } from "./support.ts";

function record(...exchanges: Parameters<Recorder["add"]>[0][]): Recording {
  const recorder = new Recorder(document);
  for (const exchange of exchanges) recorder.add(exchange);
  return recorder.recording();
}

async function replay(recording: Recording): Promise<ReturnType<typeof testClient>> {
  const file = join(mkdtempSync(join(tmpdir(), "csbs-replay-")), "recording.json");
  writeFileSync(file, JSON.stringify(recording));
  const mock = await startMock({ replay: file });
  onTestFinished(() => mock.stop());
  return testClient({ endpoint: mock.url });
}

test("replaces identifiers by the same text everywhere, in path, query and bodies", () => {
  const id = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
  const list = exampleExchange("listBackups", {
    target: `/v1/${projectId}/checkpoint_items?resource_id=${id}&limit=10`,
  });
  const value = responseExample<{ checkpoint_item: Record<string, unknown> }>("getBackup");
  Object.assign(value.checkpoint_item, {
    id,
    name: "db of Müller GmbH",
    resource_id: id.toUpperCase(),
    secret_note: "hush",
    account: 4711,
  });
  const get = exampleExchange("getBackup", {
    target: `/v1/${projectId}/checkpoint_items/${id}`,
    response: json(value),
  });
  const recording = record(list, get);
  const text = JSON.stringify(recording);
  expect(text).not.toMatch(new RegExp(`${id}|${projectId}|Müller|hush|4711`, "i"));
  const [first, second] = recording.exchanges;
  expect(first?.request.query).toEqual([
    ["resource_id", expect.stringMatching(/^[0-9a-f-]{36}$/)],
    ["limit", "10"],
  ]);
  const replaced = first?.request.query[0]?.[1];
  expect(second?.request.path).toContain(replaced);
  const body = second?.response.body as { checkpoint_item: Record<string, unknown> };
  expect(body.checkpoint_item).toMatchObject({
    id: replaced,
    resource_id: replaced,
    status: "available",
    account: 0,
  });
  expect(body.checkpoint_item.created_at).toBe(value.checkpoint_item.created_at);
});

test.each(["listBackups", "getPolicy", "createPolicy", "listPolicies", "getQuotas", "findBackupsByTag"])(
  "a recorded %s has no deviation",
  (operationId) => {
    const [recorded] = record(exampleExchange(operationId)).exchanges;
    if (recorded === undefined) throw new Error("nothing was recorded");
    const { request, response } = recorded;
    const change = { target: request.path, request: json(request.body), response: json(response.body) };
    expect(inspect(operationId, change).entries.filter(({ kind }) => kind !== undefined)).toEqual([]);
  },
);

test("addresses, links, lists of IDs and names of unknown fields are replaced", () => {
  const [first, second] = ["90c1d5fa-1b9f-4aeb-b2f4-81c806e98190", "f672a1bb-6912-446a-816c-72792c5263e0"];
  const value = {
    checkpoint_items: [],
    checkpoint_items_links: [{ href: `https://csbs.acme.example/v1/${projectId}`, rel: "next" }],
    "web-01": ["10.1.2.3", "fe80::1", `${first},${second}`, `fake_${first}`, first],
  };
  const recording = record(exampleExchange("listBackups", { response: json(value) }));
  const { checkpoint_items_links: links, ...others } = (recording.exchanges[0]?.response.body ??
    {}) as Record<string, unknown[]>;
  expect(links).toEqual([
    { href: expect.stringMatching(/^https:\/\/example\.com\/\d+$/), rel: expect.any(String) },
  ]);
  const [v4, v6, pair, fake, single] = others[
    Object.keys(others).find((name) => name.startsWith("text-")) ?? ""
  ] as string[];
  expect([v4, v6]).toEqual([expect.stringMatching(/^198\.18\./), expect.stringMatching(/^2001:db8::/)]);
  expect([pair?.split(",")[0], fake]).toEqual([single, `fake_${single}`]);
  expect(JSON.stringify(recording)).not.toMatch(/acme|web-01|10\.1|fe80|90c1/);
});

test("a name that is a value of the same call is replaced", () => {
  const recording = record(
    exampleExchange("countBackups", { response: json({ count: 1, alice: { owner: "Alice" } }) }),
  );
  expect(JSON.stringify(recording)).not.toMatch(/alice/i);
});

test("the text of a known error code is that of the catalogue, bodies that are not JSON are left out", () => {
  const error = { error_code: "CSBS.3001", error_msg: "Checkpoint_item (secret-id) is not found." };
  const html = { contentType: "text/html", encoding: undefined, body: Buffer.from("<p>secret-id</p>") };
  const recording = record(
    exampleExchange("getBackup", { status: 404, response: json(error) }),
    exampleExchange("getBackup", { status: 502, response: html }),
  );
  expect(JSON.stringify(recording)).not.toContain("secret-id");
  expect(recording.exchanges.map(({ response }) => response.contentType)).toEqual([
    "application/json",
    "text/html",
  ]);
});

test("what the proxy recorded is served to the same calls, in order", async () => {
  const mock = await startMock({ scenario: "everyday" });
  onTestFinished(() => mock.stop());
  const recorder = new Recorder(document);
  const proxy = await proxyOf(mock.url, { record: (exchange) => recorder.add(exchange) });
  const recorded = testClient({ endpoint: proxy.url });
  const counts = [await recorded.countBackups(), await recorded.countBackups({ status: "error" })];
  const { checkpoint_items: items } = await recorded.listBackups();
  await recorded.getBackup({ checkpoint_item_id: items[0]?.id ?? "" });
  await expect.poll(() => recorder.recording().exchanges.length).toBe(4);
  const recording = recorder.recording();
  expect(JSON.stringify(recording)).not.toMatch(
    new RegExp(`${secret}|${projectId}|${items[0]?.id}|${items[0]?.name}`),
  );
  const csbs = await replay(recording);
  expect([await csbs.countBackups(), await csbs.countBackups({ status: "error" })]).toEqual(counts);
  const { checkpoint_items: replayed } = await csbs.listBackups();
  expect(replayed.map(({ status }) => status)).toEqual(items.map(({ status }) => status));
  const { checkpoint_item: one } = await csbs.getBackup({ checkpoint_item_id: replayed[0]?.id ?? "" });
  expect(one).toMatchObject({ id: replayed[0]?.id, name: replayed[0]?.name });
});

test("several responses to one call follow one another, and the last one stays", async () => {
  const counts = [1, 2, 3];
  const csbs = await replay(
    record(...counts.map((count) => exampleExchange("countBackups", { response: json({ count }) }))),
  );
  const served: number[] = [];
  for (let call = 0; call < 4; call++) served.push((await csbs.countBackups({ name: "other query" })).count);
  expect(served).toEqual([1, 2, 3, 3]);
});

test("a call that was not recorded gets 404 with the reason", async () => {
  const csbs = await replay(record(exampleExchange("countBackups")));
  await expect(csbs.getBackup({ checkpoint_item_id: "any" })).rejects.toThrow(
    "the recording has no response to getBackup with this path",
  );
});

test.each([
  ["{", "it is not valid JSON"],
  ["{}", "is not a recording"],
  ['{"exchanges":[{}]}', "exchange 0 of the recording"],
])("a file with %s is refused", async (text, message) => {
  const file = join(mkdtempSync(join(tmpdir(), "csbs-replay-")), "recording.json");
  writeFileSync(file, text);
  await expect(startMock({ replay: file })).rejects.toThrow(message);
  await expect(startMock({ replay: `${file}.missing` })).rejects.toThrow("ENOENT");
});

test("nameOf never shows what is private", () => {
  expect(inspector.nameOf({ method: "GET", target: `/v1/${projectId}/servers/web-01` })).toBe(
    "GET /v1/*/*/*",
  );
});
