import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../support/process.ts";

interface Job {
  uses?: string;
  needs?: string;
  permissions?: { [scope: string]: string };
  steps?: { uses?: string; run?: string }[];
}

interface Workflow {
  permissions: { [scope: string]: string };
  jobs: { [name: string]: Job };
}

const folder = join(root, ".github/workflows");
const workflows = Object.fromEntries(
  readdirSync(folder).map((file) => [file, parse(readFileSync(join(folder, file), "utf8")) as Workflow]),
);
const stepsOf = (workflow: Workflow | undefined) =>
  Object.values(workflow?.jobs ?? {}).flatMap(({ steps = [] }) => steps);

describe.each(Object.keys(workflows))("%s", (file) => {
  const workflow = workflows[file];

  test("may write nothing, and only what publishes may sign", () => {
    expect(workflow?.permissions).toEqual({ contents: "read" });
    for (const [name, { permissions }] of Object.entries(workflow?.jobs ?? {})) {
      expect([name, permissions]).toEqual([
        name,
        name === "publish" ? { contents: "read", "id-token": "write" } : undefined,
      ]);
    }
  });

  test("uses actions by commit, and workflows that are here", () => {
    for (const { uses } of stepsOf(workflow)) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    }
    for (const { uses } of Object.values(workflow?.jobs ?? {})) {
      if (uses !== undefined)
        expect(Object.keys(workflows).map((name) => `./.github/workflows/${name}`)).toContain(uses);
    }
  });
});

test("ci.yml runs what anybody runs", () => {
  expect(stepsOf(workflows["ci.yml"]).map(({ run }) => run)).toContain("bash .ci/run");
});

test("release.yml publishes with provenance, after everything has passed, and holds no token", () => {
  const { check, publish } = workflows["release.yml"]?.jobs ?? {};
  expect(check?.uses).toBe("./.github/workflows/ci.yml");
  expect(publish?.needs).toBe("check");
  expect(publish?.steps?.at(-1)?.run).toBe("npm publish --provenance --access public");
  expect(readFileSync(join(folder, "release.yml"), "utf8")).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
});
