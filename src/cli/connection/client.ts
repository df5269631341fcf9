import { resolveSettings } from "../../config/resolve.ts";
import { type CsbsClient, createCsbsClient, token } from "../../index.ts";
import { UsageError } from "../exit.ts";
import { exampleProject, loadSpec } from "../spec.ts";
import type { ConnectionOptions } from "./options.ts";

/** A client to work with, and what ends it. */
export interface Connection {
  client: CsbsClient;
  /** Milliseconds between two polls when waiting, if not the client's own. */
  interval?: number;
  close(): Promise<void>;
}

const flag = (name: string) =>
  name === "cloud" ? "--os-cloud" : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const wording = { label: flag, hint: " (or try --mock, which needs no account)" };

/** @throws UsageError or CsbsConfigError when something needed is missing or contradicts the rest. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  return options.mock === true ? connectToMock(options) : connectToService(options);
}

async function connectToService(options: ConnectionOptions): Promise<Connection> {
  const { osCloud: cloud, endpoint, region, projectId, token, timeout } = options;
  const settings = await resolveSettings({ cloud, endpoint, region, projectId, token }, process.env, wording);
  return { client: createCsbsClient({ ...settings, timeout }), close: async () => {} };
}

/** Takes nothing from the environment: what is set there belongs to a real service. */
async function connectToMock(options: ConnectionOptions): Promise<Connection> {
  for (const name of ["endpoint", "region", "osCloud"] as const) exclude(options, "mock", name);
  // Loaded only here, because it is large.
  const { startMock } = await import("../../mock.ts");
  const mock = await startMock({ scenario: "everyday" });
  const client = createCsbsClient({
    endpoint: mock.url,
    projectId: options.projectId ?? String(exampleProject(loadSpec())),
    auth: token(options.token ?? "any-token-will-do"),
    timeout: options.timeout,
  });
  // Its time moves with each poll, so there is nothing to wait for.
  return { client, interval: 200, close: () => mock.stop() };
}

function exclude(
  options: ConnectionOptions,
  one: keyof ConnectionOptions,
  other: keyof ConnectionOptions,
): void {
  if (options[one] === undefined || options[other] === undefined) return;
  throw new UsageError(`${flag(one)} and ${flag(other)} exclude each other; leave one out`);
}
