import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever that is. */
export async function run(
  program: string,
  args: string[],
  cwd: string,
  env: Record<string, string | undefined> = {},
): Promise<Ended> {
  try {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    return { code: 0, ...(await promisify(execFile)(program, args, options)) };
  } catch (error) {
    return error as Ended;
  }
}
