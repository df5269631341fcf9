import { expect, onTestFinished } from "vitest";
import type { Check } from "../../../src/cli/doctor/checkup.ts";
import { type Mock, type Scenario, startMock } from "../../../src/mock.ts";
import { projectId } from "../../support/client.ts";
import { startServer } from "../../support/server.ts";
import { csbs, type Ended } from "../support.ts";

export const password = "a-pass/word+1";

/** The only user of the mock. */
const users = [
  { name: "jane", domain: "OTC-1", password, projects: [{ id: projectId, name: "eu-de_shop" }] },
] satisfies Scenario["users"];

/** A mock for the running test that jane may sign in to. */
export async function startService(...scenarios: (Scenario | string)[]): Promise<Mock> {
  const mock = await startMock({ scenario: ["everyday", { users }, ...scenarios] });
  onTestFinished(() => mock.stop());
  return mock;
}

/** What jane sets to use a service. */
export function janeAt(url: string): Record<string, string> {
  return {
    CSBS_ENDPOINT: url,
    OS_PROJECT_ID: projectId,
    OS_AUTH_URL: `${url}/v3`,
    OS_USERNAME: "jane",
    OS_PASSWORD: password,
    OS_USER_DOMAIN_NAME: "OTC-1",
  };
}

export interface Report {
  ok: boolean;
  summary: Record<string, number>;
  settings: { setting: string; value: string; source: string }[];
  checks: Check[];
}

/** Runs the command for programs; `check` finds a check by its name. */
export async function doctor(
  ...args: string[]
): Promise<Ended & { report: Report; check: (name: string) => Check }> {
  const ended = await csbs("doctor", "-o", "json", ...args);
  const report = JSON.parse(ended.stdout) as Report;
  const check = (name: string) => {
    const found = report.checks.find((one) => one.check === name);
    expect(found, `the check ${name}`).toBeDefined();
    return found as Check;
  };
  return { ...ended, report, check };
}

/** The names of the checks with a result. */
export function named({ checks }: Report, result: Check["result"]): string[] {
  return checks.filter((check) => check.result === result).map(({ check }) => check);
}

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Passes requests on to a service, and changes its responses; undefined leaves one as it is. Its clock may differ. */
export function startEditor(
  service: string,
  edit: (
    request: { method: string; path: string; headers: Headers },
    reply: Reply,
  ) => Partial<Reply> | undefined,
  clockAhead = 0,
): Promise<string> {
  return startServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "GET", url: path = "/" } = incoming;
    const { host: _, connection: __, "content-length": ___, ...sent } = incoming.headers;
    const headers = new Headers(sent as Record<string, string>);
    const body = Buffer.concat(chunks).toString();
    const response = await fetch(service + path, { method, headers, ...(body === "" ? {} : { body }) });
    const { "content-length": ____, connection: _____, ...rest } = Object.fromEntries(response.headers);
    const reply = { status: response.status, headers: rest, body: await response.text() };
    if (clockAhead !== 0) rest.date = new Date(Date.now() + clockAhead * 1000).toUTCString();
    const edited = { ...reply, ...edit({ method, path, headers }, reply) };
    outgoing.writeHead(edited.status, edited.headers).end(edited.body);
  });
}
