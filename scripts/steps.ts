import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** One check: a name for people, and the command with its arguments. */
export interface Step {
  name: string;
  command: string[];
}

/**
 * Runs all steps in a folder, that of the project by default, side by side, even after one has failed; prints a line for each, and what a
 * failing one has printed. Resolves to how many failed.
 */
export async function runSteps(steps: Step[], folder = root): Promise<number> {
  const results = await Promise.all(steps.map(async (step) => report(step, await runStep(step, folder))));
  return results.filter((passed) => !passed).length;
}

function report({ name }: Step, { code, output }: { code: number; output: string }): boolean {
  console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name}`);
  if (code !== 0) console.error(output.trimEnd());
  return code === 0;
}

function runStep(
  { command: [program = "", ...args] }: Step,
  folder: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, env: environment() });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The tools of the lockfile come first; Redocly does not ask the registry for news. */
function environment(): NodeJS.ProcessEnv {
  const tools = join(root, "node_modules/.bin");
  return {
    ...process.env,
    PATH: `${tools}:${process.env.PATH}`,
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
}
