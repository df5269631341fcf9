import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ReportCollector } from "../../src/proxy/report.ts";
import { root, runScript } from "../support/process.ts";
import { inspect, json, responseExample } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "csbs-differences-"));

async function differences(report: unknown) {
  const file = join(folder, "report.json");
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  return runScript("scripts/differences.ts", [file]);
}

describe("npm run differences", () => {
  const collector = new ReportCollector("1.2.3");
  const value = responseExample<{ checkpoint_item: { extend_info: object } }>("getBackup");
  Object.assign(value.checkpoint_item.extend_info, { lock_mode: "strict", size: "7", average_speed: 28.1 });
  const changes = [
    ["getBackup", { response: json(value) }],
    ["createRestore", { response: json({ restore: { status: "success" } }) }],
    ["countBackups", { status: 206 }],
    ["getQuotas", { response: json({ quotas: { resources: [{ type: "restores", quota: 1, used: 0 }] } }) }],
  ] as const;
  for (const [operation, change] of changes) collector.add(inspect(operation, change), (text) => text);

  test("lists the confirmed rows, and proposes rows and changes of schemas as a diff that applies", async () => {
    const { code, stdout, stderr } = await differences(collector.report());
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      "  average-speed: getBackup response /checkpoint_item/extend_info/average_speed number, 1x\n",
    );
    expect(stdout).toMatch(/^known rows that the report confirms: \d+\n/);
    expect(stdout).toContain("proposed rows: 5\n");
    const added = stdout.split("\n").filter((line) => /^\+ /.test(line));
    expect(added).toEqual(
      expect.arrayContaining([
        "+    lock_mode:",
        "+      type: [integer, string]",
        "+  required: [status]",
        "+  x-csbs-differences: [count-backups-status-206, count-undocumented-query]",
        "+      x-csbs-differences: [resources-type]",
      ]),
    );
    expect(stdout).toMatch(/^\+lock-mode|^\+extend-info-lock-mode: \{\}$/m);
    expect(stdout).toMatch(
      /^\+\| extend-info-size +\| `size` of getBackup +\| described: integer, format int64 .*\| report, \d{4}-\d\d-\d\d/m,
    );
    execFileSync("git", ["apply", "--check", "-"], { cwd: root, input: stdout });
  });

  test("proposes nothing for an empty report", async () => {
    const { stdout } = await differences(new ReportCollector("1.2.3").report());
    expect(stdout).toBe("known rows that the report confirms: 0\nproposed rows: 0\n\n\n");
  });

  test.each([
    ["other JSON", {}],
    [
      "a pointer that is YAML",
      {
        ...collector.report(),
        differences: [],
        deviations: [{ ...collector.report().deviations[0], pointer: "/a:\n  b" }],
      },
    ],
  ])("refuses %s", async (_, report) => {
    const { code, stderr } = await differences(report);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining("is not a report; csbs proxy --report writes one"),
    ]);
  });
});
