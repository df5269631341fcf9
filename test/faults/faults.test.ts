import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { root } from "../support/process.ts";
import { plays } from "./fault-runners.ts";
import { type Ending, play, runtimes } from "./run.ts";
import { startFaults } from "./server.ts";

/** One promise: what comes of a call while the server does something. */
interface Row {
  part: string;
  name: string;
  server: string;
  call: string;
  outcome: string;
}

const rows = parse(readFileSync(join(root, "docs/guides/tables/wire-faults.yaml"), "utf8")) as Row[];

/** Milliseconds of an attempt: short where nothing else ends it, long where a busy machine must not. */
const timeoutOf = ({ outcome, name }: Row) =>
  /Timeout/.test(outcome) ||
  /^(error|encoding-error)-/.test(name) ||
  name.endsWith("-then-token") ||
  name === "wait-through-gzip"
    ? 500
    : 10_000;

/** Longer than any call may take, on a busy machine: its attempts, and the waits in between. */
const longest = 15_000;

let server: Awaited<ReturnType<typeof startFaults>>;
beforeAll(async () => {
  server = await startFaults(plays, 0);
});
afterAll(() => server.stop());

test("every fault has a promise, and every promise a fault", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(plays).sort());
  expect(rows.length).toBeGreaterThanOrEqual(80);
});

describe.each(runtimes)("$name", ({ name: runtime, command }) => {
  const run = runtime.replace(" ", "-");
  let running: Promise<Ending[]> | undefined;
  const endings = () => {
    const cases = rows.map((row) => ({ name: row.name, call: row.call, timeout: timeoutOf(row) }));
    running ??= play(command, inject("runner"), { url: `${server.url}/${run}`, cases }, 150_000);
    return running;
  };

  test.each(rows)(`${runtime}: $name`, async ({ name, outcome, call }) => {
    const ending = (await endings()).find((one) => one.name === name);
    expect(outcome.split(" or ")).toContain(ending?.outcome);
    expect(ending?.leaks ?? false).toBe(false);
    expect(ending?.milliseconds).toBeLessThan(longest);
    const arrived = server.arrivedAt(run, name);
    expect(arrived?.followed).toBe(false);
    if (call === "create") expect(arrived?.requests).toBe(ending?.outcome === "value" ? 2 : 1);
  });
});
