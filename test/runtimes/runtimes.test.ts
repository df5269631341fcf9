import { describe, expect, inject, test } from "vitest";
import { runtimes } from "./runtimes.ts";
import { checks, type Result } from "./suite.js";

/** In CI a runtime that is not there fails instead of being passed over. */
const mayBeMissing = process.env.CI !== "true";

describe.each(runtimes)("$name", ({ name, missing, run }) => {
  if (missing !== undefined && mayBeMissing) {
    test.skip(`${name}: skipped, ${missing}`);
    return;
  }

  const start = async () => {
    if (missing !== undefined) throw new Error(missing);
    return run(inject("consumer"), { mockUrl: inject("mockUrl"), ...inject("servers") });
  };
  // The first test runs the whole suite, so that a runtime that does not even start fails them all.
  let running: Promise<Result[]> | undefined;
  const results = () => {
    running ??= start();
    return running;
  };

  test.each(Object.keys(checks))(`${name}: %s`, async (check) => {
    expect((await results()).find((result) => result.name === check)).toEqual({ name: check, ok: true });
  });
});
