import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { CsbsConfigError, parseTime } from "../../src/index.ts";
import { json, rejection, stubbedClient } from "../support/client.ts";

describe("parseTime()", () => {
  const times = [
    ["2017-04-15T04:25:38", "2017-04-15T04:25:38.000Z"],
    ["2017-04-15T04:20:37.277880", "2017-04-15T04:20:37.277Z"],
    ["2017-04-15T04:20:37.58", "2017-04-15T04:20:37.580Z"],
    ["2017-03-07 09:31:08", "2017-03-07T09:31:08.000Z"],
    ["2018-6-14T11:14:48.946000", "2018-06-14T11:14:48.946Z"],
    ["2017-04-15T04:25:38Z", "2017-04-15T04:25:38.000Z"],
    ["2017-04-15T04:25:38.5+02:00", "2017-04-15T02:25:38.500Z"],
    ["2017-01-01T00:30:00+01:00", "2016-12-31T23:30:00.000Z"],
    ["2016-02-29T00:00:00", "2016-02-29T00:00:00.000Z"],
  ] as const;
  test.each(times)("%s is %s, whatever the zone of the machine", (text, iso) => {
    const { TZ } = process.env;
    try {
      for (const zone of ["UTC", "America/New_York", "Asia/Kolkata"]) {
        process.env.TZ = zone;
        expect(parseTime(text).toISOString()).toBe(iso);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  test("what is not there stays so", () => {
    expect([parseTime(undefined), parseTime(null)]).toEqual([undefined, undefined]);
  });

  test.each(wrong())("%s is refused", (text) => {
    expect(() => parseTime(text)).toThrow(CsbsConfigError);
    expect(() => parseTime(text)).toThrow(/must be a Date, or a time such as 2026-11-24T08:00:00 \(UTC\)/);
  });
});

describe("a filter of time", () => {
  const filters: [given: string | Date, sent: string][] = [
    ["2026-11-24T08:00:00", "2026-11-24T08:00:00"],
    ["2026-11-24T08:00:00.000001", "2026-11-24T08:00:00.000001"],
    ["2026-11-24T08:00:00.100", "2026-11-24T08:00:00.100"],
    ["2026-11-24T08:00:00.000000", "2026-11-24T08:00:00"],
    ["2026-11-24T08:00:00Z", "2026-11-24T08:00:00"],
    ["2026-11-24T08:00:00.123456+01:00", "2026-11-24T07:00:00.123456"],
    ["2026-03-01T00:15:00+05:30", "2026-02-28T18:45:00"],
    [new Date("2026-11-24T08:00:00+01:00"), "2026-11-24T07:00:00"],
    [new Date(1), "1970-01-01T00:00:00.001"],
  ];
  test.each(filters)("%s is sent as %s", async (given, sent) => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1, checkpoint_items: [] }));
    await csbs.countBackups({ start_time: given });
    await csbs.listBackups({ end_time: given });
    const [count, list] = requests.map(({ url }) => new URL(url).searchParams);
    expect([count?.get("start_time"), list?.get("end_time")]).toEqual([sent, sent]);
  });

  test("a Date of another realm is taken", async () => {
    const foreign = runInNewContext("new Date(0)") as Date;
    expect(foreign).not.toBeInstanceOf(Date);
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    await csbs.countBackups({ start_time: foreign });
    expect(new URL(requests[0]?.url ?? "").searchParams.get("start_time")).toBe("1970-01-01T00:00:00");
  });

  const values: [title: string, value: unknown][] = [
    ...[...wrong(), "2017-03-07 09:31:08", "2026-11-24T08:00+01:00", "0000-01-01T00:00:00+01:00"].map(
      (text): [string, unknown] => [JSON.stringify(text), text],
    ),
    ["an invalid Date", new Date("x")],
    ["a Date beyond the year 9999", new Date(1e15)],
    ["null", null],
    ["an object", {}],
    ["a number", 0],
    ["an empty list", []],
    ["a list", ["2026-11-24T08:00:00"]],
    ["true", true],
  ];
  test.each(values)("%s is refused before anything is sent", async (_, given) => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    const error = (await rejection(csbs.countBackups({ start_time: given as string }))) as Error;
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error.message).toBe(
      "countBackups: start_time must be a Date, or a time such as 2026-11-24T08:00:00 (UTC) or 2026-11-24T08:00:00.123456+01:00",
    );
    expect(requests).toHaveLength(0);
  });
});

function wrong(): string[] {
  return [
    "",
    "2026-11-24",
    "2026-11-24T08:00",
    "2026-11-24T",
    "24.11.2026 08:00:00",
    "2026-02-30T08:00:00",
    "2025-02-29T08:00:00",
    "2026-13-01T08:00:00",
    "2026-00-01T08:00:00",
    "2026-11-24T24:00:00",
    "2026-11-24T08:60:00",
    "2026-11-24T08:00:60",
    "2026-11-24T08:00:00+25:00",
    "2026-11-24T08:00:00 CET",
    "2026-11-24T08:00:00.1234567",
    "2026-11-24T08:00:00\n",
    "yesterday",
    "1764000000",
  ];
}
