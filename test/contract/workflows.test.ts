import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { parse, stringify } from "yaml";
import { projectId, secret } from "../support/client.ts";
import { root, runScript } from "../support/process.ts";
import { startRecorder } from "../support/server.ts";
import { document } from "../support/spec.ts";

/** The part of the Arazzo document that is read or changed here. */
interface Workflows {
  info: { version: string };
  sourceDescriptions: { url: string }[];
  workflows: { workflowId: string; steps: { stepId: string; parameters: object[] }[] }[];
  components: { failureActions: Record<string, { retryAfter?: number; retryLimit?: number }> };
}

const file = join(root, "openapi/workflows.arazzo.yaml");
const described = parse(await readFile(file, "utf8")) as Workflows;
const inputs = {
  project_id: projectId,
  token: secret,
  server_id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e",
  server_name: "db-01",
};

test("all workflows run to their end against the mock", { timeout: 60_000 }, async () => {
  const { code, output, ran } = await run(file);
  expect(described.workflows.map(({ workflowId }) => workflowId)).toEqual([
    "backUpServer",
    "deleteFailedBackups",
    "createPolicyAndRun",
    "restoreLatestBackup",
  ]);
  const passed = described.workflows.map(({ workflowId, steps }) => [
    workflowId,
    steps.map(({ stepId }) => `${stepId} 200 success`),
  ]);
  expect(ran, output).toEqual(Object.fromEntries(passed));
  expect(code).toBe(0);
  expect(output).not.toContain(secret);
});

test("what was found is what is deleted and restored", { timeout: 60_000 }, async () => {
  const { url, requests } = await startRecorder(inject("mockUrl"));
  await run(file, { endpoint: url });
  const record = "f672a1bb-6912-446a-816c-72792c5263e0";
  const backup = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
  const volumes = [
    { backup_id: "2422bc5e-4cde-4420-964d-30b7347042a7", volume_id: "c14856d0-07e8-453b-a442-444086cbad04" },
    { backup_id: "533e5e53-4332-48cd-b920-ae4fd9b3ba94", volume_id: "313b9a39-cdc7-4413-8a1b-1888340bdc03" },
  ];
  const deletion = requests.find(({ method }) => method === "DELETE");
  expect(deletion?.target).toMatch(new RegExp(`/checkpoints/${record}\\?checkpoint_items=${backup}$`));
  const restore = requests.find(({ target }) => target.endsWith("/restores"));
  expect(JSON.parse(restore?.body ?? "")).toMatchObject({
    restore: {
      checkpoint_id: record,
      parameters: { checkpoint_item_id: backup, targets: { server_id: inputs.server_id, volumes } },
    },
  });
});

test("a project ID that is invalid fails each at its first step", { timeout: 60_000 }, async () => {
  const { code, ran } = await run(file, { input: { project_id: "my-project" } });
  expect(ran).toEqual({
    backUpServer: ["checkServer 400 error"],
    deleteFailedBackups: ["countFailed 400 error"],
    createPolicyAndRun: ["createPolicy 400 error"],
    restoreLatestBackup: ["findLatest 400 error"],
  });
  expect(code).toBe(1);
});

const beforeWait = ["checkServer 200 success", "startBackup 200 success", "findBackup 200 success"];

test("a backup that fails ends the wait at once", { timeout: 60_000 }, async () => {
  const { code, ran } = await run(await changed("awaitBackup", "failedBackup"), { workflow: "backUpServer" });
  expect(ran).toEqual({ backUpServer: [...beforeWait, "awaitBackup 200 error"] });
  expect(code).toBe(1);
});

test("a backup that is still made is looked at again, not for ever", { timeout: 60_000 }, async () => {
  const { code, ran } = await run(await changed("awaitBackup", "runningBackup"), {
    workflow: "backUpServer",
  });
  expect(ran).toEqual({ backUpServer: [...beforeWait, ...Array(3).fill("awaitBackup 200 error")] });
  expect(code).toBe(1);
});

test("without failed backups nothing is deleted, and that is not a failure", {
  timeout: 60_000,
}, async () => {
  const { code, ran } = await run(await changed("countFailed", "noBackups"), {
    workflow: "deleteFailedBackups",
  });
  expect(ran).toEqual({ deleteFailedBackups: ["countFailed 200 success"] });
  expect(code).toBe(0);
});

test("the workflows have the version of the description", () => {
  expect(described.info.version).toBe(document.info.version);
});

interface Run {
  endpoint?: string;
  input?: Partial<typeof inputs>;
  /** The one to run; all of them when left out. */
  workflow?: string;
}

/** Runs workflows; what ran is each step in order, with status and outcome, by workflow. */
async function run(workflows: string, { endpoint = inject("mockUrl"), input, workflow }: Run = {}) {
  const log = join(await temporaryFolder(), "log.json");
  const { code, stdout, stderr } = await runScript(
    "node_modules/@redocly/cli/bin/cli.js",
    [
      ...["respect", workflows, "--server", `csbs=${endpoint}`, "--json-output", log],
      ...["--input", JSON.stringify({ ...inputs, ...input })],
      ...(workflow === undefined ? [] : ["--workflow", workflow]),
    ],
    { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  );
  const output = stdout + stderr;
  const { files } = JSON.parse(await readFile(log, "utf8").catch(() => fail(output))) as Log;
  const executed = Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
  const ran = Object.fromEntries(
    executed.map(({ workflowId, executedSteps }) => [
      workflowId,
      executedSteps.map(({ stepId, response, status }) => `${stepId} ${response?.statusCode} ${status}`),
    ]),
  );
  return { code, output, ran };
}

interface Log {
  files: Record<
    string,
    {
      executedWorkflows: {
        workflowId: string;
        executedSteps: { stepId: string; status: string; response?: { statusCode: number } }[];
      }[];
    }
  >;
}

/** A copy in which the mock responds with a step with this example, and waiting is short. */
async function changed(stepId: string, example: string): Promise<string> {
  const copy = structuredClone(described);
  for (const source of copy.sourceDescriptions) source.url = join(root, "openapi", source.url);
  const step = copy.workflows.flatMap(({ steps }) => steps).find((found) => found.stepId === stepId);
  step?.parameters.push({ name: "Prefer", in: "header", value: `example=${example}` });
  Object.assign(copy.components.failureActions.pollAgain ?? {}, { retryAfter: 0, retryLimit: 2 });
  const target = join(await temporaryFolder(), "workflows.arazzo.yaml");
  await writeFile(target, stringify(copy));
  return target;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-workflows-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

function fail(reason: string): never {
  throw new Error(reason);
}
