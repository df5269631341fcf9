import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** No runtime asks the network for a newer version of itself, or tells anybody that it runs. */
const environment = {
  ...process.env,
  DENO_NO_UPDATE_CHECK: "1",
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
};

/** Runs a program to its end and resolves to what it printed; rejects with all of it when it fails. */
export async function runProgram(
  program: string,
  args: string[],
  {
    cwd,
    timeout = 600_000,
    variables,
  }: { cwd: string; timeout?: number; variables?: Record<string, string> },
): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { cwd, env: { ...environment, ...variables }, timeout }))
      .stdout;
  } catch (error) {
    const { message, stdout = "", stderr = "" } = error as Error & { stdout?: string; stderr?: string };
    throw new Error([message, stdout, stderr].join("\n"), { cause: error });
  }
}
