import { type CsbsClient, createCsbsClient, token } from "../index.ts";
import { loadCloud } from "./clouds.ts";
import type { ConnectionOptions } from "./connection-options.ts";
import { credentials } from "./credentials.ts";
import { UsageError } from "./exit.ts";
import { endpointOf } from "./regions.ts";
import { type Found, find, fromCloud, fromOptions, fromVariables, type Source } from "./settings.ts";
import { loadSpec, projectParameter } from "./spec.ts";
import { checkValue } from "./values.ts";

/** A client to work with, and what ends it. */
export interface Connection {
  client: CsbsClient;
  /** Milliseconds between two looks when waiting, if not the client's own. */
  interval?: number;
  close(): Promise<void>;
}

const orMock = "(or try --mock, which needs no account)";

/** @throws UsageError when something needed is missing or contradicts the rest. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  return options.mock === true ? connectToMock(options) : connectToService(options);
}

function connectToService(options: ConnectionOptions): Connection {
  exclude(options, "endpoint", "region");
  const sources = sourcesOf(options);
  const endpoint = readEndpoint(sources);
  const projectId = readProjectId(sources);
  const auth = credentials(sources, projectId);
  return {
    client: createCsbsClient({ endpoint, projectId, auth, timeout: options.timeout }),
    close: async () => {},
  };
}

/** Takes nothing from the environment: what is set there belongs to a real service. */
async function connectToMock(options: ConnectionOptions): Promise<Connection> {
  for (const name of ["endpoint", "region", "osCloud"] as const) exclude(options, "mock", name);
  // Loaded only here, because it is large.
  const { startMock } = await import("../mock.ts");
  const mock = await startMock({ scenario: "everyday" });
  const client = createCsbsClient({
    endpoint: mock.url,
    projectId: options.projectId ?? String(projectParameter(loadSpec()).example),
    auth: token(options.token ?? "any-token-will-do"),
    timeout: options.timeout,
  });
  // Its time moves with each look, so there is nothing to wait for.
  return { client, interval: 200, close: () => mock.stop() };
}

/**
 * The strongest first. A cloud that was typed goes before the variables, so that the token of one
 * cloud is not sent to another.
 */
function sourcesOf(options: ConnectionOptions): Source[] {
  const typed = fromOptions({ ...options });
  const variables = fromVariables(process.env);
  const name = options.osCloud ?? process.env.OS_CLOUD;
  if (name === undefined || name === "") return [typed, variables];
  const cloud = fromCloud(loadCloud(name, process.env));
  return options.osCloud === undefined ? [typed, variables, cloud] : [typed, cloud, variables];
}

/** A region stands for an endpoint, so that a region typed wins over an endpoint that a variable has. */
function readEndpoint(sources: readonly Source[]): string {
  for (const source of sources) {
    const endpoint = source("endpoint");
    if (endpoint !== undefined) return endpoint.value;
    const region = source("region");
    if (region !== undefined) return endpointOf(loadSpec(), region.value, wordsOf(region));
  }
  throw new UsageError(
    `no endpoint: give --endpoint or set CSBS_ENDPOINT, or name a region by --region or OS_REGION_NAME; a cloud of clouds.yaml may have region_name or csbs_endpoint_override ${orMock}`,
  );
}

function readProjectId(sources: readonly Source[]): string {
  const id = find(sources, "projectId");
  if (id !== undefined) return checkedProjectId(id);
  const name = find(sources, "project");
  const enough =
    name === undefined
      ? orMock
      : `(${wordsOf(name)}, but that is a name, and every request needs the ID; the console shows it)`;
  throw new UsageError(`no project-id: give --project-id or set OS_PROJECT_ID ${enough}`);
}

function checkedProjectId(found: Found): string {
  try {
    return String(checkValue(projectParameter(loadSpec()).schema, found.value));
  } catch (error) {
    throw new UsageError(`${wordsOf(found)}. ${(error as Error).message}`);
  }
}

function wordsOf({ place, value }: Found): string {
  return `${place} is ${JSON.stringify(value)}`;
}

function exclude(
  options: ConnectionOptions,
  one: keyof ConnectionOptions,
  other: keyof ConnectionOptions,
): void {
  if (options[one] === undefined || options[other] === undefined) return;
  const flag = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UsageError(`${flag(one)} and ${flag(other)} exclude each other; leave one out`);
}
