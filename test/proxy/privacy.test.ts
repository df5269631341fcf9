import { expect, test } from "vitest";
import { Recorder } from "../../src/proxy/recorder.ts";
import { ReportCollector } from "../../src/proxy/report.ts";
import { document } from "../support/spec.ts";
import { exampleExchange, inspect, json } from "./support.ts";

test.each([
  ["retention_lock", true],
  ["createdBy", true],
  ["HTTPStatus", true],
  ["sha256", true],
  ["__region", true],
  ["web-prod-01", false],
  ["10.0.0.1", false],
  ["90c1d5fa-1b9f-4aeb-b2f4-81c806e98190", false],
  ["b942cc8342734d15bcb246babb1953cf", false],
  ["deadbeefdeadbeef", false],
  ["gAAAAABlQxYZkLmNoPqRsTuVwXyZ", false],
  ["admin@example.com", false],
  ["5", false],
  ["", false],
  ["MTAuNzcuODguOTk", false],
  ["toString", true],
  ["__proto__", false],
  ["müller", false],
])("an unknown field %j is named: %s", (name, isNamed) => {
  const body = Buffer.from(`{"count":1,${JSON.stringify(name)}:2}`);
  const [entry] = inspect("countBackups", { response: { ...json({}), body } }).entries;
  expect(entry?.pointer).toBe(isNamed ? `/${name}` : "/*");
});

test("a name that is a value elsewhere in the exchange is not shown", () => {
  const [entry] = inspect("countBackups", {
    response: json({ count: 1, alice: { owner: "Alice" } }),
  }).entries;
  expect(entry).toMatchObject({ pointer: "/*", kind: "undescribed" });
});

test.each(["tokenAsName", "Bearer tokenAsName", "session=tokenAsName; other=1"])(
  "a name that is in the credential %j is not shown",
  (credential) => {
    const exchange = { response: json({ count: 1, tokenasname: 2 }), credentials: [credential] };
    expect(inspect("countBackups", exchange).entries[0]?.pointer).toBe("/*");
    const recorder = new Recorder(document);
    recorder.add(exampleExchange("countBackups", exchange));
    expect(JSON.stringify(recorder.recording())).not.toContain("tokenasname");
  },
);

test("equal findings are one with a count; values are kept on request only", () => {
  const reports = [false, true].map((withValues) => {
    const collector = new ReportCollector("1.2.3", withValues);
    for (const count of ["one", "two", "two", "secret-token"]) {
      collector.add(inspect("countBackups", { response: json({ count }) }), (text) =>
        text.replace("secret-token", "[redacted]"),
      );
    }
    collector.skip("cut");
    return collector.report();
  });
  expect(reports[0]).toMatchObject({
    csbsApi: "1.2.3",
    calls: { total: 5, inspected: 4, cut: 1, tooLarge: 0 },
    operations: { countBackups: 4 },
    deviations: [
      { operation: "countBackups", in: "response", pointer: "/count", received: "string", count: 4 },
    ],
    differences: [],
  });
  expect(JSON.stringify(reports[0])).not.toMatch(/one"|two|secret/);
  expect(reports[1]?.deviations[0]?.values).toEqual(['"one"', '"two"', '"[redacted]"']);
});

test("different findings are bounded", () => {
  const collector = new ReportCollector("1.2.3");
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const fields = [...letters].flatMap((one) =>
    [...letters].flatMap((two) => [...letters.slice(0, 5)].map((three) => one + two + three)),
  );
  const body = Object.fromEntries(fields.map((name) => [`x_${name}`, 1]));
  collector.add(inspect("countBackups", { response: json({ count: 1, ...body }) }), (text) => text);
  const { deviations, leftOut } = collector.report();
  expect([deviations.length, leftOut]).toEqual([2000, fields.length - 2000]);
});
