/**
 * npm run soak: calls of every kind at full speed against a stub in another process, for two minutes or
 * `--minutes N`. Fails when the heap grows with the calls, when a handle, timer or listener is left, or
 * when anything but a typed error is thrown. `--inject leak`, `timer` or `listener` shows that it can fail.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Document } from "../src/spec/document.ts";
import { injectLeak, type LeakKind, leakKinds } from "./soak/injected-leaks.ts";
import { Leaks } from "./soak/leaks.ts";
import { evaluate, type Sample } from "./soak/result.ts";
import { measureBeside } from "./soak/throughput.ts";
import { createWork } from "./soak/work.ts";

const { values } = parseArgs({ options: { minutes: { type: "string" }, inject: { type: "string" } } });
const duration = Number(values.minutes ?? 2) * 60_000;
const inject = values.inject as LeakKind | undefined;
if (!(duration > 0) || (inject !== undefined && !leakKinds.includes(inject)) || globalThis.gc === undefined) {
  console.error(`usage: node --expose-gc scripts/soak.ts [--minutes N] [--inject ${leakKinds.join("|")}]`);
  process.exit(2);
}

/** What the engine compiles and what is pooled at first does not count: so many calls, whatever time they take. */
const warmUpCalls = 20_000;
const sampleEvery = Math.max(500, duration / 60);
const throughputEvery = 5;

const root = join(import.meta.dirname, "..");
const document = JSON.parse(await readFile(join(root, "generated/openapi.json"), "utf8")) as Document;
const leaks = new Leaks();
const server = fork(join(import.meta.dirname, "soak/server.ts"));
const [port] = (await once(server, "message")) as [number];
const endpoint = `http://127.0.0.1:${port}`;

const work = createWork({ endpoint, document, signal: leaks.signal });
const disturb = injectLeak(inject, leaks.signal);
const samples: Sample[] = [];
const throughputs: { client: number; fetch: number }[] = [];
while (work.counts.calls < warmUpCalls) await work.runUntil(performance.now() + sampleEvery, disturb);
for (const begun = performance.now(); performance.now() - begun < duration; ) {
  await work.runUntil(performance.now() + sampleEvery, disturb);
  if (samples.length % throughputEvery === 0)
    throughputs.push(await measureBeside(work.plain, `${endpoint}/bare`));
  samples.push({ calls: work.counts.calls, heap: await settledHeap() });
}
server.kill();
await once(server, "exit");

const { lines, passed } = evaluate({
  samples,
  throughputs,
  counts: work.counts,
  left: await leaks.find(),
  versions: { node: process.versions.node, undici: process.versions.undici ?? "" },
});
console.log(lines.join("\n"));
process.exit(passed ? 0 : 1);

/** What finalizers let go of in one collection is taken by the next, and finalizers run in between. */
async function settledHeap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
