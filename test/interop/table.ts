import { join } from "node:path";
import { stringify } from "yaml";
import { root } from "../support/process.ts";
import type { Client } from "./clients.ts";

/** One row of the table that the documentation shows of the clients. */
export interface Row {
  language: string;
  generator: string;
  version: string;
  input: string;
  compiles: boolean | "not tried";
  runs: boolean | "not tried";
  remarks: string;
}

export const tableFile = join(root, "docs/guides/tables/interop.yaml");

/** What was seen of a client. What its description has no step for was not tried. */
export function rowOf(client: Client, version: string, done: { compiles: boolean; runs: boolean }): Row {
  return {
    language: client.language,
    generator: client.generator,
    version: /\d+\.\d+(\.\d+)+/.exec(version)?.[0] ?? "unknown",
    input: client.input === "openapi.yaml" ? "3.1" : "3.0",
    compiles: client.compile === undefined ? "not tried" : done.compiles,
    runs: client.run === undefined ? "not tried" : done.runs,
    remarks: client.remarks.trim(),
  };
}

const heading =
  "# Written by `npm run test:interop -- -u` from what happened. Remarks are in test/interop/*/client.yaml.\n";

export function tableText(rows: Row[]): string {
  return heading + stringify(rows, { lineWidth: 110 });
}
