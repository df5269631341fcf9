import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Io } from "../../src/cli/io.ts";
import { clearVariables, csbsIn } from "./support.ts";

beforeEach(clearVariables);

const list = (args: string[], world: Partial<Io> = {}) => csbsIn(world, "list", ...args, "--mock");
const names = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(/\s{2,}/)[0]);

describe("csbs list backups", () => {
  test("has the columns that matter, with the reason of a failure", async () => {
    const { code, stdout, stderr } = await list(["backups", "--status", "error"], { columns: 100 });
    expect([code, stderr]).toEqual([0, ""]);
    const [head, first] = stripVTControlCharacters(stdout).split("\n");
    expect(head).toMatch(/^name\s+status\s+server\s+size_mb\s+created\s+reason/);
    expect(first).toMatch(/nightly-1 .*error.* batch-1 .* The disk is in error\.$/);
  });

  test("sorts whole lists by a column, in both directions", async () => {
    const ascending = await list(["backups", "--sort", "name"]);
    const descending = await list(["backups", "--sort", "-name"]);
    expect(names(ascending.stdout)).toEqual([...names(ascending.stdout)].sort());
    expect(names(descending.stdout)).toEqual(names(ascending.stdout).reverse());
  });

  test("prints the chosen columns in their order", async () => {
    const { stdout } = await list(["backups", "--columns", "status,id", "--limit", "1"]);
    expect(stdout).toMatch(/^status\s+id\n\w+\s+[0-9a-f-]{36}\n$/);
  });

  test("says when there are more, and --all reads every page", async () => {
    const some = await list(["backups", "--limit", "4"]);
    expect(some.stderr).toBe("csbs: 4 shown, more are available; use --all\n");
    expect(names(some.stdout)).toHaveLength(4);
    const all = await list(["backups", "--limit", "4", "--all"]);
    expect([names(all.stdout).length, all.stderr]).toEqual([10, ""]);
  });

  test("does not say that there are more when the last page is full", async () => {
    const { stdout, stderr } = await list(["backups", "--limit", "10"]);
    expect([names(stdout).length, stderr]).toEqual([10, ""]);
  });

  test("prints JSON, JSON lines, YAML, CSV and IDs of the same backups", async () => {
    const ids = (await list(["backups", "-o", "id"])).stdout.trim().split("\n");
    const idsIn = (items: unknown) => (items as { id: string }[]).map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(idsIn(JSON.parse((await list(["backups", "-o", "json"])).stdout))).toEqual(ids);
    const lines = (await list(["backups", "-o", "jsonl"])).stdout.trim().split("\n");
    expect(idsIn(lines.map((line) => JSON.parse(line)))).toEqual(ids);
    expect(idsIn(parse((await list(["backups", "-o", "yaml"])).stdout))).toEqual(ids);
    const csv = (await list(["backups", "-o", "csv", "--columns", "id,reason"])).stdout.split("\r\n");
    expect(csv.slice(1, -1).map((line) => line.split(",")[0])).toEqual(ids);
  });

  test.each([60, 80, 200])("fits a terminal of %d columns, and names what it leaves out", async (columns) => {
    const { stdout, stderr } = await list(["backups", "-o", "wide"], { columns });
    const lines = stripVTControlCharacters(stdout).split("\n");
    const widths = lines.map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    const [head = ""] = lines;
    const hidden =
      /hidden because the terminal is too narrow: (.*); use --columns/.exec(stderr)?.[1]?.split(", ") ?? [];
    expect((head.match(/[a-z_…]+/g) ?? []).length + hidden.length).toBeGreaterThanOrEqual(11);
  });

  test("says that nothing was found, and keeps stdout empty", async () => {
    const { code, stdout, stderr } = await list(["backups", "--status", "deleting"]);
    expect([code, stdout, stderr]).toEqual([0, "", "csbs: no backups found\n"]);
  });
});

describe("csbs list policies", () => {
  test("has schedule, retention and servers in words", async () => {
    const { stdout } = await list(["policies"]);
    expect(stdout).toMatch(/^name\s+enabled\s+schedule\s+retention\s+servers\n/);
    expect(stdout).toMatch(/thursdays\s+no\s+TH 12:27\s+20 backups\s+db-01\n$/);
  });
});

test.each([
  [["backups", "--columns", "nme"], '--columns: unknown column "nme"; did you mean "name"?'],
  [["backups", "--sort", "-nme"], '--sort: unknown column "nme"; did you mean "name"?'],
  [["backups", "-o", "xml"], '--output is "xml"; expected one of table, wide, json, jsonl, csv, yaml, id'],
  [["server"], 'unknown command "server"'],
])("csbs list %j is refused before anything is sent", async (args, message) => {
  const { code, stdout, stderr } = await list(args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

describe("csbs quota", () => {
  test("shows what is used, and what is free", async () => {
    const { code, stdout, stderr } = await csbsIn({}, "quota", "--mock");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^type\s+used\s+limit\s+free\s+unit\nbackup_capacity\s+\d+\s+none\s+GB\nbackups\s+10\s+600\s+590\n$/,
    );
  });

  test("prints the response as JSON", async () => {
    const { stdout } = await csbsIn({}, "quota", "--mock", "-o", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      quotas: { resources: [{ type: "backup_capacity" }, { type: "backups" }] },
    });
  });
});
