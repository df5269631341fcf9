import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { expectDocumented, nasty, sampled, sourceOf } from "../support/samples.ts";
import { startRecorder } from "../support/server.ts";
import { clearVariables, csbsIn } from "./support.ts";

beforeEach(clearVariables);

/** What a shell makes of the line: the words after `csbs`, and what goes to its standard input. */
async function readByShell(source: string): Promise<{ args: string[]; input: string }> {
  const script = `csbs() { printf '%s\\0' "$@"; cat; }\nexec </dev/null\n${source}\n`;
  const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", script]);
  const words = stdout.split("\0");
  return { args: words.slice(0, -1), input: words.at(-1) ?? "" };
}

describe.each([
  ...sampled.map((one) => ({ name: one.operationId, one })),
  ...nasty.map((one) => ({ name: `${one.operationId}, hard to quote`, one })),
])("the sample of $name", ({ one }) => {
  test("sends what is documented", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("CSBS_ENDPOINT", url);
    vi.stubEnv("OS_PROJECT_ID", projectId);
    vi.stubEnv("OS_TOKEN", secret);
    const { args, input } = await readByShell(sourceOf(one, "csbs"));
    const { code, stderr } = await csbsIn({ readInput: async () => input }, ...args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(requests).toHaveLength(1);
    expectDocumented(one, requests[0]);
  });
});
