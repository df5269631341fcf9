import type { Block } from "./guides.ts";

/** Blocks that are compiled, or left alone, but not run: by their page and the begin of a line, with the reason. */
export const notRun: readonly { page: string; line: string; reason: string }[] = [
  { page: "README.md", line: "npm ci && npm start", reason: "installs; .ci/run does the same" },
  { page: "README.md", line: "npm ci && npm pack", reason: "installs; test:package does the same" },
  { page: "first-count.md", line: "npm ci", reason: "installs; test:package does the same" },
  { page: "first-count.md", line: "csbs mock", reason: "does not end; the tests start the same" },
  {
    page: "command-line.md",
    line: "npm install --global",
    reason: "installs; dockerfile.test.ts does the same",
  },
  {
    page: "proxy.md",
    line: "csbs proxy --region eu-de --report",
    reason: "does not end; proxy.test.ts has it",
  },
  { page: "proxy.md", line: "csbs mock --replay", reason: "does not end; record.test.ts has it" },
  {
    page: "mock.md",
    line: 'import { expect, test } from "vitest"',
    reason: "is a test, and needs its runner",
  },
  {
    page: "command-line.md",
    line: "source <(csbs",
    reason: "needs bash, zsh and fish; completion.test.ts has it",
  },
  {
    page: "other-languages.md",
    line: "openapi-python-client",
    reason: "needs the toolchains of test:interop",
  },
  { page: "scenarios.md", line: "csbs mock", reason: "does not end; the tests of the mock start the same" },
  { page: "speed.md", line: "npm run bench", reason: "takes minutes" },
  { page: "tools.md", line: "npm run mock:prism", reason: "does not end; test:tools starts the same" },
  { page: "tools.md", line: "npx @stoplight/prism-cli", reason: "installs" },
];

export function isRun(block: Block): boolean {
  return !notRun.some((entry) => matches(entry, block));
}

export function matches(
  entry: { page: string; line: string },
  { page, code }: Pick<Block, "page" | "code">,
): boolean {
  return page.endsWith(entry.page) && code.split("\n").some((line) => line.startsWith(entry.line));
}
