import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { root } from "../support/process.ts";
import { startServer } from "../support/server.ts";

const run = promisify(execFile);

/** A list without an end, and how often it was asked for. */
async function startEndless() {
  let pages = 0;
  const url = await startServer((_, response) => {
    pages += 1;
    const id = `90c1d5fa-1b9f-4aeb-b2f4-${String(pages).padStart(12, "0")}`;
    response.end(JSON.stringify({ checkpoint_items: [{ id, status: "available" }] }));
  });
  return { url, pages: () => pages };
}

test("a reader that has seen enough ends --all without a complaint", async () => {
  const { url, pages } = await startEndless();
  const main = join(root, "src/cli/main.ts");
  const script = `"${process.execPath}" "${main}" list-backups --all | head -n 2; echo "\${PIPESTATUS[0]}"`;
  const env = { ...process.env, CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
  const { stdout, stderr } = await run("bash", ["-c", script], { env });
  const lines = stdout.trimEnd().split("\n");
  expect([lines.length, lines.at(-1), stderr]).toEqual([3, "0", ""]);
  const asked = pages();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(pages()).toBe(asked);
});

test("a body comes from standard input", async () => {
  const main = join(root, "src/cli/main.ts");
  const bodies: string[] = [];
  const url = await startServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    response.writeHead(204).end();
  });
  const id = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
  const tag = '{"tag":{"key":"a","value":"b"}}';
  const script = `echo '${tag}' | "${process.execPath}" "${main}" add-backup-tag --resource-id ${id} --body -`;
  const env = { ...process.env, CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
  expect(await run("bash", ["-c", script], { env })).toEqual({ stdout: "", stderr: "" });
  expect(bodies).toEqual([tag]);
});
