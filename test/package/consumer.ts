import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { type Ended, run } from "./run.ts";

/** A project of a consumer: a folder, and programs run in it with the mock for a service. */
export interface Consumer {
  folder: string;
  write(file: string, text: string): Promise<void>;
  run(program: string, ...args: string[]): Promise<Ended>;
}

/** An empty project with the packed package installed into it, and nothing else. */
export async function installConsumer(type: "module" | "commonjs" = "module"): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-consumer-"));
  const consumer: Consumer = {
    folder,
    write: (file, text) => writeFile(join(folder, file), text),
    run: (program, ...args) =>
      run(program, args, folder, {
        CSBS_ENDPOINT: inject("mockUrl"),
        OS_PROJECT_ID: projectId,
        OS_TOKEN: secret,
      }),
  };
  await consumer.write("package.json", JSON.stringify({ name: "consumer", private: true, type }));
  // Offline, from an empty cache: the tarball brings all it needs.
  const options = ["--offline", "--cache", join(folder, ".npm"), "--no-audit", "--no-fund"];
  const { path } = inject("tarball");
  const installed = await consumer.run("npm", "install", ...options, path);
  if (installed.code !== 0) throw new Error(`npm install failed:\n${installed.stderr}`);
  return consumer;
}

/** The same, removed when the running test has finished. */
export async function installForTest(type?: "module" | "commonjs"): Promise<Consumer> {
  const consumer = await installConsumer(type);
  onTestFinished(() => rm(consumer.folder, { recursive: true }));
  return consumer;
}
