/** Makes every call of exchanges.json with the generated client; prints a line of JSON for each. */
import { readFileSync } from "node:fs";
import axios, { isAxiosError } from "axios";
import * as csbs from "./client/index.js";

interface Exchange {
  id: string;
  operationId: string;
  parameters: Record<string, unknown>;
  requestSchema?: string;
  body?: unknown;
  prefer: string;
}

type Call = (parameters: object, options: object) => Promise<{ status: number; data: unknown }>;

const configuration = new csbs.Configuration({
  basePath: process.env.CSBS_ENDPOINT as string,
  apiKey: (name) => (name === "X-Auth-Token" ? (process.env.OS_TOKEN as string) : ""),
});
const apis = Object.entries(csbs)
  .filter(([name]) => name.endsWith("Api"))
  .map(([, Api]) => new (Api as typeof csbs.BackupsApi)(configuration) as unknown as Record<string, Call>);

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

async function call({ operationId, parameters, requestSchema, body, prefer }: Exchange) {
  const api = apis.find((candidate) => operationId in candidate);
  const given = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [camel(name), value]));
  if (requestSchema !== undefined) given[lowerFirst(requestSchema)] = body;
  const options = { headers: { Prefer: prefer } };
  const method = api?.[operationId];
  if (method === undefined) throw new Error(`no operation ${operationId}`);
  const { status, data } = await method.call(api, given, options).catch((error: unknown) => {
    if (isAxiosError(error) && error.response !== undefined) return error.response;
    throw error;
  });
  return { status, body: data === "" ? null : data };
}

axios.defaults.timeout = 60_000;
for (const exchange of JSON.parse(readFileSync("exchanges.json", "utf8")) as Exchange[]) {
  console.log(JSON.stringify({ id: exchange.id, ...(await call(exchange)) }));
}
