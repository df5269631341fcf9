import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { root, runScript } from "../support/process.ts";

/** The code of README and guide, as a reader pastes it: it must compile, and the first call must run. */
const papers = ["README.md", "openapi/guides/client.md"];

/** What a reader has at hand where a snippet does not say so itself. */
const prelude = `
import { createCsbsClient, paginate, waitForBackup, countByStatus, countEverywhere, type CsbsAuth, type CsbsClient } from "csbs-api";
declare const csbs: CsbsClient, eude: CsbsClient, cnnorth1: CsbsClient;
declare const endpoint: string, projectId: string, resource_id: string, auth: CsbsAuth;
declare const SpanKind: { CLIENT: number };
declare const tracer: { startSpan(name: string, options: object): { end(time: number): void } };
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-papers-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  return () => rm(folder, { recursive: true });
});

async function snippets(): Promise<{ title: string; code: string }[]> {
  const texts = await Promise.all(papers.map((paper) => readFile(join(root, paper), "utf8")));
  return texts.flatMap((text, index) =>
    [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""], nth) => ({
      title: `${papers[index]} ${nth + 1}`,
      code,
    })),
  );
}

/** A name that the snippet declares or imports itself is taken out of the prelude. */
function withPrelude(code: string): string {
  const names = [...code.matchAll(/(?:const|import) (?:\{ ([^}]*) \}|(\w+))/g)].flatMap(([, many, one]) =>
    (many ?? one ?? "").split(",").map((name) => name.trim()),
  );
  return names.reduce(
    (text, name) =>
      text
        .replace(new RegExp(`(?<=import \\{.*)\\b${name}, `), "")
        .replace(new RegExp(`\\b${name}: CsbsClient, `), "")
        .replace(new RegExp(`(?<=declare const .*)\\b${name}: \\w+(, |(?=;))`), ""),
    prelude,
  );
}

describe("the code in the papers", () => {
  test("compiles", async () => {
    const found = await snippets();
    expect(found.length).toBeGreaterThanOrEqual(5);
    const files = await Promise.all(
      found.map(async ({ code }, index) => {
        const name = `snippet-${index}.ts`;
        await writeFile(join(folder, name), `${withPrelude(code)}\n${code}\nexport {};\n`);
        return name;
      }),
    );
    const config = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        noUnusedLocals: false,
        typeRoots: [join(root, "node_modules/@types")],
        paths: { "csbs-api": [join(root, "src/index.ts")], "csbs-api/*": [join(root, "src/*.ts")] },
      },
      include: [],
      files,
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { stdout } = await runScript("node_modules/typescript/bin/tsc", ["--project", folder]);
    expect(stdout).toBe("");
  }, 60_000);

  test("counts, as the README says", async () => {
    const [first] = await snippets();
    const code = (first?.code ?? "")
      .replace('"csbs-api"', JSON.stringify(join(root, "src/index.ts")))
      .replace("https://csbs.eu-de.otc.t-systems.com", inject("mockUrl"));
    expect(code).toContain(inject("mockUrl"));
    await writeFile(join(folder, "first.ts"), code);
    const {
      code: exit,
      stdout,
      stderr,
    } = await runScript(join(folder, "first.ts"), [], {
      OS_TOKEN: secret,
    });
    expect([exit, stdout, stderr]).toEqual([0, "10 backups have failed since\n", ""]);
    expect(code).toContain(projectId);
  });
});
