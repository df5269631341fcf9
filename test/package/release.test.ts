import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { root } from "../support/process.ts";
import { run } from "./run.ts";

// A release runs npm run check, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

/** A repository of its own with what this one has, committed; the tests that a release runs always pass. */
let folder: string;

/** No settings of the developer: a hook or a signing key would change the result. */
const gitSettings = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-repository-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const listed = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], root);
  const files = listed.stdout.split("\0").filter((file) => file !== "");
  await Promise.all(
    files.map((file) =>
      cp(join(root, file), join(folder, file)).catch((error: NodeJS.ErrnoException) => {
        // Removed, and the removal is not committed yet.
        if (error.code !== "ENOENT") throw error;
      }),
    ),
  );
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await git("init", "--quiet", "--initial-branch=main");
  await writeFile(join(folder, ".git/info/exclude"), "node_modules\n");
  await git("config", "user.name", "Release test");
  await git("config", "user.email", "release@example.com");
  await edit("package.json", (text) => text.replace(/"test": ".*"/, `"test": "node -e 0"`));
  await edit("CHANGELOG.md", (text) => `${text.slice(0, text.indexOf("\n## ["))}\n${section}`);
  await edit("openapi/released.json", (text) => text.replace(/"version": ".*?"/, '"version": "0.1.0"'));
  await setVersion("0.2.0");
  await commit("Everything");
});

const section = "## [0.2.0] - unreleased\n\n### Client\n\n- Added a thing that somebody wanted.\n";

async function git(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run("git", args, folder, gitSettings);
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout.trim();
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, "utf8")));
}

/** What the project itself has may be another by now. */
async function setVersion(version: string): Promise<void> {
  await edit("package.json", (text) => text.replace(/"version": ".*?"/, `"version": "${version}"`));
  await edit("package-lock.json", (text) => {
    const lockfile = JSON.parse(text) as { version: string; packages: { "": { version: string } } };
    lockfile.version = version;
    lockfile.packages[""].version = version;
    return `${JSON.stringify(lockfile, null, 2)}\n`;
  });
  for (const file of ["openapi/openapi.yaml", "openapi/workflows.arazzo.yaml"]) {
    await edit(file, (text) => text.replace(/^ {2}version: .*$/m, `  version: ${version}`));
  }
}

async function commit(message: string): Promise<void> {
  await git("add", "--all");
  await git("commit", "--quiet", "--message", message);
}

const release = (...args: string[]) =>
  run("npm", ["run", "--silent", "release", "--", ...args], folder, gitSettings);

/** All that a release could change: commits, tags, work trees, files. */
async function state(): Promise<string[]> {
  return Promise.all([
    git("rev-parse", "HEAD"),
    git("for-each-ref"),
    git("worktree", "list"),
    git("status", "--porcelain"),
    git("diff", "HEAD"),
  ]);
}

async function fails(version: string, message: string | RegExp): Promise<void> {
  const before = await state();
  const { code, stdout, stderr } = await release(version);
  expect([code, stdout + stderr]).toEqual([
    1,
    typeof message === "string" ? expect.stringContaining(message) : expect.stringMatching(message),
  ]);
  expect(await state()).toEqual(before);
}

describe("refused before anything is done", () => {
  test("no version, one too many, or an option that there is not", async () => {
    for (const args of [[], ["0.2.0", "0.99.0"], ["0.2.0", "--upload"]]) {
      const { code, stderr } = await release(...args);
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining("npm run release -- <version> [--dry-run]"),
      ]);
    }
  });

  test("an invalid version", async () => {
    await fails("next", '"next" is not a version of the form 1.2.3.');
    await fails("0.3.0-beta.1", "is not a version of the form 1.2.3.");
  });

  test("a version that is not higher than the last release, or lower than what is here", async () => {
    await fails("0.1.0", "0.1.0 is not higher than 0.1.0, the last release.");
    await fails("0.0.9", "0.0.9 is not higher than 0.1.0, the last release.");
    await fails("0.1.1", "0.1.1 is lower than 0.2.0, which package.json has.");
  });

  test("a file that is changed, and one that is new", async () => {
    await edit("README.md", (text) => `${text}\nMore.\n`);
    await fails("0.2.0", /^Commit or put away first what has changed:\n ?M README\.md/);
    await git("checkout", "--quiet", "README.md");
    await writeFile(join(folder, "notes.txt"), "");
    await fails("0.2.0", /^Commit or put away first what has changed:\n\?\? notes\.txt/);
  });

  test("a tag that is there, and no branch to release on", async () => {
    await git("tag", "v0.2.0");
    await fails("0.2.0", "There is a tag v0.2.0 already.");
    await git("tag", "--delete", "v0.2.0");
    await git("checkout", "--quiet", "--detach");
    await fails("0.2.0", "Check a branch out first");
  });

  test("a changelog that says nothing of it", async () => {
    await edit("CHANGELOG.md", (text) => text.replace("- Added a thing that somebody wanted.\n", ""));
    await commit("No entry");
    await fails("0.2.0", 'CHANGELOG.md has no entry under "## [0.2.0] - unreleased"');
    await edit("CHANGELOG.md", (text) =>
      text.replace(/## \[0\.2\.0\][\s\S]*/, "## [0.1.0] - 2026-11-24\n\n- All.\n"),
    );
    await commit("No section");
    await fails("0.2.0", "CHANGELOG.md says nothing of 0.2.0: it begins with 0.1.0, which was released.");
    await edit("CHANGELOG.md", (text) => text.replace(/## \[[\s\S]*/, ""));
    await commit("No sections");
    await fails("0.2.0", "CHANGELOG.md has no section");
  });
});

describe("refused by a check", () => {
  test("a description that has changed by more than the version says", async () => {
    // The last release is this very description but for one parameter, which was taken out since.
    await cp(join(folder, "generated/openapi.json"), join(folder, "openapi/released.json"));
    await edit("openapi/released.json", (text) => text.replace(/"version": ".*?"/, '"version": "1.2.0"'));
    await edit("openapi/backups/count.yaml", (text) =>
      text.replace("    - $ref: parameters.yaml#/ZoneFilter\n", ""),
    );
    await setVersion("1.2.1");
    await commit("Take a filter out");
    await fails(
      "1.3.0",
      /1\.3\.0 is not enough for what changed since 1\.2\.0: it must be 2\.0\.0 or higher\.[\s\S]*Nothing was released/,
    );
  });

  test("a test that fails", async () => {
    await edit("package.json", (text) => text.replace(/"test": ".*"/, `"test": "echo broken; exit 1"`));
    // Checked elsewhere; here it is about what comes after.
    await edit("package.json", (text) => text.replace(/"check": ".*"/, `"check": "node -e 0"`));
    await commit("Break the tests");
    await fails("0.2.0", /FAILED {2}Test: npm test[\s\S]*broken[\s\S]*Nothing was released/);
  });

  test("code that npm run check refuses", async () => {
    await writeFile(join(folder, "scripts/unformatted.ts"), "export const  a = 'b'\n");
    // One part of it will do; the release that succeeds runs all.
    await edit("package.json", (text) => text.replace(/"check": ".*"/, `"check": "biome check ."`));
    await commit("Add what is not formatted");
    await fails("0.2.0", /FAILED {2}Check: npm run check[\s\S]*unformatted\.ts[\s\S]*Nothing was released/);
  });
});

describe("a release", () => {
  test("is shown by a dry run, which leaves all as it was", async () => {
    // The checks have tests of their own, and the next test runs them.
    await edit("package.json", (text) => text.replace(/"check": ".*"/, `"check": "node -e 0"`));
    await commit("No checks");
    const before = await state();
    const { code, stdout, stderr } = await release("0.99.0", "--dry-run");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/[0-9a-f]{7,} Release 0\.99\.0\n/);
    expect(stdout).toContain("openapi/released.json");
    expect(stdout).toContain("A dry run: neither commit nor tag v0.99.0 was made here.");
    expect(stdout).toContain("- Added a thing that somebody wanted.");
    expect(await state()).toEqual(before);
  });

  test("is one commit and an annotated tag, with the version everywhere", async () => {
    const before = await git("rev-parse", "HEAD");
    const { code, stdout, stderr } = await release("0.99.0");
    expect([code, stderr, stdout]).toEqual([0, "", expect.stringContaining("Released as v0.99.0 on main.")]);
    expect(stdout).toContain("git push --atomic origin main v0.99.0");
    expect(await git("rev-parse", "HEAD~1")).toBe(before);
    expect(await git("status", "--porcelain")).toBe("");
    expect((await git("worktree", "list")).split("\n")).toHaveLength(1);
    expect(await git("log", "-1", "--format=%s")).toBe("Release 0.99.0");

    expect(await git("cat-file", "-t", "v0.99.0")).toBe("tag");
    expect(await git("rev-parse", "v0.99.0^{commit}")).toBe(await git("rev-parse", "HEAD"));
    expect(await git("tag", "--list", "--format=%(contents)", "v0.99.0")).toBe(
      "v0.99.0\n\n### Client\n\n- Added a thing that somebody wanted.",
    );

    const read = async (file: string) => readFile(join(folder, file), "utf8");
    const json = async (file: string) => JSON.parse(await read(file));
    expect((await json("package.json")).version).toBe("0.99.0");
    const lockfile = await json("package-lock.json");
    expect([lockfile.version, lockfile.packages[""].version]).toEqual(["0.99.0", "0.99.0"]);
    for (const file of ["generated/openapi.json", "generated/openapi-3.0.json", "openapi/released.json"]) {
      expect([file, (await json(file)).info.version]).toEqual([file, "0.99.0"]);
    }
    expect(await read("openapi/workflows.arazzo.yaml")).toMatch(/^ {2}version: 0\.99\.0$/m);
    expect((await json("generated/fixtures.json")).version).toBe("0.99.0");
    const today = new Date().toISOString().slice(0, 10);
    expect(await read("CHANGELOG.md")).toContain(`\n## [0.99.0] - ${today}\n\n### Client\n`);
    expect(await read("CHANGELOG.md")).not.toContain("unreleased");
    // Nothing but these. What knows neither the version nor the hash of the description stays.
    const unchanged = ["README.md", "fixtures.schema.json", "scenario.schema.json"].map(
      (file) => `generated/${file}`,
    );
    const generated = (await git("ls-files", "generated")).split("\n");
    const written = ["CHANGELOG.md", "package.json", "package-lock.json", "openapi/openapi.yaml"];
    const expected = [...written, "openapi/workflows.arazzo.yaml", "openapi/released.json", ...generated];
    expect(new Set((await git("diff", "--name-only", before, "HEAD")).split("\n"))).toEqual(
      new Set(expected.filter((file) => !unchanged.includes(file))),
    );
    expect(await git("diff", "--shortstat", before, "HEAD", "--", "package.json")).toContain(
      "1 insertion(+), 1 deletion(-)",
    );
    // A second one finds nothing to say.
    await fails("0.99.1", "CHANGELOG.md says nothing of 0.99.1: it begins with 0.99.0, which was released.");
  });
});

describe("the check of versions", () => {
  const versions = () => run(process.execPath, [join(folder, "scripts/versions.ts")], folder);

  test("passes where all agree", async () => {
    expect(await versions()).toMatchObject({ code: 0, stdout: "", stderr: "" });
  });

  const differences: [file: string, change: (text: string) => string, message: RegExp][] = [
    [
      "package-lock.json",
      (text) => text.replace('"version": "0.2.0"', '"version": "0.1.9"'),
      /package-lock\.json has version 0\.1\.9, package\.json 0\.2\.0/,
    ],
    [
      "openapi/openapi.yaml",
      (text) => text.replace("  version: 0.2.0", "  version: 0.1.9"),
      /openapi\/openapi\.yaml has info\.version 0\.1\.9/,
    ],
    [
      "openapi/workflows.arazzo.yaml",
      (text) => text.replace("  version: 0.2.0", "  version: 0.1.9"),
      /workflows\.arazzo\.yaml has info\.version 0\.1\.9/,
    ],
    [
      "CHANGELOG.md",
      (text) => text.replace("[0.2.0]", "[0.1.9]"),
      /CHANGELOG\.md begins with 0\.1\.9, package\.json has version 0\.2\.0/,
    ],
    [
      "CHANGELOG.md",
      (text) => text.replace("unreleased", "2026-11-24"),
      /CHANGELOG\.md dates 0\.2\.0, openapi\/released\.json is of 0\.1\.0/,
    ],
    [
      "openapi/released.json",
      (text) => text.replace('"version": "0.1.0"', '"version": "0.2.0"'),
      /CHANGELOG\.md calls 0\.2\.0 unreleased, openapi\/released\.json is of that version/,
    ],
  ];
  test.each(differences)("names what differs: %s", async (file, change, message) => {
    await edit(file, change);
    expect(await versions()).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
  });
});
