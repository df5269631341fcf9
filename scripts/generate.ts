/**
 * npm run generate: writes generated/ from openapi/ and the scenarios.
 * --check writes nothing and fails, naming each file that differs. --watch writes again after each change.
 */
import { watch } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildArtifacts } from "./generate/artifacts.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "generated");
const handWritten = ["README.md"];
const sources = ["openapi", "src/mock/scenarios"];

/** Milliseconds without a change after which a run starts: an editor saves several files at once. */
const quiet = 150;

try {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, watch: { type: "boolean" } } });
  if (values.check) await check(await readState());
  else if (values.watch) watchSources();
  else {
    const state = await readState();
    await write(state);
    console.log(`generated/: ${[...state.artifacts.keys()].join(", ")}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** What generated/ should hold, and what it holds. */
interface State {
  artifacts: Map<string, string>;
  present: Map<string, string>;
}

async function readState(): Promise<State> {
  const artifacts = await buildArtifacts();
  const names = (await readdir(folder)).filter((name) => !handWritten.includes(name));
  const read = (name: string) => readFile(join(folder, name), "utf8").catch(() => "");
  const present = await Promise.all(names.map(async (name) => [name, await read(name)] as const));
  return { artifacts, present: new Map(present) };
}

/** Writes what differs and removes what does not belong; resolves to the names of both. */
async function write({ artifacts, present }: State): Promise<string[]> {
  const changed = [...artifacts].filter(([name, text]) => present.get(name) !== text);
  const stray = [...present.keys()].filter((name) => !artifacts.has(name));
  await Promise.all(changed.map(([name, text]) => writeFile(join(folder, name), text)));
  await Promise.all(stray.map((name) => rm(join(folder, name), { recursive: true })));
  return [...changed.map(([name]) => name), ...stray];
}

async function check({ artifacts, present }: State): Promise<void> {
  const problems = [...present.keys()]
    .filter((name) => !artifacts.has(name))
    .map((name) => `generated/${name} does not belong there`);
  for (const [name, text] of artifacts) {
    if (!present.has(name)) problems.push(`generated/${name} is missing`);
    else if (present.get(name) !== text) problems.push(`generated/${name} is not what openapi/ gives`);
  }
  if (problems.length > 0) throw new Error([...problems, "Run: npm run generate"].join("\n"));
  console.log(`generated/ is what openapi/ gives (${artifacts.size} files).`);
}

/** Runs now and after each change, one run at a time. An error is printed, and the next change tried. */
function watchSources(): void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    const start = performance.now();
    try {
      const changed = await write(await readState());
      const time = `${Math.round(performance.now() - start)} ms`;
      console.log(`generated/: ${changed.join(", ") || "no change"} (${time})`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, quiet);
  };
  for (const source of sources) watch(join(root, source), { recursive: true }, schedule);
  schedule();
}
