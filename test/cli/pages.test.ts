import { beforeEach, describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";
import { clearVariables, connection, csbs, csbsIn } from "./support.ts";

beforeEach(clearVariables);

const ids = Array.from({ length: 5 }, (_, index) => `90c1d5fa-1b9f-4aeb-b2f4-81c806e9819${index}`);

/** Five backups in pages of at most two, and what was asked. */
async function startPages() {
  const asked: string[] = [];
  const url = await startServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://x");
    asked.push(String(searchParams));
    const start = ids.indexOf(searchParams.get("marker") ?? "") + 1;
    const page = ids.slice(start, start + Math.min(2, Number(searchParams.get("limit") ?? 2)));
    response.end(
      JSON.stringify({ checkpoint_items: page.map((id) => ({ id, name: "a", status: "error" })) }),
    );
  });
  return { url, asked };
}

describe("--all", () => {
  test("prints each item of every page as a line of JSON, on a terminal too", async () => {
    const { url, asked } = await startPages();
    const expected = ids.map((id) => `{"id":"${id}","name":"a","status":"error"}\n`).join("");
    const args = ["api", "list-backups", "--all", "--status", "error", ...connection(url)];
    expect(await csbs(...args)).toEqual({ code: 0, stdout: expected, stderr: "" });
    expect((await csbsIn({ columns: 80 }, ...args)).stdout).toBe(expected);
    expect(asked.every((query) => query.includes("status=error"))).toBe(true);
  });

  test("takes --limit for the size of a page, and --marker for the start", async () => {
    const { url, asked } = await startPages();
    const [first = ""] = ids;
    const { stdout } = await csbs(
      "api",
      "list-backups",
      "--all",
      "--limit",
      "1",
      "--marker",
      first,
      ...connection(url),
    );
    expect(stdout.trimEnd().split("\n")).toHaveLength(4);
    expect(asked[0]).toContain("limit=1");
    expect(asked[0]).toContain(`marker=${first}`);
  });

  test("is a table with -o text", async () => {
    const { url } = await startPages();
    const { stdout } = await csbs("api", "list-backups", "--all", "-o", "text", ...connection(url));
    expect(stdout).toMatch(/^id +name +status\n/);
    expect(stdout.trimEnd().split("\n")).toHaveLength(6);
  });

  test("walks over searches by tag too, whose limit is in the body", async () => {
    const bodies: { limit?: string; offset?: string }[] = [];
    const url = await startServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(JSON.parse(body));
      const start = Number(bodies.at(-1)?.offset ?? 0);
      const resources = ids.slice(start, start + 2).map((resource_id) => ({ resource_id }));
      response.end(JSON.stringify({ resources, total_count: 5 }));
    });
    const body = '{"action":"filter","limit":"2","tags":[{"key":"a","values":["b"]}]}';
    const { code, stdout } = await csbs(
      "api",
      "find-backups-by-tag",
      "--all",
      "--body",
      body,
      ...connection(url),
    );
    expect([code, stdout.trimEnd().split("\n")]).toEqual([0, ids.map((id) => `{"resource_id":"${id}"}`)]);
    expect(bodies.map(({ limit }) => limit)).toEqual(["2", "2", "2"]);
  });

  test("does not go with --offset, nor with what has no pages", async () => {
    for (const [args, message] of [
      [["api", "list-backups", "--all", "--offset", "3"], /--all and --offset exclude each other/],
      [["api", "get-quotas", "--all"], /unknown option "--all"; /],
      [["api", "list-backups", "--all", "--limit", "5000"], /pageSize must be a whole number from 1 to 1000/],
    ] as const) {
      const ended = await csbs(...args, ...connection("https://x.example"));
      expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
    }
  });

  test("ends with 1 when a page is refused, what came before stays", async () => {
    const { url } = await startPages();
    const broken = await startServer(async (request, response) => {
      if (request.url?.includes("marker")) response.writeHead(403).end();
      else response.end(await (await fetch(url + request.url)).text());
    });
    const { code, stdout, stderr } = await csbs("api", "list-backups", "--all", ...connection(broken));
    expect([code, stdout.trimEnd().split("\n").length]).toEqual([1, 2]);
    expect(stderr).toMatch(/^csbs: listBackups: responded 403[^\n]*\n$/);
  });
});
