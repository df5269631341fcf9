import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../support/process.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const { scripts, devDependencies } = JSON.parse(read("package.json")) as {
  scripts: { [name: string]: string };
  devDependencies: { [name: string]: string };
};

describe("CONTRIBUTING.md", () => {
  const lines = read("CONTRIBUTING.md").trimEnd().split("\n");

  test("is short, and its lines fit a screen", () => {
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  test("explains each npm script once", () => {
    const table = lines.slice(lines.indexOf("## Scripts"), lines.indexOf("## Add an operation"));
    const explained = table.flatMap((line) => /^\| `([\w:]+)` +\| \S/.exec(line)?.[1] ?? []);
    // prepack is run by npm, and explained with build.
    expect(explained.sort()).toEqual(
      Object.keys(scripts)
        .filter((name) => name !== "prepack")
        .sort(),
    );
  });
});

describe("README.md", () => {
  test("has at most 130 lines", () => {
    expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(130);
  });

  test("no prose counts the operations", () => {
    const counted = [
      "README.md",
      "CONTRIBUTING.md",
      "docs/guides/command-line.md",
      "docs/guides/other-languages.md",
    ];
    for (const file of counted) expect(read(file)).not.toMatch(/\b29\b/);
  });
});

describe("package.json", () => {
  const first = ["name", "version", "description", "keywords", "license", "sideEffects", "type", "exports"];

  test("begins with the fields in their usual order", () => {
    const fields = Object.keys(JSON.parse(read("package.json")) as object);
    expect(fields.slice(0, first.length)).toEqual(first);
  });

  test.each(["scripts", "dependencies", "devDependencies"])("%s are sorted", (field) => {
    const names = Object.keys((JSON.parse(read("package.json")) as Record<string, object>)[field] ?? {});
    expect(names).toEqual([...names].sort());
  });
});

describe("decision records", () => {
  const folder = "docs/decisions";
  const records = readdirSync(join(root, folder)).filter((name) => /^\d/.test(name));
  const titleOf = (name: string) => /^# (.+)$/m.exec(read(`${folder}/${name}`))?.[1] ?? "";
  const statusOf = (name: string) => /^- Status: (.+)$/m.exec(read(`${folder}/${name}`))?.[1] ?? "";

  test.each(records)("%s has a number, a status, a date and three parts", (name) => {
    const text = read(`${folder}/${name}`);
    expect(titleOf(name)).toMatch(new RegExp(`^${Number(name.slice(0, 4))}\\. `));
    expect(statusOf(name)).toMatch(/^(accepted|superseded by \[)/);
    expect(text).toMatch(/^- Date: \d{4}-\d\d-\d\d$/m);
    expect(text.match(/^## .+$/gm)).toEqual(["## Context", "## Decision", "## Consequences"]);
  });

  test("are numbered without a gap", () => {
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
  });

  test("are listed in the index with title and status", () => {
    const rows = [...read(`${folder}/README.md`).matchAll(/^\| +(\d+) \| \[(.+)\]\((.+)\) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, number, title, name, status]) => [`${number}. ${title}`, name, status])).toEqual(
      records.map((name) => {
        const by = /^superseded by \[(\d+)\]/.exec(statusOf(name))?.[1];
        return [titleOf(name), name, by === undefined ? "accepted" : `superseded by ${by}`];
      }),
    );
  });

  test("are named by the record that they supersede", () => {
    const links = (word: string) =>
      records.flatMap((name) =>
        [...statusOf(name).matchAll(new RegExp(`${word} \\[\\d+\\]\\(([\\w.-]+)\\)`, "g"))].map(
          ([, other = ""]) => (word === "supersedes" ? [other, name] : [name, other]),
        ),
      );
    expect(links("superseded by").length).toBeGreaterThan(0);
    expect(links("superseded by")).toEqual(links("supersedes"));
  });
});

describe("dependabot.yml", () => {
  interface Update {
    "package-ecosystem": string;
    directory?: string;
    directories?: string[];
  }
  const { updates } = parse(read(".github/dependabot.yml")) as { updates: Update[] };
  const manifests = {
    npm: "package.json",
    pip: "requirements.txt",
    gomod: "go.mod",
    maven: "pom.xml",
    cargo: "Cargo.toml",
  };

  test.each(Object.entries(manifests))("lists each folder of %s", (ecosystem, manifest) => {
    const pattern = [manifest, `**/${manifest}`].map((path) => `:(glob)${path}`);
    const tracked = execFileSync("git", ["ls-files", ...pattern], { cwd: root, encoding: "utf8" }).trim();
    const listed = updates
      .filter((update) => update["package-ecosystem"] === ecosystem)
      .flatMap(({ directory, directories = [] }) => [...(directory ? [directory] : []), ...directories]);
    expect(listed.sort()).toEqual(
      tracked
        .split("\n")
        .map((path) => join("/", dirname(path)))
        .sort(),
    );
  });
});

test(".nvmrc and the release name the major version of Node that runs the scripts", () => {
  const major = devDependencies.node?.split(".")[0];
  expect(read(".nvmrc").trim()).toBe(major);
  expect(read(".github/workflows/release.yml")).toMatch(new RegExp(`node-version: ${major}$`, "m"));
});
