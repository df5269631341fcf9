import { describe, expect, test } from "vitest";
import { operationTable } from "../../generated/operations.ts";
import { wrapHelp } from "../../src/cli/output/wrap.ts";
import { createProgram } from "../../src/cli/program.ts";
import { startSession } from "../../src/cli/session.ts";
import { allCommands, pathOf } from "../../src/cli/tree.ts";
import { kebabCase } from "../../src/spec/names.ts";
import { csbsIn } from "./support.ts";

/** Operations whose help is reviewed for all of them: one with a body and a wait, one with pages. */
const operations = ["csbs api create-backup", "csbs api list-backups"];

const paths = allCommands(createProgram(startSession({ out: () => {}, err: () => {} }))).map(pathOf);

async function helpOf(path: string, columns: number): Promise<string> {
  const { code, stdout, stderr } = await csbsIn({ columns }, ...path.split(" ").slice(1), "--help");
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

/** `npx vitest run --project main test/cli/help.test.ts -u` writes the files; review their diff. */
describe("the help at 80 columns", () => {
  const reviewed = paths.filter((path) => !path.startsWith("csbs api") || operations.includes(path));
  test.each(reviewed)("%s", async (path) => {
    await expect(await helpOf(path, 80)).toMatchFileSnapshot(`help/${path.replaceAll(" ", "-")}.txt`);
  });
});

/** What cannot be wrapped: one word, or an option with its value. */
const whole = /^\s*(--?[\w-]+ |> )?\S+( \\)?$/;

describe.each([60, 80, 200])("the help at %i columns", (columns) => {
  test.each(paths)("of %s fits", async (path) => {
    const lines = (await helpOf(path, columns)).split("\n");
    const most = Math.min(columns, 100);
    expect(lines.filter((line) => line.length > most && !whole.test(line))).toEqual([]);
  });
});

test("csbs api --help lists every operation", async () => {
  const listed = (await helpOf("csbs api", 80)).match(/^ {2}[a-z]+(-[a-z]+)+(?= )/gm) ?? [];
  const known = Object.keys(operationTable).map((operationId) => `  ${kebabCase(operationId)}`);
  expect(listed.sort()).toEqual(known.sort());
});

test("csbs --help fits on one screen", async () => {
  expect((await helpOf("csbs", 80)).trimEnd().split("\n").length).toBeLessThanOrEqual(24);
});

describe("wrapHelp", () => {
  test("leaves what fits as it is", () => {
    const text = "  csbs count --mock   counts\n\nOther  text\n";
    expect(wrapHelp(text, 40)).toBe(text);
  });

  test("breaks commands between options, and puts their comment beneath", () => {
    expect(wrapHelp("  csbs api x --first one --second two   does it all", 30)).toBe(
      "  csbs api x --first one \\\n      --second two\n      does it all",
    );
  });

  test("keeps the second column", () => {
    expect(wrapHelp("  key   one two three four", 16)).toBe("  key   one two\n        three\n        four");
  });

  test("leaves words that are too long", () => {
    expect(wrapHelp("see https://example.com/long now", 12)).toBe("see\nhttps://example.com/long\nnow");
  });
});
