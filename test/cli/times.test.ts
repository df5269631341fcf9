import { beforeEach, describe, expect, inject, test } from "vitest";
import { type Edge, readTime, timeSent } from "../../src/cli/options/times.ts";
import { startRecorder } from "../support/server.ts";
import { clearVariables, connection, csbs } from "./support.ts";

beforeEach(clearVariables);

/** A Thursday. */
const now = Date.parse("2026-11-26T17:30:15.400Z");

function sent(text: string, edge: Edge = "start", timeZone = "UTC", at = now): string {
  return timeSent(readTime(text), { edge, timeZone, now: at });
}

describe("a time as people write it", () => {
  const cases: [typed: string, start: string, end?: string][] = [
    ["now", "2026-11-26T17:30:15"],
    ["7d", "2026-11-19T17:30:15"],
    ["-7d", "2026-11-19T17:30:15"],
    ["12h", "2026-11-26T05:30:15"],
    ["30m", "2026-11-26T17:00:15"],
    ["2w", "2026-11-12T17:30:15"],
    ["0d", "2026-11-26T17:30:15"],
    ["today", "2026-11-26T00:00:00", "2026-11-26T23:59:59"],
    ["yesterday", "2026-11-25T00:00:00", "2026-11-25T23:59:59"],
    ["Yesterday", "2026-11-25T00:00:00", "2026-11-25T23:59:59"],
    ["monday", "2026-11-23T00:00:00", "2026-11-23T23:59:59"],
    ["wednesday", "2026-11-25T00:00:00", "2026-11-25T23:59:59"],
    ["thursday", "2026-11-19T00:00:00", "2026-11-19T23:59:59"],
    ["friday", "2026-11-20T00:00:00", "2026-11-20T23:59:59"],
    ["sunday", "2026-11-22T00:00:00", "2026-11-22T23:59:59"],
    ["2026-11-17", "2026-11-17T00:00:00", "2026-11-17T23:59:59"],
    ["2024-02-29", "2024-02-29T00:00:00", "2024-02-29T23:59:59"],
    ["2026-11-17 08:00", "2026-11-17T08:00:00"],
    ["2026-11-17T08:00", "2026-11-17T08:00:00"],
    ["2026-11-17 08:00:30", "2026-11-17T08:00:30"],
    ["2026-11-17T08:00:00.5", "2026-11-17T08:00:00.5"],
    ["2026-11-17T08:00:00Z", "2026-11-17T08:00:00"],
    ["2026-11-17t08:00:00.25z", "2026-11-17T08:00:00.25"],
    ["2026-11-17T08:00:00+01:00", "2026-11-17T07:00:00"],
    ["2026-11-17 08:00-0530", "2026-11-17T13:30:00"],
    ["2026-11-17T00:30:00.123456+01:00", "2026-11-16T23:30:00.123456"],
  ];
  for (const [typed, start, end = start] of cases) {
    test(`${typed} is ${start}`, () => {
      expect([sent(typed), sent(typed, "end")]).toEqual([start, end]);
    });
  }

  const wrong = [
    ...["", "soon", "7", "7y", "d", "+7d", "1.5h", "2026/11/24", "24 Nov 2026", "2026-11-24T08", "tomorrow"],
    ...["2026-02-30", "2026-02-29T10:00:00Z", "2026-13-01", "2026-11-24T24:00:00", "2026-11-24 08:60"],
    ...["2026-11-24T08:00:00+25:00", "2026-11-24T08:00:00+01:75", "2026-11-24T08:00:00.", "999999d"],
  ];
  for (const text of wrong) {
    test(`${JSON.stringify(text)} is none`, () => {
      expect(() => readTime(text)).toThrow(
        /^it must be a time such as |^it must be a day and a time that exist/,
      );
    });
  }
});

describe("a time in a zone", () => {
  const zone = "Europe/Berlin";

  test("without a zone of its own is in that of --timezone", () => {
    expect(sent("2026-11-17 08:00", "start", zone)).toBe("2026-11-17T07:00:00");
    expect(sent("2026-07-17 08:00:00.5", "start", zone)).toBe("2026-07-17T06:00:00.5");
    expect(sent("2026-11-17", "end", zone)).toBe("2026-11-17T22:59:59");
    expect(sent("2026-11-17 08:00", "start", "Asia/Kolkata")).toBe("2026-11-17T02:30:00");
  });

  test("with a zone of its own keeps it", () => {
    expect(sent("2026-11-17T08:00:00Z", "start", zone)).toBe("2026-11-17T08:00:00");
    expect(sent("12h", "start", zone)).toBe("2026-11-26T05:30:15");
  });

  test("has the days of the zone", () => {
    const late = Date.parse("2026-11-26T23:30:00Z");
    expect(sent("today", "start", zone, late)).toBe("2026-11-26T23:00:00");
    expect(sent("yesterday", "end", zone, late)).toBe("2026-11-26T22:59:59");
    // It is Friday there.
    expect(sent("thursday", "start", zone, late)).toBe("2026-11-25T23:00:00");
    expect(sent("today", "start", "America/Los_Angeles", late)).toBe("2026-11-26T08:00:00");
  });

  test("follows the clocks when they change", () => {
    // 25 October has 25 hours, 29 March 23.
    expect([sent("2026-10-25", "start", zone), sent("2026-10-25", "end", zone)]).toEqual([
      "2026-10-24T22:00:00",
      "2026-10-25T22:59:59",
    ]);
    expect([sent("2026-03-29", "start", zone), sent("2026-03-29", "end", zone)]).toEqual([
      "2026-03-28T23:00:00",
      "2026-03-29T21:59:59",
    ]);
    // Comes twice.
    expect(sent("2026-10-25 02:30", "start", zone)).toBe("2026-10-25T00:30:00");
    expect(sent("2026-10-25 02:30", "end", zone)).toBe("2026-10-25T01:30:00");
    // Never comes.
    expect(sent("2026-03-29 02:30", "start", zone)).toBe("2026-03-29T01:30:00");
  });
});

describe("the options of times", () => {
  async function target(...args: string[]): Promise<URLSearchParams> {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    expect(await csbs(...args, ...connection(url))).toMatchObject({ code: 0, stderr: "" });
    return new URL(requests[0]?.target ?? "", url).searchParams;
  }

  test("a day as end includes the day, and --timezone may come last", async () => {
    const range = ["--start-time", "2026-11-17", "--end-time", "2026-11-17", "--timezone", "Europe/Berlin"];
    for (const command of [["count"], ["api", "list-backups"]]) {
      const sent = await target(...command, ...range);
      expect([sent.get("start_time"), sent.get("end_time")]).toEqual([
        "2026-11-16T23:00:00",
        "2026-11-17T22:59:59",
      ]);
      expect(sent.has("timezone")).toBe(false);
    }
  });

  test("a value may begin with a minus", async () => {
    const sent = await target("count", "--start-time", "-7d", "--end-time=-1h");
    const hours =
      (Date.parse(`${sent.get("end_time")}Z`) - Date.parse(`${sent.get("start_time")}Z`)) / 3_600_000;
    expect(hours).toBe(7 * 24 - 1);
  });

  const refused: [args: string[], message: RegExp][] = [
    [
      ["--start-time", "2026-11-18", "--end-time", "2026-11-17"],
      /^csbs: --end-time 2026-11-17T23:59:59 \(UTC\) is before --start-time 2026-11-18T00:00:00 \(UTC\)/,
    ],
    [["--start-time", "now", "--end-time", "7d"], /is before --start-time/],
    [["--start-time", "soon"], /--start-time is "soon"; it must be a time such as 7d/],
    [
      ["--timezone", "Mars"],
      /--timezone is "Mars"; it must be the IANA name of a time zone, such as Europe\/Berlin\n/,
    ],
  ];
  for (const [args, message] of refused) {
    test(`refuse ${args.join(" ")} before anything is sent`, async () => {
      const { url, requests } = await startRecorder(inject("mockUrl"));
      const { code, stdout, stderr } = await csbs("count", ...args, ...connection(url));
      expect([code, stdout, requests]).toEqual([2, "", []]);
      expect(stderr).toMatch(message);
    });
  }
});
