import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
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
  const script = `"${process.execPath}" "${main}" api list-backups --all | head -n 2; echo "\${PIPESTATUS[0]}"`;
  const env = { ...process.env, CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
  const { stdout, stderr } = await run("bash", ["-c", script], { env });
  const lines = stdout.trimEnd().split("\n");
  expect([lines.length, lines.at(-1), stderr]).toEqual([3, "0", ""]);
  const asked = pages();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(pages()).toBe(asked);
});

describe.runIf(existsSync("/dev/full"))("a full disk", () => {
  const main = join(root, "src/cli/main.ts");

  test.each(["--help", "count --mock", "api list-backups --mock --all"])(
    "ends csbs %s with 1 and one line",
    async (args) => {
      const script = `"${process.execPath}" "${main}" ${args} >/dev/full; echo "$?"`;
      expect(await run("bash", ["-c", script])).toEqual({
        stdout: "1\n",
        stderr: "csbs: cannot write: ENOSPC\n",
      });
    },
  );

  test("where errors go ends it with 1 alone", async () => {
    const script = `"${process.execPath}" "${main}" nope 2>/dev/full; echo "$?"`;
    expect(await run("bash", ["-c", script])).toEqual({ stdout: "1\n", stderr: "" });
  });
});

describe.runIf(existsSync("/proc/self/fdinfo"))("a closed stdout", () => {
  const csbs = `"${process.execPath}" "${join(root, "src/cli/main.ts")}"`;

  test.each(["sh", "bash"])("ends a command of %s with 1 and one line", async (shell) => {
    for (const args of ["count --mock", "--help"]) {
      const script = `${csbs} ${args} >&-; echo "$?"`;
      expect(await run(shell, ["-c", script])).toEqual({
        stdout: "1\n",
        stderr: "csbs: cannot write: EBADF\n",
      });
    }
  });

  test("is not one that is discarded", async () => {
    const script = `${csbs} count --mock >/dev/null; echo "$?"`;
    expect(await run("sh", ["-c", script])).toEqual({ stdout: "0\n", stderr: "" });
    const child = spawn("sh", ["-c", `${csbs} count --mock; exit "$?"`], { stdio: "ignore" });
    expect(await once(child, "exit")).toEqual([0, null]);
  });
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
  const script = `echo '${tag}' | "${process.execPath}" "${main}" api add-backup-tag --resource-id ${id} --body -`;
  const env = { ...process.env, CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
  expect(await run("bash", ["-c", script], { env })).toEqual({ stdout: "", stderr: "" });
  expect(bodies).toEqual([tag]);
});
