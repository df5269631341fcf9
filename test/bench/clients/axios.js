/** axios on its fetch adapter, with a timeout as this client has one. */
import axios from "axios";

export function create({ endpoint, projectId, token, fetch }) {
  const client = axios.create({
    baseURL: endpoint,
    adapter: "fetch",
    timeout: 60_000,
    headers: { "X-Auth-Token": token },
    ...(fetch && { env: { fetch } }),
  });
  const path = `/v1/${projectId}/checkpoint_items/count`;
  return async ({ status }) => (await client.get(path, { params: { status } })).data.count;
}
