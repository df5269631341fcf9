import { authUrlOf, credentials, methodOf } from "../../config/credentials.ts";
import { type Row, secretValues, settingRows } from "../../config/report.ts";
import { planSettings, sourcesOf } from "../../config/resolve.ts";
import { type CsbsAuth, createCsbsClient } from "../../index.ts";
import { responseValidator } from "../../validators.ts";
import { applyNetwork } from "../connection/network.ts";
import { flagOf } from "../connection/settings.ts";
import { exampleProject } from "../spec.ts";
import { explainSilence } from "./checkup.ts";
import { checkClock } from "./clock.ts";
import type { Examination, Setup } from "./examination.ts";
import { examineIam } from "./examine-iam.ts";
import { checkNetwork } from "./network.ts";
import { checkOperations } from "./operations.ts";
import { readOperations } from "./requests.ts";
import { checkCount, checkEndpoint, type Probe, probe } from "./service.ts";

const wording = { label: flagOf };

/** Runs all checks in their order. `showSettings` is called before any request is made. */
export async function examine(
  examination: Examination,
  showSettings: (rows: readonly Row[]) => void,
): Promise<void> {
  const { world, checkup } = examination;
  const { rows, problem } = await settingRows(world.given, world.environment, wording);
  const setup = await checkup.run<Setup>("settings", [], async () => {
    const detail = problem ?? `${rows.length} found`;
    return problem === undefined ? { detail, value: await setUp(examination) } : { result: "failed", detail };
  });
  showSettings(rows.map((row) => ({ ...row, source: world.sourceOf(row.source) })));
  if (setup === undefined) return;
  const { url } = setup;
  const reachable = await checkNetwork("endpoint", url, examination, setup.ca);
  const { projectId, auth, needs } = await examineIam(examination, setup);
  await examineService(examination, setup, { projectId, auth, needs, reachable });
}

/** @throws CsbsConfigError for settings that no client can use. */
async function setUp({ world, checkup, session, settings }: Examination): Promise<Setup> {
  const sources = await sourcesOf(world.given, world.environment, flagOf);
  for (const secret of secretValues(sources)) checkup.secrets.add(secret);
  const plan = planSettings(sources, world.given, { ...wording, fetch: settings.fetch });
  const ca = await applyNetwork(plan.tls, session, world.environment);
  const method = methodOf(sources) ?? "token";
  const auth = credentials(sources, undefined, flagOf, settings.fetch) as CsbsAuth;
  createCsbsClient({ ...settings, endpoint: plan.endpoint, auth });
  return { sources, plan, method, auth, authUrl: authUrlOf(sources), url: new URL(plan.endpoint), ca };
}

async function examineService(
  { checkup, spec, settings, session }: Examination,
  { plan, method }: Setup,
  given: {
    projectId: string | undefined;
    auth: CsbsAuth | undefined;
    needs: readonly string[];
    reachable: string;
  },
): Promise<void> {
  const { signal } = session;
  const { endpoint } = plan;
  const projectId = given.projectId ?? String(exampleProject(spec));
  const [first] = readOperations(spec);
  let sent: Promise<Probe> | undefined;
  const probeOnce = () => {
    sent ??= probe({ ...settings, endpoint }, first?.path ?? "", projectId, signal);
    return sent;
  };
  await checkup.run("clock", [given.reachable], async () => {
    const found = await probeOnce().catch(() => undefined);
    if (found === undefined) return { result: "skipped", detail: "no response with a time" };
    return checkClock(found.response.headers.get("date"), found, method === "key");
  });
  await checkup.run("endpoint", [given.reachable], () =>
    explainSilence(async () => checkEndpoint(await probeOnce(), endpoint)),
  );
  const needs = ["clock", "endpoint", ...given.needs];
  const client = createCsbsClient({
    ...settings,
    endpoint,
    projectId,
    auth: given.auth ?? plan.authFor(projectId),
    validate: responseValidator,
  });
  await checkOperations(client, { spec, checkup, needs, signal });
  await checkup.run("count against list", ["countBackups", "listBackups"], () => checkCount(client, signal));
}
