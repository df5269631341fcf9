import {
  type CsbsAuth,
  type CsbsClient,
  type CsbsClientSettings,
  countIn,
  createCsbsClient,
  paginate,
} from "../../index.ts";
import { collect } from "../lookup/collect.ts";
import type { Finding } from "./checkup.ts";

/** A response of the service to a request without a credential, and when it was exchanged. */
export interface Probe {
  response: Response;
  sent: number;
  received: number;
}

/** Sends a request of the description without a credential, which the service refuses with a documented status. */
export async function probe(
  settings: Omit<CsbsClientSettings, "auth"> & { endpoint: string },
  path: string,
  projectId: string,
  signal: AbortSignal | undefined,
): Promise<Probe> {
  let sent = 0;
  const auth: CsbsAuth = (request) => {
    sent = Date.now();
    return request;
  };
  // A service that does not respond must not take the time of several attempts.
  const { http } = createCsbsClient({ ...settings, auth, retries: 0 });
  const get = http.GET as (path: string, init: object) => Promise<{ response: Response }>;
  const { response } = await get(path, { params: { path: { project_id: projectId } }, signal });
  return { response, sent, received: Date.now() };
}

/** Whether what responds is the service, or the gateway in front of it. */
export function checkEndpoint({ response, sent, received }: Probe, endpoint: string): Finding {
  const { status, headers } = response;
  const milliseconds = received - sent;
  const detail = `${endpoint} responded ${status} to a request without a credential`;
  if (headers.get("content-type")?.includes("html") === true) {
    const remedy = "A proxy or another server responds instead of the service. Check endpoint and proxy.";
    return { result: "failed", detail: `${detail}, with a page of HTML`, remedy, milliseconds };
  }
  if (status === 404) {
    return {
      result: "failed",
      detail,
      remedy: "The service is not there. Check endpoint and region.",
      milliseconds,
    };
  }
  if (status >= 500) return { result: "failed", detail, remedy: "Try later.", milliseconds };
  return { detail, milliseconds };
}

/** The most backups that are listed to be counted. */
const mostListed = 5000;

/** Compares countBackups with the number of items of the whole list. */
export async function checkCount(client: CsbsClient, signal: AbortSignal | undefined): Promise<Finding> {
  const count = async () => countIn(await client.countBackups({}, { signal }));
  const before = await count();
  const limited = before > mostListed;
  const listed = limited
    ? (await client.listBackups({}, { signal })).checkpoint_items.length
    : (await collect(paginate(client.listBackups, {}, { signal }))).length;
  // Backups come and go meanwhile.
  const after = before === listed ? before : await count();
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  if (listed > high || (listed < low && !limited)) {
    const detail = `countBackups returns ${before}, but listBackups ${listed} items${limited ? " on its first page" : ""}`;
    return {
      result: "failed",
      detail,
      remedy: "Try again later; if it stays, report it to the operator of the service.",
    };
  }
  if (!limited) return { detail: `both ${listed}` };
  return { detail: `${before}; the first page has ${listed}. More than ${mostListed} are not listed` };
}
