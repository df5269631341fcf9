import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { root } from "../support/process.ts";

/** The packed tarball, installed into an empty project with nothing else. */
let folder: string;
let files: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-package-"));
  const packed = await run("npm", ["pack", "--json", "--pack-destination", folder], root);
  const [tarball] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf("["))) as {
    filename: string;
    files: { path: string }[];
  }[];
  files = tarball?.files.map(({ path }) => path) ?? [];
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", type: "module", private: true }),
  );
  await run("npm", ["install", "--no-audit", "--no-fund", join(folder, tarball?.filename ?? "")], folder);
  return () => rm(folder, { recursive: true });
});

const environment = () => ({
  ...process.env,
  CSBS_ENDPOINT: inject("mockUrl"),
  OS_PROJECT_ID: projectId,
  OS_TOKEN: secret,
});

async function run(
  program: string,
  args: string[],
  cwd: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)(program, args, { cwd, env: environment() })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe("what is packed", () => {
  test("holds the build, the bundles and the papers, and nothing of the workshop", () => {
    const expected = [
      "package.json",
      "README.md",
      "LICENSE",
      "CHANGELOG.md",
      "dist/index.js",
      "dist/mock.js",
      "dist/validators.js",
      "dist/THIRD-PARTY-NOTICES.txt",
      "dist/cli/main.js",
    ];
    expect(files).toEqual(
      expect.arrayContaining([
        ...expected,
        "generated/openapi.yaml",
        "generated/openapi.json",
        "generated/openapi-3.0.json",
      ]),
    );
    expect(files.filter((path) => /^(src|test|scripts|openapi|coverage|node_modules)\//.test(path))).toEqual(
      [],
    );
  });

  test("brings openapi-fetch and nothing else that runs", async () => {
    const { stdout } = await run("npm", ["ls", "--all", "--parseable", "--omit=dev"], folder);
    const installed = stdout
      .trim()
      .split("\n")
      .map((path) => path.split("node_modules/").at(-1));
    expect(installed.slice(1).sort()).toEqual(["csbs-api", "openapi-fetch", "openapi-typescript-helpers"]);
  });

  test("publint finds nothing", async () => {
    expect(await run(join(root, "node_modules/.bin/publint"), ["--strict"], root)).toMatchObject({ code: 0 });
  });
});

describe("what a consumer does with it", () => {
  test("imports the client and counts", async () => {
    const program = `
      import { createCsbsClient, token } from "csbs-api";
      const { CSBS_ENDPOINT: endpoint, OS_PROJECT_ID: projectId, OS_TOKEN } = process.env;
      const csbs = createCsbsClient({ endpoint, projectId, auth: token(OS_TOKEN) });
      console.log(await csbs.countBackups({ status: "error", start_time: new Date() }));
      console.log(await csbs.countBackups({ status: "broken" }).catch((error) => error.name + " " + error.code));`;
    await writeFile(join(folder, "count.js"), program);
    expect(await run(process.execPath, ["count.js"], folder)).toMatchObject({
      code: 0,
      stdout: "{ count: 10 }\nCsbsApiError CSBS.9001\n",
    });
  });

  test("reads the spec by its export paths", async () => {
    const program = `
      import { readFileSync } from "node:fs";
      const read = (name) => readFileSync(new URL(import.meta.resolve("csbs-api/" + name)), "utf8");
      console.log(JSON.parse(read("openapi.json")).openapi, JSON.parse(read("openapi-3.0.json")).openapi, /^openapi: .*$/m.exec(read("openapi.yaml"))[0]);`;
    await writeFile(join(folder, "spec.js"), program);
    expect((await run(process.execPath, ["spec.js"], folder)).stdout).toBe("3.1.0 3.0.3 openapi: 3.1.0\n");
  });

  test("compiles against the types, library check on", async () => {
    const program = `
      import { CsbsApiError, createCsbsClient, token, type components } from "csbs-api";
      import { startMock } from "csbs-api/mock";
      const csbs = createCsbsClient({ endpoint: "https://x", projectId: "p", auth: token("t") });
      export const answer: Promise<components["schemas"]["BackupCount"]> = csbs.countBackups({ status: "error", end_time: new Date() });
      export const code = (error: unknown): string | undefined => (error instanceof CsbsApiError ? error.code : undefined);
      export const url = startMock({ port: 0 }).then((mock) => mock.url);
      // @ts-expect-error: a misspelt filter.
      csbs.countBackups({ stauts: "error" });`;
    await writeFile(join(folder, "types.ts"), program);
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
    ];
    expect(await run(join(root, "node_modules/.bin/tsc"), [...options, "types.ts"], folder)).toMatchObject({
      code: 0,
      stdout: "",
    });
  });

  test("runs the command", async () => {
    const command = join(folder, "node_modules/.bin/csbs");
    expect(await run(command, ["count", "--status", "error", "-o", "json"], folder)).toMatchObject({
      code: 0,
      stdout: '{"count":10}\n',
    });
    expect(await run(command, ["count", "--status", "broken"], folder)).toMatchObject({
      code: 2,
      stdout: "",
    });
    expect((await run(command, ["--version"], folder)).stdout).toBe(
      `${JSON.parse(await readFile(join(root, "package.json"), "utf8")).version}\n`,
    );
  });

  test("gets one clear error from the mock without Prism, and the mock with it", async () => {
    const command = join(folder, "node_modules/.bin/csbs");
    expect(await run(command, ["count", "--mock"], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^csbs: the mock needs Prism: npm install --save-dev .*\n$/),
    });
    await symlink(join(root, "node_modules/@stoplight"), join(folder, "node_modules/@stoplight"));
    expect(await run(command, ["count", "--mock"], folder)).toMatchObject({ code: 0, stdout: "10\n" });
  });

  test("starts the mock with a scenario of its own, within 2 s of work", async () => {
    // Time of the processor, the loading of all modules included: what else runs on the machine is none of it.
    const program = `
      import { startMock } from "csbs-api/mock";
      const mock = await startMock({ scenario: ["backup", "mine.yaml"] });
      const { user, system } = process.cpuUsage();
      console.log(JSON.stringify({ url: mock.url, work: Math.round((user + system) / 1000) }));
      await mock.stop();`;
    await writeFile(join(folder, "mock.js"), program);
    await writeFile(join(folder, "mine.yaml"), "any:\n  - status: 503\n");
    const outcomes: { url: string; work: number }[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { stdout } = await run(process.execPath, ["mock.js"], folder);
      outcomes.push(JSON.parse(stdout));
    }
    expect(outcomes.every(({ url }) => url.startsWith("http://127.0.0.1:"))).toBe(true);
    expect(Math.min(...outcomes.map(({ work }) => work))).toBeLessThan(2000);
  });
});
