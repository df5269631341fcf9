/** This client as its users make it: token, timeout, retries and typed errors on. */
import { createCsbsClient, token as tokenAuth } from "../../../src/index.ts";

export function create({ endpoint, projectId, token, fetch }) {
  const csbs = createCsbsClient({ endpoint, projectId, auth: tokenAuth(token), fetch });
  return async ({ status }) => (await csbs.countBackups({ status })).count;
}
