import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { expectDocumented, meaningOf, nasty, type Sampled, sampled, sourceOf } from "../support/samples.ts";
import { startRecorder, startServer } from "../support/server.ts";
import { responsesOf } from "../support/spec.ts";
import { type Language, languages, missing, runSource } from "./languages.ts";

/** Every sample in every language, as a reader pastes it: run, and what it sent compared with the others. */
let folder: string;
const all = [
  ...sampled.map((one) => ({ name: one.operationId, one })),
  ...nasty.map((one) => ({ name: `${one.operationId}Quoted`, one })),
];
/** What arrived, by operation and language. */
const meanings = new Map<string, Map<string, ReturnType<typeof meaningOf>>>(
  all.map(({ name }) => [name, new Map()]),
);
/** What TypeScript, Python and Go print is the same, by operation and language. */
const outputs = new Map<string, Map<string, string>>(all.map(({ name }) => [name, new Map()]));
const programs = ["TypeScript", "Python", "Go"];
const lacks = new Map(languages.map((language) => [language, missing(language)]));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-samples-"));
});

afterAll(() => rm(folder, { recursive: true }));

function placeOf({ label }: Language): string {
  return join(folder, label);
}

for (const [language, lacking] of lacks) {
  // A developer may lack a language; CI has all of them.
  const skipped = lacking.length > 0 && !process.env.CI;
  const title = skipped
    ? `${language.label} (not run: no ${lacking.join(", ")} on this machine)`
    : language.label;

  describe.skipIf(skipped)(title, () => {
    beforeAll(async () => {
      if (lacking.length > 0) throw new Error(`${language.label} needs ${lacking.join(", ")}`);
      await mkdir(placeOf(language));
      const sources = all.map(({ name, one }) => ({ name, text: sourceOf(one, language.label) }));
      await language.prepare(placeOf(language), sources);
    });

    test.each(all)("$name sends what is documented, and prints what comes", async ({ name, one }) => {
      const { url, requests } = await startRecorder(inject("mockUrl"));
      const { code, stdout, stderr } = await runSource(language, placeOf(language), name, url);
      expect([code, stderr]).toEqual([0, ""]);
      expect(requests).toHaveLength(1);
      for (const request of requests) {
        expectDocumented(one, request);
        meanings.get(name)?.set(language.label, meaningOf(request));
      }
      expectOutput(language, one, stdout);
      outputs.get(name)?.set(language.label, stdout.replace(/\bTrue\b/g, "true"));
    });

    test("an error is shown, and is one to the caller", async () => {
      const body = JSON.stringify({ error_code: "CSBS.9999", error_msg: "no such thing" });
      const url = await startServer((_, response) => {
        response.writeHead(403, { "content-type": "application/json" }).end(body);
      });
      for (const name of ["countBackups", "createBackup", "removeBackupTag"]) {
        const { code, stdout, stderr } = await runSource(language, placeOf(language), name, url);
        expect(code).toBeGreaterThan(0);
        expect(stdout + stderr).toContain("CSBS.9999");
        expect(stdout + stderr).toMatch(/403|no such thing/);
        expect(stderr).not.toMatch(/Traceback|\n {4}at |goroutine/);
      }
    });
  });
}

describe("all languages that were run", () => {
  test.each(all)("send the same for $name", ({ name }) => {
    const sent = [...(meanings.get(name)?.values() ?? [])];
    expect(sent).toHaveLength([...lacks.values()].filter((lacking) => lacking.length === 0).length);
    for (const meaning of sent) expect(meaning).toEqual(sent[0]);
  });

  test.each(all)("print the same for $name, where they are programs", ({ name }) => {
    const printed = [...(outputs.get(name) ?? [])].filter(([label]) => programs.includes(label));
    expect(printed.length).toBeGreaterThan(0);
    for (const [, text] of printed) expect(text).toBe(printed[0]?.[1]);
  });
});

/** curl prints the response of the mock, the others words of it, and `done` where there is none to print. */
function expectOutput({ label }: Language, { found }: Sampled, stdout: string): void {
  const response = responsesOf(found).find(({ status }) => status < 300)?.body;
  if (label === "curl") {
    if (response === undefined) expect(stdout).toBe("");
    else expect(JSON.parse(stdout)).toEqual(response);
    return;
  }
  const empty = response === undefined || Object.keys(response as object).length === 0;
  if (programs.includes(label)) {
    if (empty) expect(stdout).toBe("done\n");
    else expect(stdout).not.toBe("done\n");
  }
  if (empty) return;
  expect(stdout).toMatch(/\S/);
  if (!programs.includes(label)) return;
  const text = JSON.stringify(response);
  for (const word of stdout.toLowerCase().match(/[^\s,]+/g) ?? []) expect(text.toLowerCase()).toContain(word);
}
