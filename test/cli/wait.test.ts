import { beforeEach, describe, expect, test } from "vitest";
import { progressLine } from "../../src/cli/output/progress.ts";
import { projectId, secret } from "../support/client.ts";
import { startScript } from "../support/process.ts";
import { startServer } from "../support/server.ts";
import { clearVariables, connection, csbs, csbsIn } from "./support.ts";

beforeEach(clearVariables);

const record = "f672a1bb-6912-446a-816c-72792c5263e0";
const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const backup = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";

interface Seen {
  id?: string;
  status: string;
  progress?: number;
}

/** A service that starts what it is told to, and then shows these states of its backups, one set per poll. */
async function startService(polls: Seen[][]) {
  const requests: string[] = [];
  let next = 0;
  const url = await startServer((request, response) => {
    const { method, url = "" } = request;
    const path = url.replace(/^\/v1\/[^/]+/, "").replace(/\?.*/, "");
    requests.push(`${method} ${path}`);
    const respondWith = (body: unknown, status = 200) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (method === "DELETE") return respondWith({});
    if (method === "POST")
      return respondWith({ checkpoint: { id: record, status: "protecting", created_at: "x" } });
    const seen = polls[Math.min(next++, polls.length - 1)] ?? [];
    const items = seen.map(({ id = backup, status, progress }) => ({
      id,
      status,
      extend_info: { progress },
    }));
    if (path === "/checkpoint_items") return respondWith({ checkpoint_items: items });
    const [checkpoint_item] = items;
    return checkpoint_item === undefined
      ? respondWith({ error_code: "CSBS.3001" }, 404)
      : respondWith({ checkpoint_item });
  });
  return { url, requests };
}

const create = ["api", "create-backup", "--resource-id", server, "--body", '{"protect":{}}', "--wait"];

describe("create-backup --wait", () => {
  test("shows on stderr what goes on, and prints the backup", async () => {
    const { url } = await startService([[{ status: "protecting", progress: 40 }], [{ status: "available" }]]);
    const { code, stdout, stderr } = await csbs(...create, "-o", "json", ...connection(url));
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ id: backup, status: "available" }),
    ]);
    expect(stderr).toMatch(
      /^csbs: waiting for f672a1bb-\S+\ncsbs: protecting( \d+ %)? after 0 s\ncsbs: available 100 % after [1-4] s\n$/,
    );
  });

  test("writes one line over on a terminal, and leaves none behind", async () => {
    const { url } = await startService([[{ status: "available" }]]);
    const { code, stderr } = await csbsIn({ columns: 80, liveErr: true }, ...create, ...connection(url));
    expect(code).toBe(0);
    const [said, ...rest] = stderr.split("\n");
    expect(said).toBe(`csbs: waiting for ${record}`);
    expect(rest.join("\n")).toBe(`\r\u001b[2Kavailable ${"█".repeat(20)} 100 %, 0 s\r\u001b[2K`);
  });

  test("a backup that fails ends with 1 and its reason", async () => {
    const { url } = await startService([[{ status: "error" }]]);
    const { code, stdout, stderr } = await csbs(...create, ...connection(url));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^csbs: listBackups: .*90c1d5fa.*error/);
  });

  test("Ctrl-C ends the wait with 130, and the record is known", async () => {
    const { url } = await startService([[{ status: "protecting" }]]);
    const env = { CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
    const { child, output, finished } = startScript("src/cli/main.ts", create, env);
    while (!output.stderr.includes("protecting") && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    const { code, stdout, stderr } = await finished;
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).toMatch(
      /waiting for f672a1bb.*\n.*\ncsbs: interrupted; what the service has begun goes on; continue waiting with: csbs wait f672a1bb.*\n$/,
    );
  });
});

describe("run-policy --wait", () => {
  test("prints every backup of the run", async () => {
    const other = "6c6f3a0e-52a1-4a7c-9e0e-2f0f4f6b7d11";
    const { url } = await startService([[{ status: "available" }, { id: other, status: "available" }]]);
    const body = '{"checkpoint":{"plan_id":"27b11f3f-578d-4464-89d1-7c6d5894f753","parameters":{}}}';
    const { code, stdout, stderr } = await csbs(
      "api",
      "run-policy",
      "--body",
      body,
      "--wait",
      ...connection(url),
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^id +status\n${backup}  available\n${other}  available\n$`));
    expect(stderr).toContain("csbs: 2 available 100 % after 0 s\n");
  });
});

describe("delete-backup --wait", () => {
  const drop = ["api", "delete-backup", "--checkpoint-id", record, "--wait"];

  test("waits for all backups of the record, known before", async () => {
    const { url, requests } = await startService([[{ status: "available" }], [{ status: "deleting" }], []]);
    const { code, stdout, stderr } = await csbs(...drop, ...connection(url));
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/\ncsbs: deleted 1 backup\n$/);
    expect(requests.map((request) => request.replace(/\/providers\/[^/]+/, ""))).toEqual([
      "GET /checkpoint_items",
      `DELETE /checkpoints/${record}`,
      `GET /checkpoint_items/${backup}`,
      `GET /checkpoint_items/${backup}`,
    ]);
  });

  test("or for the one that was named", async () => {
    const { url, requests } = await startService([[]]);
    expect(await csbs(...drop, "--checkpoint-items", backup, ...connection(url))).toMatchObject({ code: 0 });
    expect(requests).toHaveLength(2);
  });
});

test("a wait is not offered where there is none", async () => {
  expect(await csbs("api", "get-quotas", "--mock", "--wait")).toMatchObject({ code: 2 });
});

describe("the line of progress", () => {
  function progressOf(world: { liveErr?: boolean; columns?: number }) {
    let text = "";
    const err = (written: string) => {
      text += written;
    };
    let time = 0;
    const line = progressLine({ note: err, ...world }, () => (time += 1000));
    return { line, text: () => text };
  }

  test("draws how far it is, and is no longer than the terminal", () => {
    const { line, text } = progressOf({ liveErr: true, columns: 20 });
    line.show({ status: "protecting", percent: 50 });
    expect(text()).toBe("\r\u001b[2Kprotecting ███████…");
  });

  test("in a log is a line for each state and each tenth", () => {
    const { line, text } = progressOf({});
    for (const percent of [1, 2, 3, 12, 19, 40]) line.show({ status: "protecting\u001b", percent });
    line.show({ status: "available" });
    line.end();
    expect(text()).toBe(
      [
        "csbs: protecting 1 % after 1 s",
        "csbs: protecting 12 % after 4 s",
        "csbs: protecting 40 % after 6 s",
        "csbs: available after 7 s",
        "",
      ].join("\n"),
    );
  });
});

describe("csbs wait --for restored", () => {
  const wait = (target: string, url: string) =>
    csbs("wait", target, "--for", "restored", "-o", "id", ...connection(url));

  test("waits for the restore to begin, and then until it is done", async () => {
    // Four requests find out what the ID is.
    const before = Array<string>(5).fill("available");
    const { url, requests } = await startService(
      [...before, "restoring", "available"].map((status) => [{ status }]),
    );
    const { code, stdout } = await wait(backup, url);
    expect([code, stdout]).toEqual([0, `${backup}\n`]);
    expect(requests).toHaveLength(7);
  }, 20_000);

  test("refuses a backup record", async () => {
    const url = await startServer((request, response) => {
      const isMissing = /\/(checkpoint_items|policies)\//.test(request.url ?? "");
      response.writeHead(isMissing ? 404 : 200, { "content-type": "application/json" });
      const items = [{ id: backup, checkpoint_id: record, status: "available", extend_info: {} }];
      response.end(JSON.stringify(isMissing ? { error_code: "CSBS.3001" } : { checkpoint_items: items }));
    });
    const { code, stderr } = await wait(record, url);
    expect([code, stderr]).toEqual([
      2,
      `csbs: --for restored needs a backup; ${record} is a backup record\n`,
    ]);
  });
});
