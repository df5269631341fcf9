/** ky with its defaults: a timeout of 10 seconds, two retries, an error for a status that is not 2xx. */
import ky from "ky";

export function create({ endpoint, projectId, token, fetch }) {
  const client = ky.create({ headers: { "X-Auth-Token": token }, ...(fetch && { fetch }) });
  const url = `${endpoint}/v1/${projectId}/checkpoint_items/count`;
  return async ({ status }) => (await client.get(url, { searchParams: { status } }).json()).count;
}
