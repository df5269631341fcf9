import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, inject, test } from "vitest";
import type { Report } from "../../src/proxy/report.ts";
import { projectId, secret, testClient } from "../support/client.ts";
import { startScript } from "../support/process.ts";
import { startServer } from "../support/server.ts";
import { clearVariables, csbs, csbsIn } from "./support.ts";

beforeEach(clearVariables);

const folder = mkdtempSync(join(tmpdir(), "csbs-proxy-"));

/** Runs the proxy, does something with its URL, and stops it. */
async function withProxy(options: string[], use: (url: string) => Promise<unknown>): Promise<string> {
  const stop = new AbortController();
  let started: (url: string) => void = () => {};
  const url = new Promise<string>((resolve) => {
    started = resolve;
  });
  let stdout = "";
  const out = (text: string) => {
    stdout += text;
    const [, found] = /listens on (\S+) /.exec(text) ?? [];
    if (found !== undefined) started(found);
  };
  const ended = csbsIn({ out, signal: stop.signal }, "proxy", "--port", "0", ...options);
  await use(await url);
  stop.abort();
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
  return stdout;
}

describe("csbs proxy", () => {
  test("prints a line for each call, and a report at the end", async () => {
    const stdout = await withProxy(["--target", inject("mockUrl")], (endpoint) =>
      testClient({ endpoint }).countBackups(),
    );
    expect(stdout).toMatch(
      /^The proxy listens on http:\/\/127\.0\.0\.1:\d+ and forwards to http:\S+; Ctrl-C stops it\.\n(countBackups 200, \d+ ms\n)?1 call, 1 inspected\nno deviations from the description\nno known differences confirmed\n$/,
    );
  });

  test("with --report writes the report as JSON; --values puts values into it", async () => {
    const target = await startServer((_, outgoing) => {
      outgoing.writeHead(200, { "content-type": "application/json" }).end(`{"count":"${secret} twelve"}`);
    });
    const call = (endpoint: string) => testClient({ endpoint }).countBackups();
    const files = ["plain.json", "values.json"].map((name) => join(folder, name));
    const [plain = "", values = ""] = files;
    const stdout = await withProxy(["--target", target, "--report", plain, "--quiet"], call);
    await withProxy(["--target", target, "--report", values, "--values"], call);
    expect(stdout).toContain(
      "1 deviation from the description:\n  1x countBackups response /count type: string; described: integer",
    );
    const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Report;
    expect(read(plain)).toMatchObject({
      calls: { total: 1 },
      deviations: [{ pointer: "/count", received: "string", count: 1 }],
    });
    expect(readFileSync(plain, "utf8")).not.toContain("twelve");
    expect(read(values).deviations[0]?.values).toEqual(['"[redacted] twelve"']);
    for (const file of files)
      expect(readFileSync(file, "utf8")).not.toMatch(new RegExp(`${secret}|${projectId}`));
  });

  test.each([
    [[], "no endpoint: give --target or --region, or set CSBS_ENDPOINT or OS_REGION_NAME"],
    [["--target", "http://csbs.example.com"], "endpoint must be https"],
    [
      ["--target", "https://a.example", "--region", "eu-de"],
      "--target and --region exclude each other; leave one out",
    ],
    [["--region", "eu-dee"], 'unknown region "eu-dee"'],
    [["--target", "http://127.0.0.1:9", "--port", "x"], "--port"],
    [
      ["--target", "http://127.0.0.1:9", "--port", "0", "--report", "/nowhere/report.json"],
      "cannot write to /nowhere/report.json: ENOENT",
    ],
  ])("%j is wrong usage", async (options, message) => {
    const { code, stderr } = await csbs("proxy", ...options);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("as a process writes its report on %s", async (signal) => {
    const file = join(folder, `${signal}.json`);
    const args = ["proxy", "--port", "0", "--target", inject("mockUrl"), "--report", file];
    const { child, output, finished } = startScript("src/cli/main.ts", args);
    await expect.poll(() => output.stdout, { timeout: 20_000 }).toContain("listens on");
    child.kill(signal);
    expect((await finished).code).toBe(0);
    expect(output.stdout).toMatch(/no calls came through the proxy, so nothing was compared\n$/);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ calls: { total: 0 } });
  });
});
