import { expect, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { runScript, startScript } from "../support/process.ts";

test("leaves nothing behind that keeps a process alive", async () => {
  const { code, stdout, stderr } = await runScript("test/mock/start-and-stop.ts");
  expect([code, stderr, stdout]).toEqual([0, "", "[]\n"]);
});

test("csbs mock --list names the scenarios", async () => {
  const { code, stdout, stderr } = await runScript("src/cli/main.ts", ["mock", "--list"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^State:\n {2}backup +Servers can be backed up;[\s\S]*\n\nTime.*:\n {2}real-time [\s\S]*\n\nFaults.*:\n {2}clock-skew /,
  );
});

test("csbs mock plays several scenarios, and stops on Ctrl-C", async () => {
  const scenarios = ["--scenario", "quota-exceeded", "--scenario", "unavailable-twice"];
  const mock = startScript("src/cli/main.ts", ["mock", "--port", "0", ...scenarios]);
  await expect.poll(() => mock.output.stdout + mock.output.stderr, { timeout: 50_000 }).toMatch(/listens on/);
  const url = /http:\S+(?=;)/.exec(mock.output.stdout)?.[0];
  const ask = async () => {
    const target = `${url}/v1/${projectId}/checkpoint_items/count`;
    const response = await fetch(target, { headers: { "X-Auth-Token": secret } });
    return response.ok ? response.json() : response.status;
  };
  expect([await ask(), await ask(), await ask()]).toEqual([503, 503, { count: 2 }]);
  mock.child.kill("SIGINT");
  const { code, stdout, stderr } = await mock.finished;
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/checkpoint_items\/count -> 503\n/);
  expect(stdout).not.toContain(secret);
});

test.each([
  ["a scenario", ["--scenario", "nope"], /^csbs: unknown scenario "nope"; expected one of backup, .*\n$/],
  ["a port", ["--port", "http"], /^csbs: --port is "http"; it must be a number from 0 to 65535\n$/],
])(
  "csbs mock says in one line that there is no such thing as %s, with exit code 2",
  async (_, args, message) => {
    const { code, stdout, stderr } = await runScript("src/cli/main.ts", ["mock", ...args]);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(message)]);
  },
);

test.each([
  [
    'api create-backup --resource-id 9422f270-6fcf-4ba2-9319-a007f2f63a8e --body {"protect":{}} --wait',
    /^status +available$/m,
  ],
  ["api delete-backup --checkpoint-id f672a1bb-6912-446a-816c-72792c5263e0 --wait", /^$/],
  ["api list-backups --all", /^(\{.*\}\n){10}$/],
])("csbs %s --mock does what it says", async (line, output) => {
  const { code, stdout, stderr } = await runScript("src/cli/main.ts", [...line.split(" "), "--mock"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(output) });
  if (line.endsWith("--wait")) expect(stderr).toMatch(/^csbs: waiting for /);
});
