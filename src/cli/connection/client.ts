import { resolveIam } from "../../config/iam.ts";
import { resolveSettings, type TlsSettings } from "../../config/resolve.ts";
import {
  type CsbsClient,
  type CsbsClientSettings,
  createCsbsClient,
  listProjects,
  type Project,
  token,
} from "../../index.ts";
import { excludeEachOther } from "../exit.ts";
import type { Session } from "../session.ts";
import { exampleProject, loadSpec } from "../spec.ts";
import { applyNetwork } from "./network.ts";
import type { ConnectionOptions } from "./options.ts";
import { flagOf } from "./settings.ts";
import { watchTraffic } from "./traffic.ts";

/** A client to work with. */
export interface Connection {
  client: CsbsClient;
  /** Milliseconds between two polls when waiting, if not the client's own. */
  interval: number | undefined;
}

/** Clients of several projects and regions. */
export interface Connections {
  /** The client of a project and region; of those that are configured where they are left out. */
  at(target: { projectId?: string | undefined; region?: string | undefined }): Promise<Located>;
  /** The projects that IAM shows to the caller. */
  listProjects(signal: AbortSignal | undefined): Promise<Project[]>;
  close(): Promise<void>;
}

/** A client, and what it is a client of. */
export interface Located {
  client: CsbsClient;
  projectId: string;
  /** Undefined where an endpoint was configured instead. */
  region: string | undefined;
  endpoint: string;
}

type Given = Omit<ConnectionOptions, "region" | "projectId">;
type Watched = ReturnType<typeof watchTraffic>;

const wording = { label: flagOf, hint: " (or try --mock, which needs no account)" };

/**
 * Does something with a client, and ends what was started for it.
 *
 * @throws UsageError or CsbsConfigError when something needed is missing or contradicts the rest.
 */
export async function withClient(
  options: ConnectionOptions,
  session: Session,
  run: (connection: Connection) => Promise<void>,
): Promise<void> {
  const { region, projectId, ...given } = options;
  exclude(options, "mock", "region");
  const { at, close } = await connectEverywhere(given, session);
  try {
    const { client } = await at({ region, projectId });
    // Time of the mock moves with each poll, so there is nothing to wait for.
    await run({ client, interval: options.mock === true ? 200 : undefined });
  } finally {
    await close();
  }
}

/** @throws UsageError when options contradict each other; the clients when something is missing. */
export async function connectEverywhere(options: Given, session: Session): Promise<Connections> {
  const watched = watchTraffic(options, session);
  return options.mock === true
    ? connectToMock(options, watched)
    : connectToService(options, watched, session);
}

function connectToService(
  { osCloud: cloud, endpoint, token, timeout }: Given,
  watched: Watched,
  session: Session,
): Connections {
  const resolved = { cloud, endpoint, token };
  let applied: Promise<unknown> | undefined;
  const prepare = async (tls: TlsSettings) => {
    applied ??= applyNetwork(tls, session);
    await applied;
  };
  return {
    async at({ region, projectId }) {
      const { settings, region: found } = await resolveSettings(
        { ...resolved, region, projectId },
        process.env,
        { ...wording, fetch: watched.fetch },
        prepare,
      );
      return located({ ...settings, ...watched, timeout }, found);
    },
    async listProjects(signal) {
      const { fetch } = watched;
      const { tls, ...iam } = await resolveIam(resolved, process.env, { ...wording, fetch });
      await prepare(tls);
      return listProjects({ ...iam, fetch, timeout, signal });
    },
    close: async () => {},
  };
}

/** Takes nothing from the environment: what is set there belongs to a real service. */
async function connectToMock(options: Given, watched: Watched): Promise<Connections> {
  for (const name of ["endpoint", "osCloud"] as const) exclude(options, "mock", name);
  // Loaded only here, because it is large.
  const { startMock } = await import("../../mock.ts");
  const mock = await startMock({ scenario: "everyday" });
  const { timeout } = options;
  const auth = token(options.token ?? "any-token-will-do");
  return {
    at: async ({ projectId = String(exampleProject(loadSpec())), region }) =>
      located({ ...watched, endpoint: mock.url, projectId, auth, timeout }, region),
    listProjects: (signal) => listProjects({ authUrl: `${mock.url}/v3`, auth, timeout, signal }),
    close: () => mock.stop(),
  };
}

function located(
  settings: CsbsClientSettings & { endpoint: string; projectId: string },
  region: string | undefined,
): Located {
  const { endpoint, projectId } = settings;
  return { client: createCsbsClient(settings), endpoint, projectId, region };
}

/** @throws UsageError when both are given. */
export function exclude(
  options: ConnectionOptions,
  one: keyof ConnectionOptions,
  other: keyof ConnectionOptions,
): void {
  if (options[one] === undefined || options[other] === undefined) return;
  throw excludeEachOther(flagOf(one), flagOf(other));
}
