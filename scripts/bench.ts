/**
 * npm run bench: compares this client with others in one run (CPU time, time over loopback, size, paging), and the
 * built mock with stock prism-cli, and measures what csbs proxy adds to a call. --json prints the figures as JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureLoopback, measureStubbed } from "./bench/calls.ts";
import { buildClients } from "./bench/clients.ts";
import { installPeers } from "./bench/competitors.ts";
import { measureMocks } from "./bench/mocks.ts";
import { measurePaging } from "./bench/paging.ts";
import { measureProxy } from "./bench/proxy.ts";
import { type Figures, tables, targets, versions } from "./bench/report.ts";
import { bundleSizes } from "./size/measure.ts";

const scratch = await mkdtemp(join(tmpdir(), "csbs-bench-"));
try {
  const { values } = parseArgs({ options: { json: { type: "boolean" } } });
  const figures = await measureAll();
  console.log(values.json ? JSON.stringify(figures, null, 2) : tables(figures));
  for (const line of targets(figures)) console.error(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true });
}

async function measureAll(): Promise<Figures> {
  await installPeers();
  const built = await buildClients(scratch);
  return {
    versions: await versions(),
    stubbed: await measureStubbed(built),
    loopback: await measureLoopback(built),
    sizes: { ...sizesOf(built), everything: (await bundleSizes())["every export"] ?? 0 },
    paging: await measurePaging(),
    mocks: await measureMocks(),
    proxy: await measureProxy(),
  };
}

function sizesOf(built: Awaited<ReturnType<typeof buildClients>>): Omit<Figures["sizes"], "everything"> {
  return Object.fromEntries(
    Object.entries(built).map(([name, { size }]) => [name, size]),
  ) as Figures["sizes"];
}
