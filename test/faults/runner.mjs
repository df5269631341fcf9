/**
 * Makes the calls of a list of faults and prints how each ended, as JSON. Plain ESM, so that every
 * runtime runs it; the suite bundles it with dist/index.js.
 */
import * as api from "csbs-api";

const { url, cases, fuzz } = JSON.parse(globalThis.process?.argv[2] ?? globalThis.Deno.args[0]);
const id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const projectId = "0605767e8d80d55d2f69c0189071bcbc";
const token = "token-of-this-suite";
const password = "pass/word of & <this> suite";
const secrets = [
  token,
  password,
  encodeURIComponent(password),
  btoa(password),
  password.replaceAll("<", "&lt;"),
];

const calls = {
  count: async (csbs, options) => found(await csbs.countBackups({}, options)),
  "count, middleware": async (csbs, options) => {
    csbs.http.use({ onResponse: () => undefined });
    return found(await csbs.countBackups({}, options));
  },
  "count, by path": async (csbs, options) => {
    const params = { path: { project_id: projectId } };
    const path = "/v1/{project_id}/checkpoint_items/count";
    const { data, response } = await csbs.http.GET(path, { params, ...options });
    return data === undefined ? `error ${response.status}` : found(data);
  },
  "count twice": async (csbs, options) => {
    await csbs.countBackups({}, options).catch(() => {});
    return found(await csbs.countBackups({}, options));
  },
  create: async (csbs, options) => {
    await csbs.createBackup({ resource_id: id, body: { protect: {} } }, options);
    return "value";
  },
  "remove tag": async (csbs, options) => {
    await csbs.removeBackupTag({ resource_id: id, key: "k" }, options);
    return "value";
  },
  list: (csbs) => items(api.paginate(csbs.listBackups)),
  "find by tag": (csbs) => items(api.paginate(csbs.findBackupsByTag, { body: { tags: [] } })),
  wait: async (csbs, options) => {
    const target = { checkpoint_item_id: id };
    const times = { interval: 10, deadline: options.deadline, signal: options.signal };
    return (await api.waitForBackup(csbs, target, times)).status;
  },
  "wait for deletion": async (csbs) => {
    await api.waitForDeletion(csbs, { checkpoint_item_id: id }, { interval: 10, deadline: 5000 });
    return "deleted";
  },
};

const found = (body) => (api.countIn(body) === 10 ? "value" : "another count");
const items = async (walk) => {
  const ids = new Set();
  for await (const item of walk) ids.add(item.id ?? item.resource_id);
  return `${ids.size} items`;
};

const reason = new Error("the caller has aborted");

async function run({ name, call, timeout }) {
  const base = `${url}/${name}`;
  const service = name.startsWith("iam-") || name === "abort-in-sign-in" ? `${url}/ok` : base;
  const user = { username: "u", userDomain: "d", project: "p", password };
  const auth =
    service === base ? api.token(token) : api.keystonePassword({ ...user, authUrl: `${base}/v3`, timeout });
  const retries = { attempts: 3, baseDelay: 1, maxDelay: 5 };
  const csbs = api.createCsbsClient({ endpoint: service, projectId, auth, retries, timeout });
  const abort = new AbortController();
  const timer = name.startsWith("abort-") ? setTimeout(() => abort.abort(reason), 150) : undefined;
  const options = { signal: abort.signal, deadline: call === "wait" ? Math.max(1500, timeout) : timeout * 4 };
  const started = Date.now();
  try {
    return { name, outcome: await calls[call](csbs, options), milliseconds: Date.now() - started };
  } catch (error) {
    return { name, ...ending(error), milliseconds: Date.now() - started };
  } finally {
    clearTimeout(timer);
  }
}

function ending(error) {
  if (error === reason) return { outcome: "the caller's reason" };
  const known = error instanceof api.CsbsError;
  const status = error instanceof api.CsbsApiError ? ` ${error.status}` : "";
  const outcome = known ? error.name + status : `foreign ${error?.name}: ${error?.stack}`;
  const told = [...textsIn(error, 0)];
  return { outcome, leaks: secrets.some((secret) => told.some((text) => text.includes(secret))) };
}

/** Every text in an error, its causes included, also where it is not enumerable. */
function* textsIn(value, depth) {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null || depth > 6) return;
  for (const key of Reflect.ownKeys(value)) yield* textsIn(value[key], depth + 1);
}

/** Makes `total` calls to a server that responds with anything, so many at a time; counts how they end. */
async function runFuzz({ total, concurrency }) {
  const outcomes = {};
  const kinds = [
    "count",
    "count, by path",
    "count, middleware",
    "create",
    "remove tag",
    "list",
    "find by tag",
  ];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < total; index = next++) {
      const call = kinds[index % kinds.length];
      const { outcome, leaks } = await run({ name: `fuzz-${index}`, call, timeout: 1000 });
      const key = leaks
        ? `leak in ${index}: ${outcome}`
        : outcome.startsWith("foreign")
          ? `${index}: ${call}: ${outcome}`
          : outcome;
      outcomes[key] = (outcomes[key] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return outcomes;
}

async function runCases() {
  const results = [];
  const queue = [...cases];
  const work = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) results.push(await run(one));
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return results;
}

console.log(JSON.stringify(fuzz === undefined ? await runCases() : await runFuzz(fuzz)));
