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
    expect(() => parseTime(text)).toThrow(/needs a time such as 2026-11-24T08:00:00 in UTC/);
  });
});

describe("a filter of time", () => {
  const filters: [given: string | Date, sent: string][] = [
    ["2026-11-24T08:00:00", "2026-11-24T08:00:00"],
    ["2026-11-24T08:00:00.000001", "2026-11-24T08:00:00.000001"],
    ["2026-11-24T08:00:00.100", "2026-11-24T08:00:00.100"],
    ["2026-11-24T08:00:00Z", "2026-11-24T08:00:00"],
    ["2026-11-24T08:00:00.123456+01:00", "2026-11-24T07:00:00.123456"],
    ["2026-11-24T08:00+01:00", "2026-11-24T07:00:00"],
    ["2026-03-01T00:15:00+05:30", "2026-02-28T18:45:00"],
    ["2017-03-07 09:31:08", "2017-03-07T09:31:08"],
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

  const values = [
    ...wrong(),
    "0000-01-01T00:00:00+01:00",
    new Date("x"),
    new Date(1e15),
    null,
    {},
    0,
    [],
    true,
  ];
  test.each(values)("%s is refused before anything is sent", async (given) => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    const error = (await rejection(csbs.countBackups({ start_time: given as string }))) as Error;
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error.message).toBe(
      "countBackups: start_time must be a valid Date, or a time such as 2026-11-24T08:00:00 in UTC, with up to six digits of a fraction, or 2026-11-24T08:00:00+01:00",
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
