import { execFile } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { serveFolder } from "./server.ts";

const root = join(import.meta.dirname, "../..");

/** Serves the site, builds it anew and lets open pages reload whenever openapi/, docs/ or the sources of the site change. */
export async function serveAndRebuild({ folder, port }: { folder: string; port: number }): Promise<void> {
  await build(folder, false);
  const server = await serveFolder(folder, { port });
  console.log(`${server.url} shows the site and reloads it when openapi/ or docs/ changes; Ctrl-C stops it.`);
  const changed = collected(async (files) => {
    // The site reads guides directly, and openapi/ through the bundle.
    const bundle = files.some((file) => file.startsWith("openapi"));
    if (await build(folder, bundle)) server.reload();
  });
  for (const name of ["openapi", "docs", join("scripts", "docs")]) {
    watch(join(root, name), { recursive: true }, (_event, file) => changed(join(name, file ?? "")));
  }
}

/** In processes of their own, so that changed scripts count too. */
async function build(folder: string, bundle: boolean): Promise<boolean> {
  const docs = ["scripts/docs.ts", "--out", folder, "--reload"];
  try {
    for (const step of bundle ? [["scripts/generate.ts"], docs] : [docs]) {
      const { stdout } = await promisify(execFile)(process.execPath, step, { cwd: root });
      process.stdout.write(stdout);
    }
    return true;
  } catch (error) {
    console.error((error as { stderr?: string }).stderr ?? (error as Error).message);
    return false;
  }
}

/** Runs one at a time, a moment after the last change: saving a file often gives several events. */
export function collected(run: (files: string[]) => Promise<void>): (file: string) => void {
  let files: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const start = async () => {
    if (running) {
      timer = setTimeout(start, 100);
      return;
    }
    const taken = files;
    files = [];
    running = true;
    await run(taken);
    running = false;
  };
  return (file) => {
    files.push(file);
    clearTimeout(timer);
    timer = setTimeout(start, 100);
  };
}
