import type { Block } from "./guides.ts";

/** Blocks that are compiled, or left alone, but not run: by their paper and the begin of a line, with the reason. */
export const notRun: readonly { paper: string; line: string; reason: string }[] = [
  { paper: "README.md", line: "npm ci && npm start", reason: "installs; .ci/run does the same" },
  { paper: "README.md", line: "npm install csbs-api", reason: "installs; test:package does it" },
  { paper: "first-count.md", line: "npm ci", reason: "installs; .ci/run does the same" },
  {
    paper: "backups.md",
    line: "import { setTimeout as sleep }",
    reason: "waits a minute for a restore to begin",
  },
  {
    paper: "mock.md",
    line: 'import { expect, test } from "vitest"',
    reason: "is a test, and needs its runner",
  },
  { paper: "command-line.md", line: "failed=$(csbs", reason: "needs a shell, and date of GNU" },
  {
    paper: "command-line.md",
    line: "csbs list-backups --all --limit 200 --status error | jq",
    reason: "needs jq",
  },
  {
    paper: "command-line.md",
    line: "source <(csbs",
    reason: "needs bash, zsh and fish; completion.test.ts has it",
  },
  {
    paper: "other-languages.md",
    line: "openapi-python-client",
    reason: "needs the toolchains of test:interop",
  },
  { paper: "tools.md", line: "npm run mock:prism", reason: "does not end; test:tools starts the same" },
  { paper: "tools.md", line: "npx @stoplight/prism-cli", reason: "installs" },
];

export function isRun(block: Block): boolean {
  return !notRun.some((entry) => matches(entry, block));
}

export function matches(
  entry: { paper: string; line: string },
  { paper, code }: Pick<Block, "paper" | "code">,
): boolean {
  return paper.endsWith(entry.paper) && code.split("\n").some((line) => line.startsWith(entry.line));
}
