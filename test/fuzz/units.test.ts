import fc from "fast-check";
import { describe, expect } from "vitest";
import { CsbsConfigError, createCsbsClient, keystonePassword, token } from "../../src/index.ts";
import { wireTime } from "../../src/times.ts";
import { Deadline } from "../../src/transport/deadline.ts";
import { retryAfterOf } from "../../src/transport/headers.ts";
import { projectId } from "../support/client.ts";
import { takes } from "./calls.ts";
import { holds } from "./property.ts";
import { hostileTexts } from "./texts.ts";

const anyText = fc.oneof(
  hostileTexts,
  fc.string(),
  fc.constantFrom("1e3", "-1", "0x10", "Infinity", "foo 1", "1 2", "2026-11-24"),
);

describe("Retry-After", () => {
  const wholeSeconds = fc.integer({ min: 0, max: 10_000_000_000 });

  holds("seconds are taken as such", 4000, wholeSeconds, (seconds) => {
    expect(retryAfterOf(` ${seconds} `)).toBe(seconds * 1000);
  });

  holds("a date of HTTP is the time until then", 4000, wholeSeconds, (seconds) => {
    const date = new Date(seconds * 1000);
    const left = Math.max(0, date.getTime() - Date.now());
    expect(Math.abs((retryAfterOf(date.toUTCString()) ?? Number.NaN) - left)).toBeLessThan(1000);
  });

  holds("anything else is not there", 8000, anyText, (text) => {
    const seconds = /^\s*\d+(\.\d+)?\s*$/.test(text);
    const time = retryAfterOf(text);
    if (!seconds) expect(time).toBe(undefined);
    else expect(time).toBeGreaterThanOrEqual(0);
  });
});

describe("times", () => {
  holds(
    "a Date is sent as the description has times, or refused",
    8000,
    fc.date({ noInvalidDate: false }),
    (date) => {
      const text = valueOrRefusal(() => wireTime("start_time", date));
      if (text === undefined) return;
      expect(takes({ $ref: "#/components/schemas/Timestamp" }, text)).toBe(true);
      expect(Date.parse(`${text}Z`)).toBe(date.getTime());
    },
  );

  const milliseconds = fc.oneof(
    fc.double({ min: 1e8, noNaN: true }),
    fc.constantFrom(2 ** 31, Number.POSITIVE_INFINITY),
  );
  holds("no time is too long for a timer", 400, milliseconds, async (time) => {
    const deadline = new Deadline(time, { error: () => new Error("too early") });
    const wait = deadline.pause(time).then(() => "over");
    const iam = {
      authUrl: "https://iam.example.com/v3",
      username: "u",
      password: "p",
      userDomain: "d",
      project: "p",
    };
    const response = { status: 201, headers: { "X-Subject-Token": "t" } };
    const body = JSON.stringify({ token: { expires_at: "2999-01-01T00:00:00Z" } });
    const fetch = async (_: unknown, init?: RequestInit) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      init?.signal?.throwIfAborted();
      return new Response(body, response);
    };
    const auth = keystonePassword({ ...iam, timeout: time, fetch: fetch as typeof globalThis.fetch });
    await auth(new Request("https://csbs.example.com"));
    expect(await Promise.race([wait, Promise.resolve("goes on")])).toBe("goes on");
    deadline.stop();
  });
});

describe("credentials and headers", () => {
  holds("a token is sent as it is, or refused without being told", 8000, anyText, async (text) => {
    const request = await valueOrRefusal(() => token(text)(new Request("https://csbs.example.com")), text);
    if (request !== undefined) expect(request.headers.get("X-Auth-Token")).toBe(text);
  });

  holds(
    "a header is sent as it is, or refused without its value being told",
    8000,
    fc.tuple(anyText, anyText),
    async ([name, value]) => {
      const sent: Headers[] = [];
      const fetch = async (_: unknown, init?: RequestInit) => {
        sent.push(new Headers(init?.headers));
        return Response.json({ count: 1 });
      };
      const options = { endpoint: "https://csbs.example.com", projectId, auth: token("t") };
      const client = valueOrRefusal(
        () =>
          createCsbsClient({
            ...options,
            headers: { [name]: value },
            fetch: fetch as typeof globalThis.fetch,
          }),
        name.includes(value) ? undefined : value,
      );
      await client?.countBackups();
      if (client !== undefined && name.toLowerCase() !== "x-auth-token") {
        expect(sent[0]?.get(name)).toBe(new Headers([[name, value]]).get(name));
      }
    },
  );
});

/** Undefined for a CsbsConfigError, which must not tell the secret. Short texts are in any message. */
function valueOrRefusal<Value>(make: () => Value, secret?: string): Value | undefined {
  try {
    return make();
  } catch (error) {
    expect(error).toBeInstanceOf(CsbsConfigError);
    if (secret !== undefined && secret.length > 8) expect((error as Error).message).not.toContain(secret);
    return undefined;
  }
}
