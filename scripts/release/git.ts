import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs git in a folder; resolves to what it printed, without the last line's end. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("git", args, { cwd: folder });
    return stdout.trimEnd();
  } catch (error) {
    const { stderr = "", message } = error as Error & { stderr?: string };
    throw new Error(`git ${args[0]} failed: ${stderr.trim() || message}`, { cause: error });
  }
}
