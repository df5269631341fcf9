/**
 * Programs of consumers, by file name; the ending says what module each is. They are texts here
 * because the compiler of this repository would take them for its own otherwise.
 */
const imports = `
import {
  type Backup,
  type BackupFilter,
  type CountBackupsResponse,
  CsbsApiError,
  type CsbsClient,
  createCsbsClient,
  type ListBackupsResponse,
  paginate,
  token,
  type components,
} from "csbs-api";
import { startMock } from "csbs-api/mock";
import { connect } from "csbs-api/node";

const csbs = createCsbsClient({ endpoint: "https://x", projectId: "p", auth: token("t") });
export const response: Promise<components["schemas"]["BackupCount"]> = csbs.countBackups({
  status: "error",
  end_time: new Date(),
  resource_type: ["OS::Nova::Server"],
});
export const connected: Promise<CsbsClient> = connect({ cloud: "otc", timeout: 1000 });
const filter: BackupFilter = { status: "error", start_time: "2026-11-17T00:00:00", end_time: undefined };
export const counted: Promise<CountBackupsResponse> = csbs.countBackups(filter);
export const listed: Promise<ListBackupsResponse> = csbs.listBackups({ ...filter, limit: 10 });
export const walked: AsyncIterable<Backup> = paginate(csbs.listBackups, filter);
export const code = (error: unknown): string | undefined =>
  error instanceof CsbsApiError ? error.code : undefined;
export const url: Promise<string> = startMock({ port: 0 }).then((mock) => mock.url);
export const byPath = async (): Promise<number | undefined> => {
  const params = { path: { project_id: "p" } };
  return (await csbs.http.GET("/v1/{project_id}/checkpoint_items/count", { params })).data?.count;
};
// @ts-expect-error: a misspelt filter.
csbs.countBackups({ stauts: "error" });
// @ts-expect-error: the client underneath has a type, which is that of openapi-fetch.
export const untyped: number = csbs.http;
`;

const requires = `
import csbsApi = require("csbs-api");

const { createCsbsClient, token } = csbsApi;
const csbs: csbsApi.CsbsClient = createCsbsClient({ endpoint: "x", projectId: "p", auth: token("t") });
export const response: Promise<{ count: number }> = csbs.countBackups();
`;

export const consumers: Record<string, string> = {
  "imports.mts": imports,
  "imports.cts": imports,
  "requires.cts": requires,
};
