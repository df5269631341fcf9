import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { clearVariables, csbsIn } from "../cli/support.ts";
import { projectId, secret } from "../support/client.ts";
import { hasCurl, likeCurl, realCurl, type Send } from "./support/curl.ts";
import { type Block, blocks, outputPattern } from "./support/guides.ts";
import { isRun } from "./support/not-run.ts";
import { routed, routedFetch, type Service, startService } from "./support/service.ts";
import { type Command, readCommands } from "./support/shell.ts";

/** The commands of the docs, as a reader pastes them: each must end well, and print what they show. */
const scripts = blocks.filter(({ language }) => language === "sh").filter(isRun);

let folder: string;
let service: Service;
let curlIsHere: boolean;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-commands-"));
  for (const { file, code } of blocks) if (file !== undefined) await writeFile(join(folder, file), code);
  service = await startService(inject("mockUrl"));
  curlIsHere = await hasCurl();
  return async () => {
    await service.stop();
    await rm(folder, { recursive: true });
  };
});

beforeEach(() => {
  clearVariables();
  vi.stubGlobal("fetch", routedFetch(service.url));
});

/** What a reader has set who has come to the guides behind the first two. */
const atHand = {
  CSBS_ENDPOINT: "https://csbs.eu-de.otc.t-systems.com",
  OS_PROJECT_ID: projectId,
  OS_TOKEN: secret,
};

async function outputOf(
  { words: [name, ...given], environment }: Command,
  send: (args: string[]) => Promise<string>,
): Promise<string> {
  const args = given.map((word) => (word.startsWith("@") ? `@${join(folder, word.slice(1))}` : word));
  if (name === "curl") return send(args.map((word) => routed(word, service.url)));
  if (name !== "csbs") throw new Error(`${name} is not run here; not-run.ts can list its block`);
  for (const [variable, value] of Object.entries(environment)) vi.stubEnv(variable, value);
  vi.stubEnv("NO_COLOR", "1");
  vi.stubEnv("OS_CLIENT_CONFIG_FILE", join(folder, "clouds.yaml"));
  vi.stubEnv("OS_CLIENT_SECURE_FILE", join(folder, "secure.yaml"));
  const { stdout, stderr, code } = await csbsIn({ columns: 100 }, ...args);
  return code === 0 ? stdout : `${stdout}${stderr}`;
}

async function run(block: Block, send: Send): Promise<void> {
  let printed = "";
  for (const command of readCommands(block.code, atHand)) {
    const output = await outputOf(command, (args) => send(args, block.output !== undefined));
    printed += output.endsWith("\n") || output === "" ? output : `${output}\n`;
  }
  if (block.output === undefined) expect(printed).not.toMatch(/^csbs: (?!waiting)/m);
  else expect(printed.trim()).toMatch(outputPattern(block.output));
}

describe("the commands of the docs", () => {
  test.each(scripts.map((block) => [block.title, block] as const))("run: %s", (_, block) =>
    run(block, curlIsHere ? realCurl : likeCurl),
  );

  const curls = scripts.filter(({ code }) => /^curl /m.test(code));
  test.each(curls.map((block) => [block.title, block] as const))("sent without curl: %s", (_, block) =>
    run(block, likeCurl),
  );

  test("are read as a shell reads them, or not at all", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the shell's.
    expect(readCommands("A=1 # one\ncsbs \"$A b\" 'c d' \\\n  ${A}x\nB=2 csbs e\n")).toEqual([
      { environment: { A: "1" }, words: ["csbs", "1 b", "c d", "1x"] },
      { environment: { A: "1", B: "2" }, words: ["csbs", "e"] },
    ]);
    for (const script of ["a && b", "a | b", "a > b", "a $(b)", "a *", "a $UNSET", 'a "$(b)"', "a 'b"]) {
      expect(() => readCommands(script), script).toThrow();
    }
  });
});
