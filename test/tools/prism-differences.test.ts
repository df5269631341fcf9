import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { stringify } from "yaml";
import { projectId, secret } from "../support/client.ts";
import { root } from "../support/process.ts";
import { type RawRequest, send } from "./exchanges.ts";
import { startStockPrism } from "./prism-cli.ts";

/**
 * How stock Prism differs from `csbs mock`, for the guide. `npm run test:tools -- -u` writes the table from
 * both responses.
 */
interface Difference {
  request: string;
  raw: Partial<RawRequest>;
  stock: string;
  mock: string;
}

/** Of a response that never comes. Milliseconds; the machine may be busy. */
const patience = 20_000;

const count = `/v1/${projectId}/checkpoint_items/count`;
const policies = `/v1/${projectId}/policies`;
const refused = "400 CSBS.9001";
const post = (body: string): Partial<RawRequest> => ({
  method: "POST",
  target: policies,
  headers: { "X-Auth-Token": secret, "Content-Type": "application/json" },
  body,
});

const differences: Difference[] = [
  {
    request: "A state that is empty, ?status=",
    raw: { target: `${count}?status=` },
    stock: "200",
    mock: refused,
  },
  { request: "A body that is invalid JSON", raw: post('{"policy":'), stock: "no response", mock: refused },
  {
    request: "An unknown property in a body whose name is not ASCII",
    raw: post(JSON.stringify({ policy: { 名: 1 } })),
    stock: "the process ends",
    mock: refused,
  },
  {
    request: "A body of more than 10 MB",
    raw: post(JSON.stringify({ policy: "x".repeat(11 * 1024 * 1024) })),
    stock: "413",
    mock: refused,
  },
  {
    request: "A URL of more than 16 kB",
    raw: { target: `${count}?name=${"x".repeat(20_000)}` },
    stock: "431",
    mock: "200",
  },
  {
    request: "A method that the path does not have",
    raw: { method: "PATCH" },
    stock: "405",
    mock: "405 APIGW.0101, Allow: GET",
  },
  {
    request: "A sign-in at IAM, POST /v3/auth/tokens",
    raw: { ...post(JSON.stringify(signIn())), target: "/v3/auth/tokens" },
    stock: "404",
    mock: "201",
  },
];

test.each(differences)("$request", async ({ raw, stock, mock }) => {
  const prism = await startStockPrism("openapi.yaml");
  onTestFinished(() => prism.stop());
  const request = { method: "GET", target: count, headers: { "X-Auth-Token": secret }, ...raw };
  expect({
    stock: await outcome(prism.url, request),
    mock: await outcome(inject("mockUrl"), request),
  }).toEqual({ stock, mock });
});

test("the table in the guide has them", async () => {
  const rows = differences.map(({ request, stock, mock }) => ({
    request,
    "prism-cli": stock,
    "csbs mock": mock,
  }));
  const heading = "# Written by `npm run test:tools -- -u` from test/tools/prism-differences.test.ts.\n";
  const file = join(root, "docs/guides/tables/prism-differences.yaml");
  await expect(heading + stringify(rows, { lineWidth: 100 })).toMatchFileSnapshot(file);
});

/** A response in a few words. */
async function outcome(url: string, request: RawRequest): Promise<string> {
  const response = await send(url, request, patience).catch((error: Error) => error);
  if (response instanceof Error) {
    return response.name === "TimeoutError" ? "no response" : "the process ends";
  }
  const allow = response.headers.get("Allow");
  const { error_code: code } = (await response.json().catch(() => ({}))) as { error_code?: string };
  return `${response.status}${code === undefined ? "" : ` ${code}`}${allow === null ? "" : `, Allow: ${allow}`}`;
}

function signIn(): object {
  const user = { name: "anyone", password: "any", domain: { name: "any" } };
  const scope = { project: { id: projectId } };
  return { auth: { identity: { methods: ["password"], password: { user } }, scope } };
}
