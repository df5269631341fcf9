import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { projectId } from "../support/client.ts";
import { root } from "../support/process.ts";
import { type Consumer, installConsumer, installForTest } from "./consumer.ts";

interface Manifest {
  version: string;
  exports: { [entry: string]: string | object };
}

const manifest = JSON.parse(
  await readFile(join(inject("tarball").folder, "package.json"), "utf8"),
) as Manifest;
const entries = Object.entries(manifest.exports).map(([entry, target]) => ({
  specifier: join("csbs-api", entry),
  code: typeof target !== "string",
}));

/** An ES module's own import of each export; JSON and YAML are found, and JSON is imported. */
function importing(specifier: string, code: boolean): string {
  if (code) return `console.log(Object.keys(await import("${specifier}")).length > 0);`;
  if (specifier.endsWith(".yaml")) {
    return `import { readFileSync } from "node:fs";
      console.log(readFileSync(new URL(import.meta.resolve("${specifier}")), "utf8").includes("openapi: 3.1.0"));`;
  }
  return `import value from "${specifier}" with { type: "json" };
    console.log(Object.keys(value).length > 0);`;
}

function requiring(specifier: string): string {
  return specifier.endsWith(".yaml")
    ? `console.log(require("node:fs").readFileSync(require.resolve("${specifier}"), "utf8").includes("openapi: 3.1.0"));`
    : `console.log(Object.keys(require("${specifier}")).length > 0);`;
}

const counting = `
  const { CSBS_ENDPOINT: endpoint, OS_PROJECT_ID: projectId, OS_TOKEN } = process.env;
  const csbs = createCsbsClient({ endpoint, projectId, auth: token(OS_TOKEN) });
  const main = async () => {
    console.log((await csbs.countBackups({ status: "error", start_time: new Date() })).count);
    await csbs.countBackups({ status: "broken" }).catch((error) => console.log(error instanceof CsbsApiError, error.code));
  };
  main();`;
const counted = "10\ntrue CSBS.9001\n";

describe.each(["module", "commonjs"] as const)("an empty project, %s", (type) => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer(type);
    return () => rm(consumer.folder, { recursive: true });
  });

  test("the client counts, and tells an error's code", async () => {
    const names = "{ CsbsApiError, createCsbsClient, token }";
    const head =
      type === "module" ? `import ${names} from "csbs-api";` : `const ${names} = require("csbs-api");`;
    await consumer.write("count.js", head + counting);
    expect(await consumer.run(process.execPath, "count.js")).toMatchObject({ code: 0, stdout: counted });
  });

  test.each(entries)("$specifier", async ({ specifier, code }) => {
    await consumer.write("entry.js", type === "module" ? importing(specifier, code) : requiring(specifier));
    expect(await consumer.run(process.execPath, "entry.js")).toMatchObject({ code: 0, stdout: "true\n" });
  });

  test("a file that is not an export is not found", async () => {
    await consumer.write(
      "entry.js",
      type === "module" ? `await import("csbs-api/dist/index.js");` : `require("csbs-api/dist/index.cjs");`,
    );
    const { code, stderr } = await consumer.run(process.execPath, "entry.js");
    expect([code, stderr]).toEqual([1, expect.stringContaining("ERR_PACKAGE_PATH_NOT_EXPORTED")]);
  });
});

describe("csbs-api/node", () => {
  const clouds = (url: string) =>
    `clouds: { otc: { csbs_endpoint_override: ${url}, auth: { project_id: ${projectId}, token: any } } }\n`;
  const program = `
    const main = async () => {
      console.log(await (await connect({ cloud: "otc" })).countBackups());
      await connect({ cloud: "none" }).catch((error) => console.log(error instanceof CsbsConfigError, error.message));
    };
    main();`;

  test.each(["module", "commonjs"] as const)("reads clouds.yaml of the folder, %s", async (type) => {
    const consumer = await installForTest(type);
    await consumer.write("clouds.yaml", clouds(inject("mockUrl")));
    await consumer.write(
      "connect.js",
      type === "module"
        ? `import { CsbsConfigError } from "csbs-api";\nimport { connect } from "csbs-api/node";${program}`
        : `const { CsbsConfigError } = require("csbs-api");\nconst { connect } = require("csbs-api/node");${program}`,
    );
    expect(await consumer.run(process.execPath, "connect.js")).toMatchObject({
      code: 0,
      stdout: '{ count: 10 }\ntrue clouds.yaml has no cloud "none"; it has otc\n',
    });
  });
});

describe("bundled", () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer();
    await consumer.write(
      "entry.js",
      `import { CsbsApiError, createCsbsClient, token } from "csbs-api";
       import { withValidation } from "./validation.js";
       withValidation;${counting}`,
    );
    await consumer.write(
      "validation.js",
      `import * as validators from "csbs-api/validators";\nexport const withValidation = Object.keys(validators);`,
    );
    return () => rm(consumer.folder, { recursive: true });
  });

  const tool = (path: string) => join(root, "node_modules", path);

  test("by esbuild, it runs without node_modules", async () => {
    const options = [
      "--bundle",
      "--minify",
      "--platform=browser",
      "--format=esm",
      "--outfile=out/esbuild.mjs",
    ];
    const built = await consumer.run(tool(".bin/esbuild"), "entry.js", ...options);
    expect(built).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/warning/i) });
    await runsAlone("out/esbuild.mjs");
    // What csbs-api/node needs stays out of browsers.
    expect(await readFile(join(consumer.folder, "out/esbuild.mjs"), "utf8")).not.toMatch(
      /node:|clouds\.yaml|OS_CLIENT_CONFIG_FILE/,
    );
  });

  test("by vite, it runs without node_modules", async () => {
    await consumer.write(
      "vite.config.js",
      `export default { build: { outDir: "out", emptyOutDir: false, target: "es2022", lib: { entry: "entry.js", formats: ["es"], fileName: () => "vite.mjs" } } };`,
    );
    const built = await consumer.run(process.execPath, tool("vite/bin/vite.js"), "build");
    expect(built).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/warn/i) });
    await runsAlone("out/vite.mjs");
  });

  /** In a folder without node_modules, where an import that was left would fail. */
  async function runsAlone(file: string): Promise<void> {
    const alone = await mkdtemp(join(tmpdir(), "csbs-bundle-"));
    await cp(join(consumer.folder, file), join(alone, "bundle.mjs"));
    expect(await consumer.run(process.execPath, join(alone, "bundle.mjs"))).toMatchObject({
      code: 0,
      stdout: counted,
      stderr: "",
    });
    await rm(alone, { recursive: true });
  }
});

describe("the command", () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer();
    return () => rm(consumer.folder, { recursive: true });
  });

  // As people run it; --no takes care that it is the installed one.
  const csbs = (...args: string[]) => consumer.run("npx", "--no", "--", "csbs", ...args);

  test("counts, refuses, and tells its version", async () => {
    expect(await csbs("count", "--status", "error", "-o", "json")).toMatchObject({
      code: 0,
      stdout: '{"count":10}\n',
    });
    expect(await csbs("count", "--status", "broken")).toMatchObject({ code: 2, stdout: "" });
    expect((await csbs("--version")).stdout).toBe(`${manifest.version}\n`);
  });

  test("has the mock, with nothing else installed", async () => {
    expect(await csbs("count", "--mock")).toMatchObject({ code: 0, stdout: "10\n", stderr: "" });
    expect((await csbs("mock", "--list")).stdout).toMatch(/^ {2}everyday +\S/m);
    const readme = await readFile(join(consumer.folder, "node_modules/csbs-api/README.md"), "utf8");
    const [, life = ""] = /```ts\n((?:(?!```)[\s\S])*"csbs-api\/mock"[\s\S]*?)```/.exec(readme) ?? [];
    await consumer.write("life.mjs", life);
    expect(await consumer.run("node", "life.mjs")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^before: 0\n[\s\S]*available 100\nafter: 1\n\d+ requests\n$/),
      stderr: "",
    });
  });

  test("says why the engine cannot be loaded", async () => {
    const engine = join(consumer.folder, "node_modules/csbs-api/dist/engine.cjs");
    const code = await readFile(engine);
    await writeFile(engine, 'throw new Error("broken on purpose");');
    const outcome = await csbs("count", "--mock");
    await writeFile(engine, code);
    expect(outcome).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "csbs: the mock's engine cannot be loaded: broken on purpose\n",
    });
  });
});

test("compiles against the types, library check on", async () => {
  const consumer = await installConsumer();
  await consumer.write(
    "types.ts",
    `
    import { CsbsApiError, createCsbsClient, token, type components } from "csbs-api";
    import fixtures from "csbs-api/fixtures" with { type: "json" };
    import { startMock } from "csbs-api/mock";
    const csbs = createCsbsClient({ endpoint: "https://x", projectId: "p", auth: token("t") });
    export const response: Promise<components["schemas"]["BackupCount"]> = csbs.countBackups({ status: "error", end_time: new Date() });
    export const code = (error: unknown): string | undefined => (error instanceof CsbsApiError ? error.code : undefined);
    export const url = startMock({ port: 0 }).then((mock) => mock.url);
    export const ids: string[] = fixtures.cases.map(({ id }) => id);
    // @ts-expect-error: a misspelt filter.
    csbs.countBackups({ stauts: "error" });`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--resolveJsonModule",
    "--target",
    "es2022",
  ];
  const compiler = join(root, "node_modules/.bin/tsc");
  expect(await consumer.run(compiler, ...options, "--lib", "es2022,dom", "types.ts")).toMatchObject({
    code: 0,
    stdout: "",
  });
  await rm(consumer.folder, { recursive: true });
});

test("publint finds nothing", async () => {
  const consumer = await installConsumer();
  const publint = join(root, "node_modules/.bin/publint");
  expect(await consumer.run(publint, "run", "--strict", inject("tarball").path)).toMatchObject({ code: 0 });
  await rm(consumer.folder, { recursive: true });
});
