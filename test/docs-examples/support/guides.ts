import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../support/process.ts";

export const guidesFolder = "docs/guides";

/** The mock that the commands and code of the docs run against: `csbs mock --scenario everyday`. */
export const guideScenario = "everyday";

/** What the guides tell readers to export for it. */
export const guideEnvironment = {
  CSBS_ENDPOINT: "http://127.0.0.1:4010",
  OS_PROJECT_ID: "0605767e8d80d55d2f69c0189071bcbc",
  OS_TOKEN: "any",
};

/** The guides by file name, README.md of the folder left out. */
export const guides = readdirSync(join(root, guidesFolder))
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort();

/** What readers copy code from, by its path from the root. */
export const docs = ["README.md", ...guides.map((name) => `${guidesFolder}/${name}`)];

export function readPage(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** A fenced block of a page. */
export interface Block {
  page: string;
  /** Page and line, for the names of tests. */
  title: string;
  language: string;
  code: string;
  /** What it prints, where a block of `text` stands right behind it. */
  output: string | undefined;
  /** The file that the sentence before tells to save it as. */
  file: string | undefined;
}

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;

export function blocksOf(page: string): Block[] {
  const text = readPage(page);
  const found = [...text.matchAll(fence)];
  return found.map((match, index) => {
    const [whole, language = "", code = ""] = match;
    const next = found[index + 1];
    const between = text.slice(match.index + whole.length, next?.index).trim();
    const before = text.slice(0, match.index).trimEnd().split("\n").at(-1);
    return {
      page,
      title: `${page.split("/").at(-1)}, line ${text.slice(0, match.index).split("\n").length}`,
      language,
      code,
      output: next?.[1] === "text" && between === "" ? next[2] : undefined,
      file: /\bas `([\w.]+)`:$/.exec(before ?? "")?.[1],
    };
  });
}

export const blocks: Block[] = docs.flatMap(blocksOf);

const makesClient = (code: string) => /^const csbs = /m.test(code);

/**
 * The program that a reader makes of a block: the block alone, or, where it makes no client itself, the first
 * block of its page and then the block.
 */
export function programOf(block: Block): string {
  const setup = blocks.find(({ page, language }) => page === block.page && language === "ts");
  if (setup === undefined || setup.code === block.code || !makesClient(setup.code)) return block.code;
  return isComplete(block.code) ? block.code : `${setup.code}\n${block.code}`;
}

const isComplete = (code: string) =>
  makesClient(code) || /^import \{[^}]*\b(createCsbsClient|connect)\b/m.test(code);

/** A page without its blocks: the prose, where links and names stand. */
export function proseOf(page: string): string {
  return readPage(page).replace(fence, "");
}

/** What is printed must be what the page shows; … in the page stands for anything. */
export function outputPattern(output: string): RegExp {
  const escaped = output
    .trim()
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join("[\\s\\S]*?")}$`);
}
