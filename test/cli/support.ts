import { vi } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";
import { projectId, secret } from "../support/client.ts";

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in this process, in a world that is a pipe unless something else is said. */
export async function csbsIn(world: Partial<Io>, ...args: string[]): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const code = await run(args, {
    out: (text) => {
      written.stdout += text;
    },
    err: (text) => {
      written.stderr += text;
    },
    ...world,
  });
  return { code, ...written };
}

export function csbs(...args: string[]): Promise<Ended> {
  return csbsIn({}, ...args);
}

export function connection(endpoint: string): string[] {
  return ["--endpoint", endpoint, "--project-id", projectId, "--token", secret];
}

/** Removes the developer's own settings for a cloud. */
export function clearVariables(): void {
  for (const name of Object.keys(process.env)) {
    if (/^(OS|HW|CSBS|HUAWEICLOUD)_|^NO_COLOR$|^AWS_SESSION_TOKEN$/.test(name)) vi.stubEnv(name, "");
  }
}

/** The options of a command for the example values of its parameters. */
export function optionsFor(parameters: Record<string, unknown>): string[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const option = `--${name.replaceAll("_", "-")}`;
    return value === true ? [option] : [value].flat().flatMap((item) => [option, String(item)]);
  });
}
