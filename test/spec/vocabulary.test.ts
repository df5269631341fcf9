import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../support/process.ts";

interface Rule {
  words: string;
  write: string;
  except?: string[];
}

/** One vocabulary for code and texts, so that readers find what they search for. */
const rules = parse(readFileSync(join(root, "test/spec/vocabulary.yaml"), "utf8")) as Rule[];

const folders = [
  "src",
  "scripts",
  "test",
  "openapi",
  "CHANGELOG.md",
  "SECURITY.md",
  "CONTRIBUTING.md",
  "README.md",
  "docs/guides",
  "docs/diagrams",
];
/** The rules themselves, programs for other libraries, texts of other services, and the last release. */
const skipped =
  /^(test\/spec\/vocabulary|test\/(interop|sdks|tools|bench|runtimes|schemathesis)\/.+\/|test\/contract\/(payloads|requests)\/|openapi\/released)/;

const files = execFileSync("git", ["ls-files", ...folders], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(ts|js|mjs|md|ya?ml)$/.test(file) && !skipped.test(file));

test.each(rules)("$words", ({ words, write, except = [] }) => {
  const pattern = new RegExp(words);
  const found = files
    .filter((file) => !except.some((start) => file.startsWith(start)))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) => {
          const [word] = pattern.exec(line) ?? [];
          return word === undefined ? [] : [`${file}:${index + 1}: "${word}"; write: ${write}`];
        }),
    );
  expect(found).toEqual([]);
});
