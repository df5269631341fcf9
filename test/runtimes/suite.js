/**
 * The suite that every runtime runs: plain ESM without imports, so that nothing but the package
 * under test has to work there. The runtime's entry hands in the package's exports.
 */

const server = "c50951a5-639d-4d3c-9498-9a3bbf9e74e7";

/** Each check by its name; it throws when something is not as it should be. */
export const checks = {
  async "counts without filters"({ csbs }) {
    same(await csbs.countBackups(), { count: 10 });
  },

  async "counts with a state, a Date and two resource types"({ csbs }) {
    const filters = {
      status: "error",
      start_time: new Date("2026-11-17T00:00:00Z"),
      resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"],
    };
    same(await csbs.countBackups(filters), { count: 10 });
  },

  async "throws a typed error with its code on 400"({ csbs, api }) {
    const error = await rejection(csbs.countBackups({ status: "broken" }));
    instance(error, api.CsbsApiError);
    instance(error, api.CsbsError);
    same([error.name, error.status, error.code], ["CsbsApiError", 400, "CSBS.9001"]);
    same(error.operation, "countBackups");
  },

  async "throws a typed error on 401 without a token"({ client, api }) {
    const error = await rejection(client({ auth: (request) => request }).countBackups());
    instance(error, api.CsbsApiError);
    same(error.status, 401);
  },

  async "gives the response along"({ csbs }) {
    const { data, response } = await csbs.withResponse.countBackups();
    same([data.count, response.status], [10, 200]);
    same(response.headers.get("content-type").split(";")[0], "application/json");
  },

  async "sends the headers of a call"({ csbs }) {
    same(await csbs.countBackups({}, { headers: { Prefer: "example=noBackups" } }), { count: 0 });
  },

  async "gives up after the timeout"({ client, api, silentUrl }) {
    const error = await rejection(client({ endpoint: silentUrl, timeout: 200 }).countBackups());
    instance(error, api.CsbsTimeoutError);
    same(error.timeout, 200);
  },

  async "ends with the caller's reason when the caller aborts"({ client, silentUrl }) {
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = client({ endpoint: silentUrl }).countBackups({}, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    const error = await rejection(call);
    // Signals of React Native have no reason.
    if ("reason" in controller.signal) same(error === reason, true);
    else same(error.name, "AbortError");
  },

  async "tells a refused connection"({ client, api, refusedUrl }) {
    const error = await rejection(client({ endpoint: refusedUrl, timeout: 10_000 }).countBackups());
    instance(error, api.CsbsConnectionError);
    same(error.name, "CsbsConnectionError");
  },

  async "follows no redirect"({ client, api, redirectUrl }) {
    instance(await rejection(client({ endpoint: redirectUrl }).countBackups()), api.CsbsConnectionError);
  },

  async "creates a backup from a body"({ csbs }) {
    const body = { protect: { backup_name: "before_upgrade-7", resource_type: "OS::Nova::Server" } };
    const { checkpoint } = await csbs.createBackup({ resource_id: server, body });
    same(typeof checkpoint.id, "string");
  },

  async "resolves to undefined on 204"({ csbs }) {
    same(await csbs.removeBackupTag({ resource_id: server, key: "cost centre" }), undefined);
  },

  async "refuses a path that would lead elsewhere"({ csbs, api }) {
    const error = await rejection(csbs.removeBackupTag({ resource_id: server, key: ".." }));
    instance(error, api.CsbsConfigError);
  },

  async "counts by path on the client underneath"({ csbs }) {
    const { data, error } = await csbs.http.GET("/v1/{project_id}/checkpoint_items/count", {
      params: { path: { project_id: projectId } },
    });
    same([data, error], [{ count: 10 }, undefined]);
  },
};

const projectId = "0605767e8d80d55d2f69c0189071bcbc";

/** Runs the checks one after another. The list that it resolves to can be sent as JSON. */
export async function runSuite(api, addresses) {
  const client = (options = {}) =>
    api.createCsbsClient({ endpoint: addresses.mockUrl, projectId, auth: api.token("MIIDkgYJ"), ...options });
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check({ api, client, csbs: client(), ...addresses });
      results.push({ name, ok: true });
    } catch (error) {
      results.push({ name, ok: false, error: describe(error) });
    }
  }
  return results;
}

/** The error as text, with what led to it: a JSON text keeps nothing of an Error. */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `, because of ${describe(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}

function same(actual, expected) {
  const [left, right] = [actual, expected].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`got ${left} instead of ${right}`);
}

function instance(error, type) {
  if (!(error instanceof type)) throw new Error(`got ${describe(error)} instead of a ${type.name}`);
}

async function rejection(promise) {
  const value = await promise.catch((error) => ({ error }));
  if (value !== undefined && "error" in value) return value.error;
  throw new Error(`this should have been rejected, and gave ${JSON.stringify(value)}`);
}
