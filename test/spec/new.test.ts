import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { root, runScript } from "../support/process.ts";

describe("npm run new -- operation, in a copy of the project", () => {
  let copy: string;

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), "csbs-copy-"));
    onTestFinished(() => rm(copy, { recursive: true }));
    for (const name of [
      "openapi",
      "generated",
      "scripts",
      "src",
      "redocly.yaml",
      ".spectral.yaml",
      "package.json",
    ]) {
      await cp(join(root, name), join(copy, name), { recursive: true });
    }
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  });

  const add = (...args: string[]) => runScript(join(copy, "scripts/new.ts"), ["operation", ...args]);
  const sprockets = [
    "--path",
    "/v1/{project_id}/sprockets/{policy_id}",
    "--folder",
    "sprockets",
    "--tag",
    "Quotas",
  ];

  test("writes operations that bundle and pass the lint rules", async () => {
    for (const [method, id] of [
      ["get", "getSprocket"],
      ["post", "createSprocket"],
      ["delete", "deleteSprocket"],
    ] as const) {
      expect(await add("--method", method, "--operation-id", id, ...sprockets)).toMatchObject({ code: 0 });
    }
    expect(await runScript(join(copy, "scripts/generate.ts"), [])).toMatchObject({ code: 0 });
    const table = await readFile(join(copy, "generated/operations.ts"), "utf8");
    expect(table).toMatch(/getSprocket[\s\S]*createSprocket[\s\S]*deleteSprocket/);
    const spectral = join(root, "node_modules/.bin/spectral");
    const lint = promisify(execFile)(
      spectral,
      ["lint", "generated/openapi.yaml", "--fail-severity", "hint"],
      {
        cwd: copy,
      },
    );
    expect((await lint).stdout).toContain("No results");
  });

  test.each([
    [["--method", "get", "--operation-id", "getSprocket"], "missing: --path, --folder, --tag"],
    [
      ["--method", "copy", "--operation-id", "getSprocket", ...sprockets],
      'unknown method "copy"; expected one of get',
    ],
    [
      ["--method", "get", "--operation-id", "sprocket", ...sprockets],
      'the operationId "sprocket" must be a verb',
    ],
    [["--method", "get", "--operation-id", "getQuotas", ...sprockets], 'the operationId "getQuotas" exists'],
    [
      ["--method", "get", "--operation-id", "getSprocket", ...sprockets, "--tag", "X"],
      'unknown tag "X"; expected one',
    ],
    [
      ["--method", "get", "--operation-id", "getSprocket", ...sprockets, "--path", "/v1/{project_id}/quotas"],
      "GET /v1/{project_id}/quotas exists",
    ],
    [
      [
        "--method",
        "get",
        "--operation-id",
        "getSprocket",
        ...sprockets,
        "--path",
        "/v1/{project_id}/{sprocket_id}",
      ],
      'no component describes the path parameter "sprocket_id"',
    ],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await add(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
