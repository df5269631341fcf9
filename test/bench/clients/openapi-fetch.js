/** openapi-fetch alone: no timeout, no retries, errors are values. */
import createClient from "openapi-fetch";

export function create({ endpoint, projectId, token, fetch }) {
  const client = createClient({ baseUrl: endpoint, headers: { "X-Auth-Token": token }, fetch });
  const path = { project_id: projectId };
  return async ({ status }) => {
    const { data } = await client.GET("/v1/{project_id}/checkpoint_items/count", {
      params: { path, query: { status } },
    });
    return data.count;
  };
}
