/** What a program without any library writes: the URL by hand, one header, and the body parsed. */

export function create({ endpoint, projectId, token, fetch }) {
  const base = `${endpoint}/v1/${projectId}/checkpoint_items/count`;
  return async ({ status }) => {
    const response = await (fetch ?? globalThis.fetch)(`${base}?status=${encodeURIComponent(status)}`, {
      headers: { "X-Auth-Token": token },
    });
    return (await response.json()).count;
  };
}
