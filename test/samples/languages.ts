import { execFile, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectId, secret } from "../support/client.ts";
import { type Finished, root, runProgram } from "../support/process.ts";
import { withSource } from "../support/samples.ts";

/** A language of the samples, and how a machine runs what is written in it. */
export interface Language {
  label: string;
  /** Commands that the machine must have beside Node. */
  needs: string[];
  /** Puts every source in its place, compiles it where that is done, and throws for what a check finds. */
  prepare(folder: string, sources: Source[]): Promise<void>;
  /** The command that runs the source of this name. */
  command(folder: string, name: string): string[];
}

export interface Source {
  name: string;
  text: string;
}

const execute = promisify(execFile);

async function writeAll(folder: string, sources: Source[], extension: string): Promise<void> {
  for (const { name, text } of sources) await writeFile(join(folder, `${name}.${extension}`), `${text}\n`);
}

const typescript: Language = {
  label: "TypeScript",
  needs: [],
  async prepare(folder, sources) {
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const own = sources.map(({ name, text }) => ({ name, text: withSource(text) }));
    await writeAll(folder, own, "ts");
  },
  command: (folder, name) => [process.execPath, join(folder, `${name}.ts`)],
};

/** A command on the path, as after an installation. */
const csbs: Language = {
  label: "csbs",
  needs: ["sh"],
  async prepare(folder, sources) {
    await mkdir(join(folder, "bin"));
    const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "src/cli/main.ts")}" "$@"\n`;
    await writeFile(join(folder, "bin/csbs"), program, { mode: 0o755 });
    await writeAll(folder, sources, "sh");
  },
  command: (folder, name) => [
    "sh",
    "-c",
    `PATH="${join(folder, "bin")}:$PATH"; . "${join(folder, `${name}.sh`)}"`,
  ],
};

const curl: Language = {
  label: "curl",
  needs: ["sh", "curl"],
  prepare: (folder, sources) => writeAll(folder, sources, "sh"),
  command: (folder, name) => ["sh", join(folder, `${name}.sh`)],
};

const python: Language = {
  label: "Python",
  needs: ["python3"],
  async prepare(folder, sources) {
    await writeAll(folder, sources, "py");
    await execute("python3", ["-W", "error", "-m", "compileall", "-q", folder]);
  },
  command: (folder, name) => ["python3", "-W", "error", join(folder, `${name}.py`)],
};

/** All in one module, so that they are compiled in one go. */
const go: Language = {
  label: "Go",
  needs: ["go", "gofmt"],
  async prepare(folder, sources) {
    await writeFile(join(folder, "go.mod"), "module samples\n\ngo 1.21\n");
    for (const { name, text } of sources) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "main.go"), `${text}\n`);
    }
    await mkdir(join(folder, "bin"));
    const { stdout } = await execute("gofmt", ["-l", folder]);
    if (stdout !== "") throw new Error(`gofmt would change\n${stdout}`);
    const inside = { cwd: folder, env: { ...process.env, GOTOOLCHAIN: "local", GOFLAGS: "", GOWORK: "off" } };
    await execute("go", ["vet", "./..."], inside);
    await execute("go", ["build", "-ldflags=-s -w", "-o", "bin/", "./..."], inside);
  },
  command: (folder, name) => [join(folder, "bin", name)],
};

export const languages: readonly Language[] = [typescript, csbs, curl, python, go];

/** The commands that this machine lacks. */
export function missing({ needs }: Language): string[] {
  return needs.filter((command) => spawnSync("sh", ["-c", `command -v ${command}`]).status !== 0);
}

/** Runs a source that has been prepared, with the service at this URL in its environment. */
export function runSource(language: Language, folder: string, name: string, url: string): Promise<Finished> {
  const [program = "", ...args] = language.command(folder, name);
  return runProgram(program, args, { CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret });
}
