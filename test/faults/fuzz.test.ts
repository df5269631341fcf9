import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { play, runtimes } from "./run.ts";
import { startFaults } from "./server.ts";

/** How many random responses each runtime gets: 10,000 where the client is developed, fewer elsewhere. */
const total = Number(process.env.CSBS_FAULTS_CASES || "10000");
const seed = Number(process.env.CSBS_FUZZ_SEED || "1");

const errors = /^Csbs(Api|Connection|Response|Timeout|Pagination)Error( \d+)?$/;
/** Of methods, callers by path and lists. */
const values = /^(value|another count|error \d+|\d+ items)$/;
/** By path, openapi-fetch parses the body, and throws what JSON.parse throws. */
const byPath = /^\d+: count, by path: foreign SyntaxError/;

let server: Awaited<ReturnType<typeof startFaults>>;
beforeAll(async () => {
  server = await startFaults({}, seed);
});
afterAll(() => server.stop());

test.each(runtimes)(
  "any response ends in a value or a CsbsError, in time, on $name",
  async ({ name, command }) => {
    const share = name === "Node 24" ? total : Math.ceil(total / 10);
    const input = { url: `${server.url}/${name.replace(" ", "-")}`, fuzz: { total: share, concurrency: 24 } };
    const outcomes = await play<Record<string, number>>(command, inject("runner"), input, 240_000);
    expect(
      Object.keys(outcomes).filter(
        (outcome) => ![errors, values, byPath].some((known) => known.test(outcome)),
      ),
    ).toEqual([]);
    expect(Object.values(outcomes).reduce((sum, number) => sum + number, 0)).toBe(share);
    // Not all may fail with the same error: that would be the fault of the server.
    expect(Object.keys(outcomes).length).toBeGreaterThan(5);
  },
);
