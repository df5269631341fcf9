import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { root } from "../support/process.ts";
import { type DescriptionFile, descriptionFiles } from "./description-files.ts";

type Result = boolean | "not tried";

/** One row of a table of the guide docs/guides/tools.md. */
interface Row {
  tool: string;
  version: string;
  checked: string;
  "3.1": Result;
  "3.0": Result;
  remarks: string;
}

export interface Tool {
  tool: string;
  version: string;
  /** What the tests do with it, for the table. */
  checked: string;
  /** Without, both. Others were not tried. */
  files?: readonly DescriptionFile[];
  /** For the table. Says why where a file has a fault. */
  remarks?: string;
  /** Files that the tool fails on through its own fault; the tests assert the exact failure. */
  faults?: readonly DescriptionFile[];
}

export interface ToolTable {
  /** Defines the tests of a tool for each file that it supports, and its row. */
  describeTool(tool: Tool, define: (file: DescriptionFile) => void): void;
  /** Defines the test that compares the rows with the table; last in the file. */
  expectTable(): void;
}

const heading =
  "# Written by `npm run test:tools -- -u` from what happened. Remarks are in test/tools/*.test.ts.\n";

/** The table docs/guides/tables/tools-`name`.yaml. `npm run test:tools -- -u` writes it. */
export function createToolTable(name: string): ToolTable {
  const rows: Row[] = [];
  return {
    describeTool(tool, define) {
      const { files = descriptionFiles, faults = [] } = tool;
      const results = new Map<DescriptionFile, Result>();
      describe(tool.tool, () => {
        describe.each(files)("%s", (file) => {
          results.set(file, !faults.includes(file));
          beforeEach(({ onTestFailed }) => {
            onTestFailed(() => {
              results.set(file, false);
            });
          });
          define(file);
        });
        afterAll(() => {
          rows.push(rowOf(tool, results));
        });
      });
    },
    expectTable() {
      test("the table in the guide says what happened", async () => {
        const file = join(root, `docs/guides/tables/tools-${name}.yaml`);
        await expect(heading + stringify(rows, { lineWidth: 100 })).toMatchFileSnapshot(file);
      });
    },
  };
}

function rowOf({ tool, version, checked, remarks = "" }: Tool, results: Map<DescriptionFile, Result>): Row {
  return {
    tool,
    version,
    checked,
    "3.1": results.get("openapi.yaml") ?? "not tried",
    "3.0": results.get("openapi-3.0.json") ?? "not tried",
    remarks,
  };
}

/**
 * Expects findings that are faults of the tool itself, and no others. Each pattern must match one, so that it is
 * noticed when the tool is fixed.
 */
export function expectFindings(findings: readonly string[], own: readonly RegExp[] = []): void {
  const others = findings.filter((text) => !own.some((pattern) => pattern.test(text)));
  const first = others.slice(0, 30).map((text) => text.slice(0, 500));
  expect(first, `${others.length} findings`).toEqual([]);
  const gone = own.filter((pattern) => !findings.some((text) => pattern.test(text)));
  expect(gone, "faults of the tool that are gone").toEqual([]);
}

/** The exact version of an npm package, from the package.json that pins it. */
export function npmVersion(name: string): string {
  return pinned("test/tools/package.json", name) ?? pinned("package.json", name) ?? fail(name);
}

function pinned(file: string, name: string): string | undefined {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, file), "utf8"));
  return (dependencies[name] ?? devDependencies[name]) as string | undefined;
}

/** The version that a line such as `fastmcp==4.2.3` of a file in this folder pins. */
export function pinnedVersion(file: string, before: string): string {
  const text = readFileSync(join(import.meta.dirname, file), "utf8");
  const start = text.indexOf(before);
  return /^v?([\d.]*\d)/.exec(text.slice(start + before.length))?.[1] ?? fail(before);
}

function fail(name: string): never {
  throw new Error(`test/tools pins no version of ${name}`);
}
