import { expect, onTestFinished, test } from "vitest";
import { type CsbsClient, CsbsError } from "../../src/index.ts";
import { startMock } from "../../src/mock.ts";
import type { JsonObject } from "../../src/spec/document.ts";
import { testClient } from "../support/client.ts";
import { operations } from "../support/spec.ts";
import { exampleExchange, proxyOf } from "./support.ts";

const exchanges = 10_000;

type Call = (csbs: CsbsClient) => Promise<unknown>;

/** Every operation by its examples, which the state knows or refuses, and life cycles of its own resources. */
const calls: Call[] = [
  ...operations.map(({ operation: { operationId }, parameters }): Call => {
    const { request } = exampleExchange(operationId);
    // The state grows, and a list of all of it would become too large to inspect.
    const examples = parameters.filter(({ required, name }) => required === true || name === "limit");
    const values = Object.fromEntries(
      examples.map(({ name, example, schema }) => [name, example ?? schema.const]),
    );
    const body = String(request.body) === "" ? {} : { body: JSON.parse(String(request.body)) as JsonObject };
    return (csbs) =>
      (csbs as unknown as Record<string, (options: object) => Promise<unknown>>)[operationId]?.({
        ...values,
        ...body,
      }) ?? Promise.reject(new Error(operationId));
  }),
  async (csbs) => {
    const { checkpoint_items: items } = await csbs.listBackups({ limit: 3 });
    const [first] = items;
    if (first === undefined) return;
    await csbs.getBackup({ checkpoint_item_id: first.id });
    await csbs.addBackupTag({
      resource_id: first.id,
      body: { tag: { key: "department", value: "accounting" } },
    });
    await csbs.listBackupTags({ resource_id: first.id });
  },
  async (csbs) => {
    const { policy } = await csbs.createPolicy({
      body: JSON.parse(String(exampleExchange("createPolicy").request.body)),
    });
    await csbs.getPolicy({ policy_id: policy.id });
    await csbs.updatePolicy({ policy_id: policy.id, body: { policy: { name: "renamed" } } });
    await csbs.deletePolicy({ policy_id: policy.id });
  },
  (csbs) => csbs.countBackups({ status: "error", all_tenants: true, start_time: "2026-11-17T04:20:37" }),
];

test(`${exchanges} exchanges with the stateful mock have no deviation`, { timeout: 180_000 }, async () => {
  const mock = await startMock({ scenario: "everyday" });
  onTestFinished(() => mock.stop());
  const proxy = await proxyOf(mock.url);
  const csbs = testClient({ endpoint: proxy.url });
  while (proxy.report().calls.total < exchanges) {
    await Promise.all(
      calls.map((call) =>
        call(csbs).catch((error) => {
          if (!(error instanceof CsbsError)) throw error;
        }),
      ),
    );
    mock.advance(60);
  }
  const { calls: counts, operations: seen, deviations } = proxy.report();
  expect(deviations).toEqual([]);
  expect(counts.inspected).toBe(counts.total);
  expect(Object.keys(seen)).toHaveLength(operations.length);
});
