import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "../support/spec.ts";
import { csbs } from "./support.ts";

const run = promisify(execFile);
const shells = ["bash", "zsh", "fish"];

/** The scripts as files, and which of the shells there are on this machine. */
let folder: string;
const present = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-completion-"));
  for (const shell of shells) {
    await writeFile(join(folder, shell), (await csbs("completion", shell)).stdout);
    await run(shell, ["-c", "true"]).then(
      () => present.add(shell),
      () => undefined,
    );
  }
  return () => rm(folder, { recursive: true });
});

describe.each(shells)("csbs completion %s", (shell) => {
  test("names every command, option and state", async () => {
    const { code, stdout, stderr } = await csbs("completion", shell);
    expect([code, stderr]).toEqual([0, ""]);
    for (const { operation, parameters } of operations) {
      expect(stdout).toContain(
        operation.operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      );
      for (const { name } of parameters.filter((parameter) => parameter["x-csbs-bound"] !== true)) {
        expect(stdout).toContain(`${shell === "fish" ? "-l " : "--"}${name.replaceAll("_", "-")}`);
      }
    }
    expect(stdout).toContain("waiting_protect protecting available");
  });

  test("is read by the shell without a complaint", async ({ skip }) => {
    if (!present.has(shell)) skip(`there is no ${shell} here`);
    const check = await run(shell, [shell === "fish" ? "--no-execute" : "-n", join(folder, shell)]);
    expect(check).toMatchObject({ stdout: "", stderr: "" });
  });
});

/** What is typed, and what is offered for its last word. */
const typed: [words: string[], offered: string[]][] = [
  [
    ["csbs", "api", "list-b"],
    ["list-backups", "list-backup-tags"],
  ],
  [["csbs", "help", "api", "get-q"], ["get-quotas"]],
  [["csbs", "cou"], ["count"]],
  [["csbs", "help", "mo"], ["mock"]],
  [
    ["csbs", "completion", ""],
    ["bash", "zsh", "fish"],
  ],
  [
    ["csbs", "api", "list-backups", "--sta"],
    ["--status", "--start-time"],
  ],
  [["csbs", "api", "list-backups", "--status", "av"], ["available"]],
  [["csbs", "count", "--by", "st"], ["status"]],
  [["csbs", "list", "ba"], ["backups"]],
  [["csbs", "quota", "-o", "ta"], ["table"]],
  [
    ["csbs", "count", "-o", "t"],
    ["text", "table"],
  ],
  [
    ["csbs", "api", "get-quotas", "-o", ""],
    ["text", "json"],
  ],
  [["csbs", "--v"], ["--version"]],
  [["csbs", "api", "listBackups", "--check"], ["--checkpoint-id"]],
  [["csbs", "count", "--name", ""], []],
  [["csbs", "count", "--region", "e"], ["eu-de"]],
  [["csbs", "api", "create-backup", "--body", "@biome.j"], ["@biome.json"]],
];

describe("in bash", () => {
  const inBash: typeof typed = [
    ...typed,
    [["csbs", "api", "list-backups", "--status", "=", "av"], ["available"]],
    [
      ["csbs", "api", "get-quotas", "--output", "="],
      ["text", "json"],
    ],
  ];
  for (const [words, offered] of inBash) {
    test(words.join(" "), async ({ skip }) => {
      if (!present.has("bash")) skip("there is no bash here");
      const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _csbs; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout } = await run("bash", ["-c", script, join(folder, "bash"), ...words]);
      expect(stdout.split("\n").filter(Boolean).sort()).toEqual([...offered].sort());
    });
  }
});

describe("in fish", () => {
  for (const [words, offered] of typed) {
    test(words.join(" "), async ({ skip }) => {
      if (!present.has("fish")) skip("there is no fish here");
      const script = `source ${join(folder, "fish")}; complete -C '${words.join(" ")}'`;
      const { stdout } = await run("fish", ["--no-config", "-c", script]);
      const found = stdout.split("\n").flatMap((line) => line.split("\t")[0] || []);
      if (offered.length > 0) expect(found).toEqual(expect.arrayContaining(offered));
      else expect(found).toEqual([]);
    });
  }
});

describe("in zsh", () => {
  test("every line", async ({ skip }) => {
    if (!present.has("zsh")) skip("there is no zsh here");
    const script = join(import.meta.dirname, "payloads/complete.zsh");
    const lines = typed.map(([words]) => words.join(" "));
    const { stdout } = await run("zsh", ["-f", script, join(folder, "zsh"), ...lines], { timeout: 30_000 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's control sequences.
    const screens = stdout.split("\0").map((text) => text.replace(/\u001b\[[\d;?]*[a-zA-Z]|\r/g, "\n"));
    for (const [index, [words, offered]] of typed.entries()) {
      const line = words.join(" ");
      const [one, ...others] = offered;
      if (one === undefined) expect(screens[index]).toMatch(new RegExp(`${line}\\u0007?\\s*@@END`));
      else if (others.length === 0) expect(screens[index]).toContain([...words.slice(0, -1), one].join(" "));
      else
        for (const word of offered) expect(screens[index]).toMatch(new RegExp(`(^|\\s)${word}(\\s|$)`, "m"));
    }
  });
});

test("a shell that is not known is refused", async () => {
  const { code, stderr } = await csbs("completion", "tcsh");
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^csbs: shell is ".*"; expected one of bash, zsh, fish\n$/),
  ]);
});
