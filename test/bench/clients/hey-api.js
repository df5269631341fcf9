/** What @hey-api/openapi-ts makes of generated/openapi.json; the two modules are written by each run. */
import { createClient } from "hey-api/client";
import { countBackups } from "hey-api/sdk";

export function create({ endpoint, projectId, token, fetch }) {
  const client = createClient({
    baseUrl: endpoint,
    headers: { "X-Auth-Token": token },
    ...(fetch && { fetch }),
  });
  const path = { project_id: projectId };
  return async ({ status }) => (await countBackups({ client, path, query: { status } })).data.count;
}
