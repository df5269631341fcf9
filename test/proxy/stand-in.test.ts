import { expect, test } from "vitest";
import type { ReportedFinding } from "../../src/proxy/report.ts";
import { startServer } from "../support/server.ts";
import { document } from "../support/spec.ts";
import { documented, invented } from "./deviations.ts";
import { exampleExchange, proxyOf } from "./support.ts";

const deviations = [...documented, ...invented];

/** A service that deviates in the way that a header names. */
function startStandIn(): Promise<string> {
  return startServer((incoming, outgoing) => {
    const { status, contentType, response, operation } =
      deviations[Number(incoming.headers["x-deviation"])] ?? {};
    incoming.resume();
    outgoing.writeHead(
      status ?? exampleExchange(operation ?? "").status,
      response === undefined ? {} : { "content-type": contentType ?? "application/json" },
    );
    outgoing.end(response === undefined ? "" : JSON.stringify(response));
  });
}

function lineOf({ operation, in: place, pointer, received, rows }: ReportedFinding): string {
  return `${operation} ${place} ${pointer} ${received} [${rows.join(", ")}]`;
}

test("each documented and each invented deviation of a service is reported once, and nothing else", async () => {
  const proxy = await proxyOf(await startStandIn());
  for (const [index, { operation, query, request }] of deviations.entries()) {
    const example = exampleExchange(operation);
    const [path = ""] = query === undefined ? [example.target] : example.target.split("?");
    const sent = request === undefined ? String(example.request.body ?? "") : JSON.stringify(request);
    const body = sent === "" ? {} : { body: sent };
    const target = query === undefined ? path : `${path}?${query}`;
    const headers = {
      "x-deviation": String(index),
      ...("body" in body && { "content-type": "application/json" }),
    };
    await (await fetch(proxy.url + target, { method: example.method, headers, ...body })).arrayBuffer();
  }
  await expect
    .poll(() => proxy.report().calls)
    .toMatchObject({ total: deviations.length, inspected: deviations.length });
  const report = proxy.report();
  const found = [...report.deviations, ...report.differences];
  const expected = deviations.map(({ operation, finding, row = "" }) => `${operation} ${finding} [${row}]`);
  expect(found.map(lineOf).sort()).toEqual(expected.sort());
  expect(found.filter(({ count }) => count !== 1)).toEqual([]);
  expect(report.deviations.filter(({ rows }) => rows.length === 0)).toHaveLength(invented.length);
});

test("the stand-in has every row that traffic can show", () => {
  const rows = Object.entries(document["x-csbs-evidence"]).filter(([, evidence]) => evidence !== "none");
  const covered = new Set(documented.flatMap(({ row = "" }) => row.split(", ")));
  expect([...covered].sort()).toEqual(rows.map(([row]) => row).sort());
  expect(invented.length).toBeGreaterThanOrEqual(10);
});
