/**
 * npm start: the main job. Counts backups against an embedded mock or, with CSBS_ENDPOINT,
 * OS_PROJECT_ID and OS_TOKEN set, against the real service. With arguments it runs one
 * `csbs count` with them instead.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  CsbsApiError,
  type CsbsClient,
  CsbsConfigError,
  CsbsError,
  createCsbsClient,
  token,
} from "../src/index.ts";
import { startMock } from "../src/mock.ts";

const { CSBS_ENDPOINT: endpoint, OS_PROJECT_ID: projectId, OS_TOKEN: osToken } = process.env;
const args = process.argv.slice(2);

if (args.length > 0) countOnce();
else {
  try {
    await (endpoint ? tourOfService(endpoint) : tourOfMock());
  } catch (error) {
    if (!(error instanceof CsbsError)) throw error;
    console.error(`start: ${error.message}`);
    process.exitCode = 1;
  }
}

function countOnce(): void {
  const program = join(import.meta.dirname, "../src/cli/main.ts");
  const mock = endpoint || args.includes("--mock") ? [] : ["--mock"];
  const child = spawn(process.execPath, [program, "count", ...mock, ...args], { stdio: "inherit" });
  child.on("close", (code) => {
    process.exitCode = code ?? 1;
  });
}

async function tourOfService(url: string): Promise<void> {
  if (!projectId || !osToken)
    throw new CsbsConfigError("CSBS_ENDPOINT is set; set OS_PROJECT_ID and OS_TOKEN too");
  const csbs = createCsbsClient({ endpoint: url, projectId, auth: token(osToken) });
  console.log(`Counting the backups of project ${projectId} at ${url}.\n`);
  await countThree(csbs);
}

async function tourOfMock(): Promise<void> {
  const mock = await startMock({ scenario: "everyday" });
  try {
    console.log(`No endpoint is configured, so these responses come from a mock of CSBS at ${mock.url}.
It checks each request against the spec, and has ten backups of its own, which are made up.
`);
    const csbs = createCsbsClient({
      endpoint: mock.url,
      projectId: projectId || "b942cc8342734d15bcb246babb1953cf",
      auth: token("any-token-will-do"),
    });
    await countThree(csbs);
    await showRefusal(csbs);
    console.log(`
What next?
  npm start -- --status available     one count with a filter; npm start -- --help lists all 13
  npm run mock                        the same mock on port 4010, for curl or a client of yours
  CSBS_ENDPOINT=https://csbs.eu-de.otc.t-systems.com OS_PROJECT_ID=… OS_TOKEN=… npm start
                                      your own backups`);
  } finally {
    await mock.stop();
  }
}

async function countThree(csbs: CsbsClient): Promise<void> {
  const week = 7 * 24 * 60 * 60 * 1000;
  const start_time = new Date(Math.floor((Date.now() - week) / 1000) * 1000);
  await show(csbs, "All backups", {});
  await show(csbs, "Backups in error", { status: "error" });
  await show(csbs, "Of servers and bare metal, last 7 days", {
    resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"],
    start_time,
  });
}

type Filters = Parameters<CsbsClient["countBackups"]>[0];

async function show(csbs: CsbsClient, title: string, filters: Filters): Promise<void> {
  const { data, response } = await csbs.withResponse.countBackups(filters);
  const { search } = new URL(response.url);
  line(title, String(data.count), `csbs.countBackups(${describe(filters)})`);
  line("", "", `GET …/checkpoint_items/count${decodeURIComponent(search)}`);
}

async function showRefusal(csbs: CsbsClient): Promise<void> {
  try {
    // @ts-expect-error: the types refuse the filter before the service has to.
    await csbs.countBackups({ status: "broken" });
  } catch (error) {
    if (!(error instanceof CsbsApiError)) throw error;
    line("A filter that does not exist", "refused", `${error.name}: ${error.message}`);
  }
}

function describe(filters: Filters): string {
  return Object.keys(filters ?? {}).length === 0 ? "" : `{ ${Object.keys(filters ?? {}).join(", ")} }`;
}

function line(title: string, result: string, note: string): void {
  console.log(`  ${title.padEnd(40)}${result.padStart(8)}   ${note}`);
}
