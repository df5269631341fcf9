import { describe, test } from "vitest";
import { evaluate, lineThrough } from "../../scripts/soak/result.ts";

/** What a run with so many bytes a call would have measured, with noise of 100 kB. */
function findings(bytes: number, left: string[] = []) {
  const samples = Array.from({ length: 40 }, (_, nth) => ({
    calls: nth * 1000,
    heap: 16e6 + bytes * nth * 1000 + (nth % 2) * 1e5,
  }));
  const throughputs = [{ client: 900, fetch: 1000 }];
  return { samples, throughputs, counts: { calls: 40_000, failed: 9 }, left, versions: { node: "24" } };
}

describe("the result of a soak", () => {
  test("finds the slope of a line", ({ expect }) => {
    const samples = [1, 2, 3, 4].map((calls) => ({ calls, heap: 7 * calls + 1 }));
    expect(lineThrough(samples)).toEqual({ slope: 7, error: 0 });
  });

  const cases: [title: string, bytes: number, left: string[], passed: boolean, line: RegExp][] = [
    ["passes what is flat", 0, [], true, /flat/],
    ["fails an object kept at each call", 56, [], false, /slope .*GROWS/],
    ["fails a handle that is left", 0, ["active Timeout"], false, /left +active Timeout/],
  ];
  for (const [title, bytes, left, passed, line] of cases) {
    test(title, ({ expect }) => {
      const result = evaluate(findings(bytes, left));
      expect([result.passed, result.lines.join("\n")]).toEqual([passed, expect.stringMatching(line)]);
    });
  }

  test("says how fast the client was beside fetch", ({ expect }) => {
    expect(evaluate(findings(0)).lines.join("\n")).toContain("900 calls/s, bare fetch 1000/s, ratio 0.90");
  });
});
