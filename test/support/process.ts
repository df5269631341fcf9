import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const root = join(import.meta.dirname, "../..");

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Variables that would change what a command does are taken out of the environment. */
const cleared = {
  CSBS_ENDPOINT: "",
  OS_PROJECT_ID: "",
  OS_TOKEN: "",
  OS_CLOUD: "",
  OS_REGION_NAME: "",
  OS_PASSWORD: "",
  OS_ACCESS_KEY: "",
  OS_SECRET_KEY: "",
  HW_REGION_NAME: "",
  HW_ACCESS_KEY: "",
  HW_SECRET_KEY: "",
  CSBS_MOCK_PORT: undefined,
  CSBS_MOCK_HOST: undefined,
};

/** Starts a script under the Node that runs the tests; `script` is absolute, or from the root of this repository. */
export function startScript(
  script: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {},
) {
  return startProgram(process.execPath, [resolve(root, script), ...args], env);
}

function startProgram(program: string, args: string[], env: Record<string, string | undefined>) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...cleared, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const finished = new Promise<Finished>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, ...output }));
  });
  return { child, output, finished };
}

/** Runs a script to its end. */
export function runScript(
  script: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {},
): Promise<Finished> {
  return startScript(script, args, env).finished;
}

/** Runs a program other than a Node script to its end. */
export function runProgram(
  program: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {},
): Promise<Finished> {
  return startProgram(program, args, env).finished;
}
